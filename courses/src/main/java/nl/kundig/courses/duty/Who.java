package nl.kundig.courses.duty;

import java.util.Optional;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PartnerKind;
import nl.kundig.courses.people.Places;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.TypeAlias;

/** Whom a rule is about. */
public sealed interface Who {

	/** The condition this role does not meet; empty when it meets all. */
	Optional<Condition> failing(RoleHeld held, Places places);

	/** What a rule can ask. */
	enum Condition {

		ROLE, MUNICIPALITY, UNIT, PARTNER_KIND

	}

	/**
	 * Who has this role.
	 *
	 * @param municipality there, or null for everywhere
	 * @param unit in this unit or below, or null for everywhere
	 */
	@TypeAlias("roleHolders")
	record RoleHolders(LearnerRole role, @Nullable MunicipalityId municipality, @Nullable UnitId unit) implements Who {

		@Override
		public Optional<Condition> failing(RoleHeld held, Places places) {
			if (held.role() != this.role) {
				return Optional.of(Condition.ROLE);
			}
			if (this.municipality != null && !this.municipality.equals(held.municipality())) {
				return Optional.of(Condition.MUNICIPALITY);
			}
			if (this.unit != null && !places.isAtOrBelow(held.unit(), this.unit)) {
				return Optional.of(Condition.UNIT);
			}
			return Optional.empty();
		}

	}

	/**
	 * Who works at such a partner, in any role.
	 *
	 * @param municipality with this municipality, or null for all
	 */
	@TypeAlias("partnerStaff")
	record PartnerStaff(PartnerKind kind, @Nullable MunicipalityId municipality) implements Who {

		@Override
		public Optional<Condition> failing(RoleHeld held, Places places) {
			if (!places.isA(held.partner(), this.kind)) {
				return Optional.of(Condition.PARTNER_KIND);
			}
			if (this.municipality != null && !this.municipality.equals(held.municipality())) {
				return Optional.of(Condition.MUNICIPALITY);
			}
			return Optional.empty();
		}

	}

}
