package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import org.jspecify.annotations.Nullable;

/** The facts that count on a day, by what they are about. */
final class Evidence {

	private static final Comparator<Fact> IN_TIME = Comparator.comparing(Fact::effectiveOn)
		.thenComparing(Fact::recordedAt)
		.thenComparing(Fact::id);

	private final Policy policy;

	private final Map<CurriculumRequirement, List<Fact>> achieved = new HashMap<>();

	private final Map<CurriculumRequirement, List<Candidate>> candidates = new HashMap<>();

	private final Map<CurriculumRequirement, List<Release>> exempted = new HashMap<>();

	private final Map<CurriculumRequirement, List<Release>> notApplicable = new HashMap<>();

	private final Map<CurriculumId, List<Fact>> extended = new HashMap<>();

	/**
	 * Something that may meet a requirement.
	 *
	 * @param by the equivalence it counts by, or null when it is the thing itself
	 */
	record Candidate(Fact fact, @Nullable Equivalence by) {
	}

	/** Days on which a requirement is taken off somebody. */
	record Release(Fact fact, LocalDate from, @Nullable LocalDate until) {

		boolean holdsOn(LocalDate day) {
			return !day.isBefore(this.from) && (this.until == null || !day.isAfter(this.until));
		}

	}

	Evidence(Collection<Fact> facts, Policy policy, LocalDate asOf) {
		this.policy = policy;
		List<Fact> known = new ArrayList<>();
		for (Fact fact : facts) {
			if (!fact.effectiveOn().isAfter(asOf)) {
				known.add(fact);
			}
		}
		Set<String> revoked = revocations(known).keySet();
		known.removeIf((fact) -> revoked.contains(fact.id()));
		known.sort(IN_TIME);
		known.forEach(this::add);
	}

	/**
	 * What takes back each fact that counts no longer. The last word counts: who revokes
	 * a revocation makes the fact count again.
	 */
	static Map<String, Fact> revocations(Collection<Fact> facts) {
		Map<String, Fact> revoked = new HashMap<>();
		facts.stream()
			.filter((fact) -> fact.finding() instanceof Finding.Revoked)
			.sorted(Comparator.comparing(Fact::recordedAt).thenComparing(Fact::id).reversed())
			.forEach((fact) -> {
				if (!revoked.containsKey(fact.id()) && fact.finding() instanceof Finding.Revoked(var id, var reason)) {
					revoked.putIfAbsent(id, fact);
				}
			});
		return revoked;
	}

	private void add(Fact fact) {
		switch (fact.finding()) {
			case Finding.Achieved(var requirement) -> at(this.achieved, requirement).add(fact);
			case Finding.Exempted(var requirement, var until, var reason, var evidence) ->
				at(this.exempted, requirement).add(new Release(fact, fact.effectiveOn(), until));
			case Finding.NotApplicable(var requirement, var until, var reason) ->
				at(this.notApplicable, requirement).add(new Release(fact, fact.effectiveOn(), until));
			case Finding.Extended(var curriculum, var extension, var reason) -> at(this.extended, curriculum).add(fact);
			case Finding.Revoked revoked -> {
				// Taken into account before anything else was.
			}
		}
	}

	private static <K, V> List<V> at(Map<K, List<V>> map, K key) {
		return map.computeIfAbsent(key, (missing) -> new ArrayList<>());
	}

	/** What may meet the requirement, the earliest first. */
	List<Candidate> candidates(CurriculumRequirement requirement) {
		List<Candidate> known = this.candidates.get(requirement);
		if (known == null) {
			known = find(requirement);
			this.candidates.put(requirement, known);
		}
		return known;
	}

	private List<Candidate> find(CurriculumRequirement requirement) {
		List<Candidate> found = new ArrayList<>();
		this.achieved.getOrDefault(requirement, List.of()).forEach((fact) -> found.add(new Candidate(fact, null)));
		for (Equivalence equivalence : this.policy.equivalencesTo(requirement)) {
			for (Fact fact : this.achieved.getOrDefault(equivalence.from(), List.of())) {
				if (equivalence.isValidOn(fact.effectiveOn())) {
					found.add(new Candidate(fact, equivalence));
				}
			}
		}
		found.sort(Comparator.comparing(Candidate::fact, IN_TIME));
		return found;
	}

	List<Release> exemptions(CurriculumRequirement requirement) {
		return this.exempted.getOrDefault(requirement, List.of());
	}

	List<Release> notApplicable(CurriculumRequirement requirement) {
		return this.notApplicable.getOrDefault(requirement, List.of());
	}

	/** Extensions of this curriculum, the earliest first. */
	List<Fact> extensions(CurriculumId curriculum) {
		return this.extended.getOrDefault(curriculum, List.of());
	}

	static @Nullable Release on(List<Release> releases, LocalDate day) {
		for (Release release : releases) {
			if (release.holdsOn(day)) {
				return release;
			}
		}
		return null;
	}

}
