package nl.kundig.courses.people;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Where units hang in the tree, and what partners do. */
public record Places(Map<UnitId, Unit> units, Map<PartnerId, PartnerKind> partners) {

	public static final Places NONE = new Places(Map.of(), Map.of());

	public Places {
		units = Map.copyOf(units);
		partners = Map.copyOf(partners);
	}

	/** Whether the unit is this one or hangs below it. */
	public boolean isAtOrBelow(@Nullable UnitId unit, UnitId above) {
		// Two units that are each other's parent must not hang a page.
		Set<UnitId> seen = new HashSet<>();
		UnitId at = unit;
		while (at != null && seen.add(at)) {
			if (at.equals(above)) {
				return true;
			}
			Unit known = this.units.get(at);
			at = (known != null) ? known.parent() : null;
		}
		return false;
	}

	public boolean isA(@Nullable PartnerId partner, PartnerKind kind) {
		return partner != null && this.partners.getOrDefault(partner, PartnerKind.OTHER) == kind;
	}

}
