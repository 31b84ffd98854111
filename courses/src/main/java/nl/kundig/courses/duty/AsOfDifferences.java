package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.RoleHeld;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a day at some time, beside what is known of that day now. Who reports
 * "on 31 December" can explain a later number by it.
 *
 * @param duties the duties that stand otherwise
 * @param facts what was written down since and effective by that day
 * @param roles roles that are known otherwise now
 */
public record AsOfDifferences(LearnerId learner, LocalDate day, List<Changed> duties, List<Fact> facts,
		List<RoleHeld> roles) {

	public AsOfDifferences {
		duties = List.copyOf(duties);
		facts = List.copyOf(facts);
		roles = List.copyOf(roles);
	}

	/**
	 * A duty that stands otherwise.
	 *
	 * @param then as it was known, or null when it was not there
	 * @param now as it is known now, or null when it is not there
	 */
	public record Changed(CurriculumId curriculum, @Nullable DutyStanding then, @Nullable DutyStanding now) {
	}

	static AsOfDifferences none(LearnerId learner, LocalDate day) {
		return new AsOfDifferences(learner, day, List.of(), List.of(), List.of());
	}

	static AsOfDifferences of(History history, Policy policy, LocalDate day, Instant knownAt) {
		History known = history.knownAt(knownAt);
		Standing then = Standing.of(known, policy, day);
		Standing now = Standing.of(history, policy, day);
		Set<CurriculumId> curricula = new LinkedHashSet<>();
		Stream.concat(then.duties().stream(), now.duties().stream())
			.forEach((duty) -> curricula.add(duty.curriculum()));
		List<Changed> changed = new ArrayList<>();
		for (CurriculumId curriculum : curricula) {
			Changed one = new Changed(curriculum, then.duty(curriculum).orElse(null),
					now.duty(curriculum).orElse(null));
			if (!then.duty(curriculum).equals(now.duty(curriculum))) {
				changed.add(one);
			}
		}
		List<Fact> facts = history.facts()
			.stream()
			.filter((fact) -> fact.recordedAt().isAfter(knownAt) && !fact.effectiveOn().isAfter(day))
			.toList();
		List<RoleHeld> before = known.learner().rolesAsOf(day);
		List<RoleHeld> roles = history.learner()
			.rolesAsOf(day)
			.stream()
			.filter((role) -> !before.contains(role) && !role.from().isAfter(day))
			.toList();
		return new AsOfDifferences(history.learner().id(), day, changed, facts, roles);
	}

	/** Whether that day stands now as it was told then. */
	public boolean isEmpty() {
		return this.duties.isEmpty();
	}

}
