package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.ToIntBiFunction;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.duty.Policy.ActiveRule;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.quiz.QuizService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What people must do, how far they are, and why. */
@Service
public class DutyService {

	/** Every length is measured from this day. */
	private static final LocalDate SOME_DAY = LocalDate.of(2025, 1, 1);

	private static final int LONGEST_YEARS = 10;

	private final ProgressTracker tracker;

	private final Consequences consequences;

	private final DecisionService decisions;

	private final Policies policies;

	private final FactRepository facts;

	private final StandingViewRepository views;

	private final PeopleService people;

	private final RecheckRuns runs;

	private final QuizService quizzes;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DutyService(ProgressTracker tracker, Consequences consequences, DecisionService decisions, Policies policies,
			FactRepository facts, StandingViewRepository views, PeopleService people, RecheckRuns runs,
			QuizService quizzes, ApplicationEventPublisher events, Clock clock) {
		this.tracker = tracker;
		this.consequences = consequences;
		this.decisions = decisions;
		this.policies = policies;
		this.facts = facts;
		this.views = views;
		this.people = people;
		this.runs = runs;
		this.quizzes = quizzes;
		this.events = events;
		this.clock = clock;
	}

	/** How the learner stands today. */
	public Standing standing(LearnerId learner) {
		return standing(learner, this.consequences.today());
	}

	/** How the learner stands on that day, by what is known now. */
	public Standing standing(LearnerId learner, LocalDate day) {
		return history(learner).map((history) -> Standing.of(history, this.policies.policy(), day))
			.orElseGet(() -> new Standing(learner, day, List.of()));
	}

	/** Everything that is known of the learner. */
	public Optional<History> history(LearnerId learner) {
		return this.consequences.histories(List.of(learner)).stream().findFirst();
	}

	/**
	 * What is different on a day between what was known at some time and what is known
	 * now: whatever was written down since with an effective day up to then. Both by the
	 * rules of now; without such facts there is none.
	 */
	public AsOfDifferences asOfDifferences(LearnerId learner, LocalDate day, Instant knownAt) {
		return history(learner).map((history) -> AsOfDifferences.of(history, this.policies.policy(), day, knownAt))
			.orElseGet(() -> AsOfDifferences.none(learner, day));
	}

	/** Everything that was decided. */
	public Policy policy() {
		return this.policies.policy();
	}

	/** For a curriculum the learner does not have: what each of its rules lacks. */
	public List<WhyNot> whyNot(LearnerId learner, CurriculumId curriculum) {
		Policy policy = this.policies.policy();
		LocalDate today = this.consequences.today();
		List<RoleHeld> roles = this.people.learner(learner).map(Learner::roles).orElse(List.of());
		List<WhyNot> all = new ArrayList<>();
		for (List<ActiveRule> chain : policy.chains()) {
			if (!chain.isEmpty() && chain.getFirst().rule().curriculum().equals(curriculum)) {
				all.add(whyNot(chain.getLast(), roles, policy, today));
			}
		}
		return all;
	}

	private static WhyNot whyNot(ActiveRule last, List<RoleHeld> roles, Policy policy, LocalDate today) {
		Rule rule = last.rule();
		boolean active = !today.isBefore(last.from()) && (last.until() == null || !today.isAfter(last.until()));
		boolean over = roles.stream()
			.anyMatch((role) -> !role.isHeldOn(today) && rule.who().failing(role, policy.places()).isEmpty());
		// Conditions are asked in order, so the one that is reached last comes nearest.
		Who.Condition nearest = roles.stream()
			.filter((role) -> role.isHeldOn(today))
			.map((role) -> rule.who().failing(role, policy.places()))
			.flatMap(Optional::stream)
			.max(Comparator.naturalOrder())
			.orElse(null);
		return new WhyNot(rule, nearest, active, over);
	}

	/**
	 * Writes the fact down and draws its consequences. The same again changes nothing.
	 * @param source what proves it; with learner and subject it makes the fact one
	 * @throws FactRefused also when the source was used to say something else
	 */
	public Fact record(LearnerId learner, Finding finding, LocalDate effectiveOn, String actor, String source) {
		Learner known = this.people.learner(learner)
			.orElseThrow(() -> new FactRefused(FactRefused.Reason.UNKNOWN_LEARNER, learner));
		checkDay(effectiveOn);
		check(known.id(), finding, effectiveOn);
		String id = learner + "|" + subject(finding) + "|" + source;
		Fact fact = new Fact(id, learner, finding, effectiveOn, this.clock.instant(), actor, source);
		if (!this.consequences.insert(fact)) {
			this.facts.findById(id)
				.filter((before) -> before.finding().equals(finding) && before.effectiveOn().equals(effectiveOn))
				.orElseThrow(() -> new FactRefused(FactRefused.Reason.SOURCE_USED, source));
		}
		this.consequences.draw(learner);
		return fact;
	}

