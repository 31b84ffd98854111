package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.HoldCertificate;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.duty.DutyStanding.State;
import nl.kundig.courses.duty.Evidence.Candidate;
import nl.kundig.courses.duty.Evidence.Release;
import nl.kundig.courses.duty.Reasons.Match;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.RoleHeld;
import org.jspecify.annotations.Nullable;

/** Reckons how one learner stands on one day. */
final class Reckoning {

	/** How long before the last day an open duty is due soon. */
	static final Period SOON = Period.ofMonths(1);

	private final History history;

	private final List<RoleHeld> roles;

	private final Policy policy;

	private final LocalDate asOf;

	private final Evidence evidence;

	private final Map<CurriculumId, List<Match>> matches;

	private final Map<CurriculumId, Rhythm> rhythms = new HashMap<>();

	private final Set<CurriculumId> underWay = new HashSet<>();

	private final Tree tree;

	Reckoning(History history, Policy policy, LocalDate asOf) {
		this.history = history;
		this.policy = policy;
		this.asOf = asOf;
		this.evidence = new Evidence(history.facts(), policy, asOf);
		this.roles = history.learner().rolesAsOf(asOf);
		this.matches = Reasons.of(this.roles, policy, asOf);
		this.tree = new Tree(this.evidence, this::cycles);
	}

	Standing standing() {
		List<DutyStanding> duties = new ArrayList<>();
		this.matches.keySet()
			.stream()
			.filter((id) -> version(id, this.asOf) != null)
			.sorted(Comparator.comparing(CurriculumId::value))
			.forEach((id) -> duties.add(duty(id)));
		return new Standing(this.history.learner().id(), this.asOf, duties);
	}

	// ---- which version, whose roles

	private @Nullable Curriculum version(CurriculumId id, LocalDate day) {
		List<Pin> pins = this.history.pins().getOrDefault(id, List.of());
		Pin holding = pins.isEmpty() ? null : pins.getFirst();
		for (Pin pin : pins) {
			if (!pin.from().isAfter(day)) {
				holding = pin;
			}
		}
		return ((holding != null) ? this.policy.version(holding.version()) : this.policy.current(id, this.asOf))
			.orElse(null);
	}

	private Set<LearnerRole> roles(CurriculumId id, LocalDate day) {
		List<Match> found = this.matches.get(id);
		if (found != null) {
			return Reasons.roles(found, Reasons.later(day, Reasons.start(found)));
		}
		Set<LearnerRole> all = EnumSet.noneOf(LearnerRole.class);
		this.roles.forEach((held) -> all.add(held.role()));
		return all;
	}

	// ---- certificates' times

	private List<Cycle> cycles(CurriculumId id) {
		// A certificate that needs itself was refused; an old version may still say so.
		return this.underWay.contains(id) ? List.of() : rhythm(id).cycles();
	}

	private Rhythm rhythm(CurriculumId id) {
		Rhythm known = this.rhythms.get(id);
		if (known == null) {
			this.underWay.add(id);
			known = reckon(id);
			this.underWay.remove(id);
			this.rhythms.put(id, known);
		}
		return known;
	}

	private Rhythm reckon(CurriculumId id) {
		Rhythm rhythm = new Rhythm();
		List<Match> found = this.matches.get(id);
		LocalDate start = (found != null) ? Reasons.start(found) : null;
		List<Fact> extensions = this.evidence.extensions(id);
		int extended = 0;
		NavigableSet<LocalDate> days = days(id, start);
		for (LocalDate day = days.pollFirst(); day != null; day = days.pollFirst()) {
			while (extended < extensions.size() && extensions.get(extended).effectiveOn().isBefore(day)) {
				rhythm.extend(extensions.get(extended++));
			}
			LocalDate earliest = rhythm.nextCompletion();
			Curriculum curriculum = version(id, day);
			if (curriculum != null && (earliest == null || !day.isBefore(earliest))) {
				LocalDate met = this.tree.metOn(phase(id, rhythm, curriculum, day));
				if (Tree.isDay(met)) {
					// What was there when the duty came runs from the day it was
					// completed.
					rhythm.complete(curriculum, (earliest == null && day.equals(start)) ? met : day);
				}
			}
			LocalDate opens = rhythm.nextCompletion();
			if (opens != null && !opens.equals(earliest)) {
				// A certificate of long ago may be due for renewal already; one a day.
				addLater(Reasons.later(opens, day.plusDays(1)), day, days);
			}
			addLater(rhythm.lapsesOn(), day, days);
		}
		while (extended < extensions.size()) {
			rhythm.extend(extensions.get(extended++));
		}
		return rhythm;
	}

