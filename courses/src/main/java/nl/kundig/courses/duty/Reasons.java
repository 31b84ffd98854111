package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.duty.Policy.ActiveRule;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.RoleHeld;
import org.jspecify.annotations.Nullable;

/** Finds which rules match which roles, on which days. */
final class Reasons {

	private Reasons() {
	}

	/**
	 * Days in a row on which versions of one rule match one role.
	 *
	 * @param versions those that do, the earliest first
	 */
	record Match(RoleHeld role, LocalDate since, @Nullable LocalDate until, List<ActiveRule> versions) {

		boolean holdsOn(LocalDate day) {
			return !day.isBefore(this.since) && (this.until == null || !day.isAfter(this.until));
		}

		/** What is left of this where the other holds for the same role. */
		List<Match> without(Match other) {
			if (!other.role.equals(this.role)) {
				return List.of(this);
			}
			List<Match> left = new ArrayList<>();
			if (this.since.isBefore(other.since)) {
				LocalDate before = other.since.minusDays(1);
				left.add(new Match(this.role, this.since, earlier(this.until, before), this.versions));
			}
			if (other.until != null && (this.until == null || this.until.isAfter(other.until))) {
				left.add(new Match(this.role, later(this.since, other.until.plusDays(1)), this.until, this.versions));
			}
			return left;
		}

		/** The version of that day; of the last day when it is over. */
		Rule ruleOn(LocalDate day) {
			Rule rule = this.versions.getFirst().rule();
			for (ActiveRule version : this.versions) {
				if (!version.from().isAfter(day)) {
					rule = version.rule();
				}
			}
			return rule;
		}

	}

	/** Everything that matches and has begun by that day, by curriculum. */
	static Map<CurriculumId, List<Match>> of(Collection<RoleHeld> roles, Policy policy, LocalDate asOf) {
		Map<CurriculumId, List<Match>> matches = new LinkedHashMap<>();
		for (List<ActiveRule> chain : policy.chains(asOf)) {
			for (RoleHeld role : roles) {
				for (Match match : matches(chain, role, policy)) {
					if (!match.since().isAfter(asOf)) {
						matches
							.computeIfAbsent(match.versions().getFirst().rule().curriculum(),
									(curriculum) -> new ArrayList<>())
							.add(match);
					}
				}
			}
		}
		for (CurriculumId curriculum : List.copyOf(matches.keySet())) {
			if (curriculum.municipality().isPresent()) {
				replace(matches, curriculum.original(), matches.getOrDefault(curriculum, List.of()));
			}
		}
		return matches;
	}

	/**
	 * A municipality's own curriculum takes the place of the one it was made from: nobody
	 * does the same work twice for one role.
	 */
	private static void replace(Map<CurriculumId, List<Match>> matches, CurriculumId original, List<Match> own) {
		List<Match> left = matches.getOrDefault(original, List.of());
		for (Match replacing : own) {
			left = left.stream().flatMap((match) -> match.without(replacing).stream()).toList();
		}
		if (left.isEmpty()) {
			matches.remove(original);
		}
		else {
			matches.put(original, new ArrayList<>(left));
		}
	}

	private static List<Match> matches(List<ActiveRule> chain, RoleHeld role, Policy policy) {
		List<Match> matches = new ArrayList<>();
		for (ActiveRule version : chain) {
			LocalDate from = later(version.from(), role.from());
			LocalDate until = earlier(version.until(), role.until());
			if ((until != null && until.isBefore(from))
					|| version.rule().who().failing(role, policy.places()).isPresent()) {
				continue;
			}
			Match last = matches.isEmpty() ? null : matches.getLast();
			if (last != null && last.until() != null && last.until().plusDays(1).equals(from)) {
				List<ActiveRule> versions = new ArrayList<>(last.versions());
				versions.add(version);
				matches.set(matches.size() - 1, new Match(role, last.since(), until, versions));
			}
			else {
				matches.add(new Match(role, from, until, List.of(version)));
			}
		}
		return matches;
	}

	/** The first day of all. */
	static LocalDate start(List<Match> matches) {
		LocalDate start = matches.getFirst().since();
		for (Match match : matches) {
			start = match.since().isBefore(start) ? match.since() : start;
		}
		return start;
	}

	/** The roles that count on a day; those of before while there is a gap. */
	static Set<LearnerRole> roles(List<Match> matches, LocalDate day) {
		Set<LearnerRole> holding = EnumSet.noneOf(LearnerRole.class);
		Set<LearnerRole> begun = EnumSet.noneOf(LearnerRole.class);
		for (Match match : matches) {
			if (!match.since().isAfter(day)) {
				begun.add(match.role().role());
				if (match.holdsOn(day)) {
					holding.add(match.role().role());
				}
			}
		}
		return holding.isEmpty() ? begun : holding;
	}

	static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isBefore(other) ? one : other;
	}

}