	private void checkDay(LocalDate day) {
		if (day.isBefore(PeopleService.EARLIEST) || day.isAfter(this.consequences.today().plusDays(1))) {
			throw new FactRefused(FactRefused.Reason.DATE_OUT_OF_RANGE, day);
		}
	}

	private void check(LearnerId learner, Finding finding, LocalDate from) {
		switch (finding) {
			case Finding.Achieved(var requirement) -> checkKnown(requirement);
			case Finding.Exempted(var requirement, var until, var reason, var evidence) -> {
				checkKnown(requirement);
				checkSpan(from, until);
				checkReason(reason);
				checkReason(evidence);
			}
			case Finding.NotApplicable(var requirement, var until, var reason) -> {
				checkKnown(requirement);
				checkSpan(from, until);
				checkReason(reason);
			}
			case Finding.Extended(var curriculum, var extension, var reason) -> {
				checkKnown(new CurriculumRequirement.HoldCertificate(curriculum));
				checkExtension(extension, from);
				checkReason(reason);
			}
			case Finding.Revoked(var id, var reason) -> {
				checkReason(reason);
				this.facts.findById(id)
					.filter((fact) -> fact.learner().equals(learner))
					.orElseThrow(() -> new FactRefused(FactRefused.Reason.UNKNOWN_FACT, id));
			}
		}
	}

	private void checkKnown(CurriculumRequirement requirement) {
		if (requirement instanceof CurriculumRequirement.PassModule(var module)
				&& this.quizzes.quiz(module).isEmpty()) {
			throw new FactRefused(FactRefused.Reason.UNKNOWN_MODULE, module);
		}
		if (requirement instanceof CurriculumRequirement.HoldCertificate(var curriculum)
				&& this.policies.policy().current(curriculum).isEmpty()) {
			throw new FactRefused(FactRefused.Reason.UNKNOWN_CURRICULUM, curriculum);
		}
	}

	private static void checkSpan(LocalDate from, @Nullable LocalDate until) {
		if (until != null && until.isBefore(from)) {
			throw new FactRefused(FactRefused.Reason.ENDS_BEFORE_IT_STARTS, until);
		}
		if (until != null && until.isAfter(from.plusYears(LONGEST_YEARS))) {
			throw new FactRefused(FactRefused.Reason.EXTENSION_OUT_OF_RANGE, until);
		}
	}

	private static void checkReason(String reason) {
		if (reason.isBlank()) {
			throw new FactRefused(FactRefused.Reason.NO_REASON, "");
		}
	}

	static void checkExtension(Extension extension, LocalDate from) {
		boolean fits = switch (extension) {
			case Extension.ThroughDay(var day) -> !day.isBefore(from) && !day.isAfter(from.plusYears(LONGEST_YEARS));
			case Extension.ByPeriod(var period) -> isReasonable(period);
		};
		if (!fits) {
			throw new FactRefused(FactRefused.Reason.EXTENSION_OUT_OF_RANGE, extension);
		}
	}

	private static boolean isReasonable(Period period) {
		LocalDate end = SOME_DAY.plus(period);
		return end.isAfter(SOME_DAY) && !end.isAfter(SOME_DAY.plusYears(LONGEST_YEARS));
	}

	private static String subject(Finding finding) {
		return switch (finding) {
			case Finding.Achieved(var requirement) -> requirement.key();
			case Finding.Exempted(var requirement, var until, var reason, var evidence) ->
				"exempt:" + requirement.key();
			case Finding.NotApplicable(var requirement, var until, var reason) -> "not-applicable:" + requirement.key();
			case Finding.Extended(var curriculum, var extension, var reason) -> "extended:" + curriculum;
			case Finding.Revoked(var fact, var reason) -> "revoked:" + fact;
		};
	}

	/**
	 * Makes this version of a rule hold from its first day, for everybody it matches.
	 * Whoever cannot be looked at is listed by the next recheck.
	 */
	public void activate(Rule rule) {
		check(rule);
		if (!this.consequences.insert(rule)) {
			throw new RuleRefused(RuleRefused.Reason.NOT_THE_NEXT_VERSION, rule.id());
		}
		this.events.publishEvent(new PolicyChanged());
		this.consequences.drawEverybody();
	}