	private void addLater(@Nullable LocalDate day, LocalDate now, Set<LocalDate> days) {
		if (day != null && day.isAfter(now) && !day.isAfter(this.asOf)) {
			days.add(day);
		}
	}

	private Phase phase(CurriculumId id, Rhythm rhythm, Curriculum curriculum, LocalDate day) {
		return new Phase(rhythm.nextKind(day), curriculum, rhythm.nextTree(curriculum, day), rhythm.nextSince(), day,
				roles(id, day));
	}

	/** Every day on which something may be met that was not the day before. */
	private NavigableSet<LocalDate> days(CurriculumId id, @Nullable LocalDate start) {
		NavigableSet<LocalDate> days = new TreeSet<>();
		Set<CurriculumRequirement> seen = new HashSet<>();
		versions(id).forEach((curriculum) -> curriculum.trees()
			.flatMap(CurriculumPart::leaves)
			.map(CurriculumPart.Leaf::requirement)
			.filter(seen::add)
			.forEach((requirement) -> addDays(requirement, days)));
		this.history.pins().getOrDefault(id, List.of()).forEach((pin) -> days.add(pin.from()));
		for (Match match : this.matches.getOrDefault(id, List.of())) {
			days.add(match.since());
			if (match.until() != null) {
				days.add(match.until().plusDays(1));
			}
		}
		if (!days.isEmpty()) {
			days.tailSet(this.asOf, false).clear();
		}
		if (start != null && !days.isEmpty()) {
			days.headSet(start, false).clear();
		}
		return days;
	}

	private void addDays(CurriculumRequirement requirement, Set<LocalDate> days) {
		for (Candidate candidate : this.evidence.candidates(requirement)) {
			days.add(candidate.fact().effectiveOn());
		}
		for (List<Release> releases : List.of(this.evidence.exemptions(requirement),
				this.evidence.notApplicable(requirement))) {
			for (Release release : releases) {
				days.add(release.from());
				if (release.until() != null) {
					days.add(release.until().plusDays(1));
				}
			}
		}
		if (requirement instanceof HoldCertificate(var other)) {
			for (Cycle cycle : cycles(other)) {
				days.add(Reasons.later(cycle.from(), cycle.completedOn()));
			}
		}
	}

	private Set<Curriculum> versions(CurriculumId id) {
		Set<Curriculum> versions = new HashSet<>();
		List<Pin> pins = this.history.pins().getOrDefault(id, List.of());
		if (pins.isEmpty()) {
			this.policy.current(id, this.asOf).ifPresent(versions::add);
		}
		pins.forEach((pin) -> this.policy.version(pin.version()).ifPresent(versions::add));
		return versions;
	}

	// ---- one duty

	private DutyStanding duty(CurriculumId id) {
		Rhythm rhythm = rhythm(id);
		List<Cycle> cycles = rhythm.cycles();
		Cycle latest = cycles.isEmpty() ? null : cycles.getLast();
		Curriculum curriculum = Objects.requireNonNull(version(id, this.asOf));
		List<Reason> reasons = reasons(this.matches.getOrDefault(id, List.of()), latest);
		List<Reason> holding = reasons.stream().filter((reason) -> reason.holdsOn(this.asOf)).toList();
		LocalDate opens = rhythm.nextCompletion();
		boolean running = latest != null && opens != null && this.asOf.isBefore(opens);
		Phase phase = phase(id, rhythm, curriculum, this.asOf);
		LocalDate met = this.tree.metOn(phase);
		List<DateStep> dueSteps = new ArrayList<>();
		LocalDate due = holding.isEmpty() ? null : due(holding.getFirst(), rhythm, latest, dueSteps);
		HoldCertificate whole = new HoldCertificate(id);
		Release exempt = Evidence.on(this.evidence.exemptions(whole), this.asOf);
		Release off = Evidence.on(this.evidence.notApplicable(whole), this.asOf);
		List<LeafStanding> leaves = running ? before(id, cycles) : this.tree.leaves(phase);
		State state = state(holding, exempt, off, met, running, latest, due, leaves);
		List<ExplainedDate> dates = dates(latest, due, dueSteps, exempt);
		boolean toDo = !running && !holding.isEmpty() && state != State.EXEMPT && state != State.NOT_APPLICABLE;
		return new DutyStanding(id, curriculum.version(), state, reasons, due, leaves, cycles,
				toDo ? this.tree.next(phase) : null, nextDate(state, dates, latest), dates);
	}

