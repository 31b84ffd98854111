package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RoleHeld;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.TypeAlias;

/** Something that might be decided; a trial run shows what it would do. */
public sealed interface Draft {

	/** What would be decided then. */
	Policy apply(Policy policy);

	/** What would be known then of somebody. */
	History apply(History history, LocalDate day);

	/** Another version of a rule, or a new rule. */
	@TypeAlias("triedRule")
	record RuleDraft(Rule rule) implements Draft {

		@Override
		public Policy apply(Policy policy) {
			List<Rule> rules = new ArrayList<>(policy.rules());
			rules.add(this.rule);
			return policy.withRules(rules);
		}

		@Override
		public History apply(History history, LocalDate day) {
			return history;
		}

	}

	/**
	 * Another version of a curriculum, another validity too, for everybody who has it.
	 */
	@TypeAlias("triedCurriculum")
	record CurriculumDraft(Curriculum curriculum) implements Draft {

		@Override
		public Policy apply(Policy policy) {
			return policy.withCurriculum(this.curriculum);
		}

		@Override
		public History apply(History history, LocalDate day) {
			CurriculumId id = this.curriculum.curriculum();
			List<Pin> pins = history.pins().get(id);
			if (pins == null) {
				return history;
			}
			Map<CurriculumId, List<Pin>> all = new HashMap<>(history.pins());
			List<Pin> more = new ArrayList<>(pins);
			more.add(new Pin(this.curriculum.version(), day, "", Instant.EPOCH));
			all.put(id, more);
			return new History(history.learner(), history.facts(), all);
		}

	}

	/**
	 * Who has the one role has the other instead. Who began today keeps the one for
	 * today: no role ends before it starts.
	 *
	 * @param municipality there, or null for everywhere
	 */
	@TypeAlias("triedRole")
	record RoleDraft(LearnerRole from, LearnerRole to, @Nullable MunicipalityId municipality) implements Draft {

		@Override
		public Policy apply(Policy policy) {
			return policy;
		}

		@Override
		public History apply(History history, LocalDate day) {
			List<RoleHeld> roles = new ArrayList<>();
			for (RoleHeld held : history.learner().roles()) {
				if (isAbout(held, day)) {
					roles.add(new RoleHeld(held.role(), held.municipality(), held.partner(), held.unit(), held.from(),
							lastDay(held, day), held.source(), held.actor(), held.recordedAt(), held.endings()));
					roles.add(new RoleHeld(this.to, held.municipality(), held.partner(), held.unit(), day, held.until(),
							held.source(), held.actor(), held.recordedAt(), List.of()));
				}
				else {
					roles.add(held);
				}
			}
			Learner learner = history.learner();
			return new History(new Learner(learner.id(), learner.name(), roles), history.facts(), history.pins());
		}

		boolean isAbout(RoleHeld held, LocalDate day) {
			return held.role() == this.from && held.isHeldOn(day)
					&& (this.municipality == null || this.municipality.equals(held.municipality()));
		}

		static LocalDate lastDay(RoleHeld held, LocalDate day) {
			return held.from().isBefore(day) ? day.minusDays(1) : day;
		}

	}

}