	/** Refuses a version of a rule that cannot be. */
	void check(Rule rule) {
		Policy policy = this.policies.policy();
		if (rule.text().isBlank()) {
			throw new RuleRefused(RuleRefused.Reason.NO_TEXT, rule.id());
		}
		if (!isReasonable(rule.within())) {
			throw new RuleRefused(RuleRefused.Reason.PERIOD_OUT_OF_RANGE, rule.within());
		}
		if (rule.activeFrom().isBefore(PeopleService.EARLIEST)
				|| rule.activeFrom().isAfter(this.consequences.today().plusYears(LONGEST_YEARS))) {
			throw new RuleRefused(RuleRefused.Reason.DATE_OUT_OF_RANGE, rule.activeFrom());
		}
		if (policy.current(rule.curriculum()).isEmpty()) {
			throw new RuleRefused(RuleRefused.Reason.UNKNOWN_CURRICULUM, rule.curriculum());
		}
		Optional<Rule> last = policy.rules()
			.stream()
			.filter((known) -> known.rule().equals(rule.rule()))
			.max(Comparator.comparingInt(Rule::number));
		if (rule.number() != last.map(Rule::number).orElse(0) + 1) {
			throw new RuleRefused(RuleRefused.Reason.NOT_THE_NEXT_VERSION, rule.id());
		}
		if (last.isPresent() && rule.activeFrom().isBefore(last.get().activeFrom())) {
			throw new RuleRefused(RuleRefused.Reason.BEFORE_THE_LAST_VERSION, rule.activeFrom());
		}
	}

	/** Decides that one counts for the other, for everybody. */
	public void decide(Equivalence equivalence) {
		this.consequences.insert(equivalence);
		this.events.publishEvent(new PolicyChanged());
		this.consequences.drawEverybody();
	}

	/**
	 * The prepared view of the learner, with the day it is of; empty when there is none.
	 */
	public Optional<Standing> prepared(LearnerId learner) {
		return this.views.findById(learner).map(StandingView::standing);
	}

	/**
	 * Makes every prepared view again.
	 * @return where the view was not what the facts say of its day
	 */
	public List<ViewDifference> rebuildViews() {
		return rebuildViews((done) -> {
		});
	}

	/**
	 * Makes every prepared view again.
	 * @param progress told how many people were looked at
	 */
	public List<ViewDifference> rebuildViews(IntConsumer progress) {
		List<ViewDifference> differences = new ArrayList<>();
		Outcome outcome = this.consequences.everybody((page) -> {
			// Of a page that fails nothing was found yet; its people come again one by
			// one.
			differences.addAll(this.consequences.rebuild(page));
			return List.of();
		}, () -> true, progress);
		outcome.skipped().forEach((skipped) -> differences.add(ViewDifference.unreadable(skipped)));
		return differences;
	}

	/** What the draft would do from today, for everybody. */
	public TrialRun tryOut(Draft draft, ToIntBiFunction<CurriculumRequirement, LearnerRole> minutes,
			IntConsumer progress) {
		List<History> histories = new ArrayList<>();
		this.consequences.histories(histories::add);
		return TrialRun.of(histories, this.policies.policy(), draft, this.consequences.today(), minutes, progress);
	}

	/**
	 * Draws again every consequence of the facts, as after a crash between two steps or
	 * days of standstill. What was made good and who was skipped is kept as one document.
	 */
	public RecheckRun recheck() {
		return recheck(() -> true, (done) -> {
		});
	}

	/**
	 * Draws again every consequence of the facts.
	 * @param goOn asked before each page; a run that stops halfway is repeated harmlessly
	 * @param progress told how many people were looked at
	 */
	public RecheckRun recheck(BooleanSupplier goOn, IntConsumer progress) {
		Instant start = this.clock.instant();
		Instant previous = lastRecheck().map(RecheckRun::startedAt).orElse(null);
		List<String> repaired = new ArrayList<>(this.decisions.recheck());
		AtomicBoolean finished = new AtomicBoolean(true);
		Outcome outcome = this.consequences.everybody(this.tracker::recheck, () -> {
			finished.set(goOn.getAsBoolean());
			return finished.get();
		}, progress);
		repaired.addAll(outcome.made());
		RecheckRun run = new RecheckRun(UUID.randomUUID().toString(), start, this.clock.instant(), previous,
				finished.get(), outcome.learners(), repaired, repaired.size(), outcome.skipped());
		this.runs.insert(run);
		this.runs.removeUntil(start.minus(Duration.ofDays(RecheckRun.DAYS_KEPT)));
		return run;
	}

	/** The newest run of the recheck, with what it did and skipped. */
	public Optional<RecheckRun> lastRecheck() {
		return this.runs.newest();
	}

}