	private State state(List<Reason> holding, @Nullable Release exempt, @Nullable Release off, LocalDate met,
			boolean running, @Nullable Cycle latest, @Nullable LocalDate due, List<LeafStanding> leaves) {
		if (holding.isEmpty() || due == null) {
			return State.ENDED;
		}
		if (off != null) {
			return State.NOT_APPLICABLE;
		}
		if (exempt != null) {
			return State.EXEMPT;
		}
		if (running) {
			return State.COMPLETE;
		}
		if (met.equals(Tree.NOT_NEEDED)) {
			return State.NOT_APPLICABLE;
		}
		if (met.equals(Tree.PASSES)) {
			return State.EXEMPT;
		}
		if (latest != null) {
			if (!this.asOf.isAfter(latest.lastDay())) {
				return State.DUE_SOON;
			}
			if (this.asOf.isAfter(latest.graceEnds())) {
				return State.LAPSED;
			}
			return this.asOf.isAfter(due) ? State.OVERDUE : State.DUE_SOON;
		}
		if (this.asOf.isAfter(due)) {
			return State.OVERDUE;
		}
		if (!this.asOf.isBefore(due.minus(SOON))) {
			return State.DUE_SOON;
		}
		return leaves.stream().anyMatch((leaf) -> leaf.state() == LeafStanding.State.MET) ? State.BUSY
				: State.NOT_STARTED;
	}

	/** What the last certificate rests on, as it stood when that was completed. */
	private List<LeafStanding> before(CurriculumId id, List<Cycle> cycles) {
		Cycle latest = cycles.getLast();
		Curriculum curriculum = this.policy.version(latest.version()).orElseThrow();
		LocalDate since = LocalDate.MIN;
		CurriculumPart asked = curriculum.root();
		if (cycles.size() > 1) {
			Cycle previous = cycles.get(cycles.size() - 2);
			Curriculum of = this.policy.version(previous.version()).orElseThrow();
			LocalDate after = previous.completedOn().plusDays(1);
			since = switch (of.validity().early()) {
				case COUNTS -> after;
				case DOES_NOT_COUNT -> Reasons.later(after, previous.windowOpens());
			};
			List<CurriculumPart> refreshers = curriculum.validity().refreshers();
			CurriculumPart back = curriculum.validity().returnPath();
			if (latest.kind() == Cycle.Kind.RENEWAL && !refreshers.isEmpty()) {
				asked = refreshers.get((previous.number() - 1) % refreshers.size());
			}
			else if (latest.kind() == Cycle.Kind.RETURN && back != null) {
				asked = back;
			}
		}
		List<Match> found = this.matches.getOrDefault(id, List.of());
		// What was there when the duty came was looked at on that day.
		LocalDate day = (latest.kind() == Cycle.Kind.FIRST && !found.isEmpty())
				? Reasons.later(latest.completedOn(), Reasons.start(found)) : latest.completedOn();
		return this.tree.leaves(new Phase(latest.kind(), curriculum, asked, since, day, roles(id, day)));
	}

	// ---- why, and by when

