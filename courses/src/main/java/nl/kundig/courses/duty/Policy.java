package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Places;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was decided and is the same for all learners: rules, versions of
 * curricula, equivalences, and where units hang.
 */
public final class Policy {

	private final List<Rule> rules;

	private final List<Curriculum> curricula;

	private final List<Equivalence> equivalences;

	private final Places places;

	private final List<List<ActiveRule>> chains;

	/** From this day on every version of every rule is known or holds. */
	private final LocalDate chainsFrom;

	private final Map<String, Curriculum> versions;

	private final Set<String> withdrawn;

	private final Map<CurriculumId, Curriculum> current;

	/** What new duties got, the newest first. */
	private final Map<CurriculumId, List<Curriculum>> given;

	private final Map<CurriculumRequirement, List<Equivalence>> equivalencesTo;

	/** A version of a rule with the days it holds. */
	record ActiveRule(Rule rule, LocalDate from, @Nullable LocalDate until) {
	}

	public Policy(Collection<Rule> rules, Collection<Curriculum> curricula, Collection<Equivalence> equivalences,
			Places places) {
		this(rules, curricula, equivalences, places, Set.of());
	}

	/**
	 * The same where nobody new gets some versions.
	 * @param withdrawn those versions
	 */
	Policy(Collection<Rule> rules, Collection<Curriculum> curricula, Collection<Equivalence> equivalences,
			Places places, Set<String> withdrawn) {
		this.rules = List.copyOf(rules);
		this.curricula = List.copyOf(curricula);
		this.equivalences = List.copyOf(equivalences);
		this.places = places;
		this.chains = chains(rules);
		this.chainsFrom = rules.stream().map(Policy::shownFrom).max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
		this.versions = curricula.stream()
			.collect(Collectors.toMap(Curriculum::version, Function.identity(), (one, same) -> one));
		this.withdrawn = withdrawn;
		this.given = curricula.stream()
			.filter((curriculum) -> !withdrawn.contains(curriculum.version()))
			.sorted(Comparator.comparing(Curriculum::publishedAt).thenComparing(Curriculum::version).reversed())
			.collect(Collectors.groupingBy(Curriculum::curriculum, LinkedHashMap::new, Collectors.toList()));
		this.current = new HashMap<>();
		this.given.forEach((id, versions) -> this.current.put(id, versions.getFirst()));
		this.equivalencesTo = equivalences.stream()
			.sorted(Comparator.comparing(Equivalence::id))
			.collect(Collectors.groupingBy(Equivalence::to));
	}

	private static List<List<ActiveRule>> chains(Collection<Rule> rules) {
		Map<String, List<Rule>> byRule = rules.stream()
			.collect(Collectors.groupingBy((rule) -> rule.rule().value(), TreeMap::new, Collectors.toList()));
		List<List<ActiveRule>> chains = new ArrayList<>();
		for (List<Rule> versions : byRule.values()) {
			versions.sort(Comparator.comparingInt(Rule::number));
			List<ActiveRule> chain = new ArrayList<>();
			for (int i = 0; i < versions.size(); i++) {
				Rule rule = versions.get(i);
				LocalDate until = (i + 1 < versions.size()) ? versions.get(i + 1).activeFrom().minusDays(1) : null;
				if (!rule.withdrawn() && (until == null || !until.isBefore(rule.activeFrom()))) {
					chain.add(new ActiveRule(rule, rule.activeFrom(), until));
				}
			}
			chains.add(chain);
		}
		return chains;
	}

	List<List<ActiveRule>> chains() {
		return this.chains;
	}

	/**
	 * The same as a report of that day tells it: a version that starts later shows when
	 * it was written down by then.
	 */
	List<List<ActiveRule>> chains(LocalDate day) {
		return day.isBefore(this.chainsFrom)
				? chains(this.rules.stream().filter((rule) -> !shownFrom(rule).isAfter(day)).toList()) : this.chains;
	}

	private static LocalDate shownFrom(Rule rule) {
		LocalDate recorded = LocalDate.ofInstant(rule.recordedAt(), PeopleService.ZONE);
		return recorded.isBefore(rule.activeFrom()) ? recorded : rule.activeFrom();
	}

	List<Equivalence> equivalencesTo(CurriculumRequirement requirement) {
		return this.equivalencesTo.getOrDefault(requirement, List.of());
	}

	public List<Rule> rules() {
		return this.rules;
	}

	public List<Equivalence> equivalences() {
		return this.equivalences;
	}

	public Places places() {
		return this.places;
	}

	public Optional<Curriculum> version(String version) {
		return Optional.ofNullable(this.versions.get(version));
	}

	/** The version that a new duty gets. */
	public Optional<Curriculum> current(CurriculumId curriculum) {
		return Optional.ofNullable(this.current.get(curriculum));
	}

	/**
	 * The version that a new duty got on that day; the first one when it is of before.
	 */
	Optional<Curriculum> current(CurriculumId curriculum, LocalDate day) {
		List<Curriculum> versions = this.given.getOrDefault(curriculum, List.of());
		for (Curriculum version : versions) {
			if (!LocalDate.ofInstant(version.publishedAt(), PeopleService.ZONE).isAfter(day)) {
				return Optional.of(version);
			}
		}
		return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
	}

	/** Every curriculum there is, in its newest version. */
	public Collection<Curriculum> current() {
		return new LinkedHashMap<>(this.current).values();
	}

	/** The same with these rules instead. */
	public Policy withRules(Collection<Rule> others) {
		return new Policy(others, this.curricula, this.equivalences, this.places, this.withdrawn);
	}

	/** The same with one more version, which new duties get. */
	public Policy withCurriculum(Curriculum draft) {
		List<Curriculum> all = new ArrayList<>(this.curricula);
		all.removeIf((known) -> known.version().equals(draft.version()));
		Instant newest = all.stream().map(Curriculum::publishedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
		all.add(new Curriculum(draft.version(), draft.curriculum(), draft.title(), draft.level(), draft.role(),
				draft.validity(), draft.root(), newest.plusSeconds(1)));
		return new Policy(this.rules, all, this.equivalences, this.places, this.withdrawn);
	}

}