	private List<Reason> reasons(List<Match> found, @Nullable Cycle latest) {
		List<Reason> reasons = new ArrayList<>();
		for (Match match : found) {
			Rule rule = match.ruleOn(this.asOf);
			RoleHeld role = match.role();
			List<DateStep> steps = new ArrayList<>();
			LocalDate from = switch (rule.dueFrom()) {
				case ROLE_TAKEN -> step(steps, DateStep.Kind.ROLE_TAKEN, role.from());
				case RULE_ACTIVATED -> step(steps, DateStep.Kind.RULE_ACTIVATED, match.since());
				case PREVIOUS_EXPIRY -> (latest != null) ? step(steps, DateStep.Kind.PREVIOUS_EXPIRY, latest.lastDay())
						: step(steps, DateStep.Kind.ROLE_TAKEN, role.from());
			};
			LocalDate due = from.plus(rule.within());
			steps.add(new DateStep(DateStep.Kind.WITHIN, due, rule.within(), rule.id()));
			if (latest != null && latest.lastDay().isAfter(due)) {
				due = step(steps, DateStep.Kind.COVERED, latest.lastDay());
			}
			reasons.add(new Reason(rule.rule(), rule.id(), role.role(), role.municipality(), role.partner(),
					role.unit(), role.from(), match.since(), match.until(), due, steps));
		}
		reasons.sort(Comparator.comparing((Reason reason) -> !reason.holdsOn(this.asOf))
			.thenComparing(Reason::dueOn)
			.thenComparing(Reason::rule)
			.thenComparing(Reason::since)
			.thenComparing((reason) -> reason.municipality().value()));
		return reasons;
	}

	private static LocalDate step(List<DateStep> steps, DateStep.Kind kind, LocalDate day) {
		steps.add(DateStep.at(kind, day));
		return day;
	}

	private static LocalDate due(Reason strictest, Rhythm rhythm, @Nullable Cycle latest, List<DateStep> steps) {
		steps.addAll(strictest.steps());
		LocalDate due = strictest.dueOn();
		if (latest != null) {
			return due;
		}
		for (Fact fact : rhythm.firstExtensions()) {
			if (fact.finding() instanceof Finding.Extended(var curriculum, var extension, var reason)) {
				due = extension.of(due);
				steps.add(new DateStep(DateStep.Kind.EXTENDED, due, Rhythm.added(extension), fact.id()));
			}
		}
		return due;
	}

	private List<ExplainedDate> dates(@Nullable Cycle latest, @Nullable LocalDate due, List<DateStep> dueSteps,
			@Nullable Release exempt) {
		List<ExplainedDate> dates = new ArrayList<>();
		if (due != null) {
			dates.add(new ExplainedDate(ExplainedDate.Kind.DUE, due, dueSteps));
		}
		if (latest != null) {
			Validity validity = this.policy.version(latest.version()).orElseThrow().validity();
			dates.add(new ExplainedDate(ExplainedDate.Kind.WINDOW_OPENS, latest.windowOpens(),
					List.of(DateStep.at(DateStep.Kind.PREVIOUS_EXPIRY, latest.plannedLastDay()),
							new DateStep(DateStep.Kind.WINDOW, latest.windowOpens(), validity.window(), ""))));
			dates.add(new ExplainedDate(ExplainedDate.Kind.VALID_THROUGH, latest.lastDay(), latest.steps()));
			dates.add(new ExplainedDate(ExplainedDate.Kind.GRACE_ENDS, latest.graceEnds(),
					List.of(DateStep.at(DateStep.Kind.PREVIOUS_EXPIRY, latest.lastDay()),
							new DateStep(DateStep.Kind.GRACE, latest.graceEnds(), validity.grace(), ""))));
		}
		if (exempt != null && exempt.until() != null) {
			dates.add(new ExplainedDate(ExplainedDate.Kind.EXEMPT_THROUGH, exempt.until(), List.of()));
		}
		return dates;
	}

	private @Nullable ExplainedDate nextDate(State state, List<ExplainedDate> dates, @Nullable Cycle latest) {
		ExplainedDate.Kind kind = switch (state) {
			case NOT_STARTED, BUSY, LAPSED -> ExplainedDate.Kind.DUE;
			case COMPLETE -> ExplainedDate.Kind.WINDOW_OPENS;
			case DUE_SOON -> (latest != null && !this.asOf.isAfter(latest.lastDay())) ? ExplainedDate.Kind.VALID_THROUGH
					: ExplainedDate.Kind.DUE;
			case OVERDUE -> (latest != null) ? ExplainedDate.Kind.GRACE_ENDS : ExplainedDate.Kind.DUE;
			case EXEMPT -> ExplainedDate.Kind.EXEMPT_THROUGH;
			case NOT_APPLICABLE, ENDED -> null;
		};
		Map<ExplainedDate.Kind, ExplainedDate> byKind = dates.stream()
			.collect(Collectors.toMap(ExplainedDate::kind, (date) -> date));
		return (kind != null) ? byKind.get(kind) : null;
	}

}
