package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumCompleted;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumPublished;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleLeft;
import nl.kundig.courses.people.RoleTaken;
import nl.kundig.courses.quiz.QuizPassed;
import nl.kundig.courses.quiz.QuizService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Writes down facts, pins and views when it hears of roles and passes; may be told twice.
 */
@Component
class ProgressTracker {

	/**
	 * How long a rule gives that comes with a curriculum; a municipality may change it.
	 */
	private static final Period FIRST_DUE = Period.ofMonths(3);

	private static final int BATCH = 1000;

	private final DutyRepository duties;

	private final FactRepository facts;

	private final StandingViewRepository views;

	private final Policies policies;

	private final PeopleService people;

	private final QuizService quizzes;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProgressTracker(DutyRepository duties, FactRepository facts, StandingViewRepository views, Policies policies,
			PeopleService people, QuizService quizzes, MongoOperations mongo, ApplicationEventPublisher events,
			Clock clock) {
		this.duties = duties;
		this.facts = facts;
		this.views = views;
		this.policies = policies;
		this.people = people;
		this.quizzes = quizzes;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	/** A curriculum brings the rule that its role must do it, unless there is one. */
	@EventListener
	void on(CurriculumPublished published) {
		Curriculum curriculum = published.curriculum();
		LocalDate from = LocalDate.ofInstant(curriculum.publishedAt(), PeopleService.ZONE);
		if (insert(Rule.first(new RuleId("role|" + curriculum.curriculum()), curriculum.title(),
				new Who.RoleHolders(curriculum.role(), null, null), curriculum.curriculum(), FIRST_DUE,
				DueFrom.ROLE_TAKEN, from, "", this.clock.instant()))) {
			this.events.publishEvent(new PolicyChanged());
		}
	}

	@EventListener
	void on(RoleTaken taken) {
		follow(taken.learner());
	}

	@EventListener
	void on(RoleLeft left) {
		follow(left.learner());
	}

	@EventListener
	void on(QuizPassed passed) {
		record(passed);
		follow(passed.learner());
	}

	/**
	 * Draws every consequence of what is known of this learner; returns what was missing.
	 */
	List<String> follow(LearnerId learner) {
		Optional<History> known = history(learner);
		if (known.isEmpty()) {
			return List.of();
		}
		Policy policy = this.policies.policy();
		LocalDate today = today();
		List<String> made = new ArrayList<>();
		History history = known.get();
		Standing standing = Standing.of(history, policy, today);
		for (DutyStanding duty : standing.duties()) {
			if (!history.pins().containsKey(duty.curriculum())) {
				LocalDate since = duty.reasons().stream().map(Reason::since).min(LocalDate::compareTo).orElse(today);
				if (insert(Duty.of(learner, duty.curriculum(),
						new Pin(duty.version(), since, "", this.clock.instant())))) {
					made.add("duty " + learner + "|" + duty.curriculum());
				}
			}
		}
		this.views.save(new StandingView(learner, standing));
		standing.duties().forEach((duty) -> announce(learner, duty, policy, today));
		return made;
	}

	private void announce(LearnerId learner, DutyStanding duty, Policy policy, LocalDate today) {
		duty.latest()
			.filter((cycle) -> !cycle.lastDay().isBefore(today))
			.ifPresent((cycle) -> this.events
				.publishEvent(new CurriculumCompleted(learner, policy.version(cycle.version()).orElseThrow(),
						cycle.completedOn(), cycle.from(), cycle.plannedLastDay())));
	}

	/** Records passes that never arrived, then follows; returns what was missing. */
	List<String> recheck(LearnerId learner) {
		List<String> repaired = new ArrayList<>();
		Policy policy = this.policies.policy();
		for (LearningModuleId module : modules(learner, policy)) {
			this.quizzes.passes(learner, module)
				.stream()
				.filter(this::record)
				.forEach((passed) -> repaired.add("achievement " + passed.attempt()));
		}
		repaired.addAll(follow(learner));
		return repaired;
	}

	private Set<LearningModuleId> modules(LearnerId learner, Policy policy) {
		Set<LearningModuleId> modules = new HashSet<>();
		history(learner).map((history) -> Standing.of(history, policy, today()))
			.ifPresent((standing) -> standing.duties()
				.stream()
				.map((duty) -> policy.version(duty.version()))
				.flatMap(Optional::stream)
				.flatMap(Curriculum::trees)
				.flatMap(CurriculumPart::leaves)
				.forEach((leaf) -> {
					if (leaf.requirement() instanceof PassModule(var module)) {
						modules.add(module);
					}
				}));
		return modules;
	}

	Optional<History> history(LearnerId learner) {
		return this.people.learner(learner).map(this::history);
	}

	History history(Learner learner) {
		return new History(learner, this.facts.findByLearner(learner.id()),
				this.duties.findByLearner(learner.id())
					.stream()
					.collect(Collectors.toMap(Duty::curriculum, Duty::pins)));
	}

	/** Tells of everybody, so many at a time: three queries for each batch. */
	void histories(Consumer<History> told) {
		List<Learner> learners = this.people.learners();
		for (int from = 0; from < learners.size(); from += BATCH) {
			List<Learner> batch = learners.subList(from, Math.min(from + BATCH, learners.size()));
			List<LearnerId> ids = batch.stream().map(Learner::id).toList();
			Map<LearnerId, List<Fact>> known = this.facts.findByLearnerIn(ids)
				.stream()
				.collect(Collectors.groupingBy(Fact::learner));
			Map<LearnerId, List<Duty>> pinned = this.duties.findByLearnerIn(ids)
				.stream()
				.collect(Collectors.groupingBy(Duty::learner));
			for (Learner learner : batch) {
				told.accept(new History(learner, known.getOrDefault(learner.id(), List.of()),
						pinned.getOrDefault(learner.id(), List.of())
							.stream()
							.collect(Collectors.toMap(Duty::curriculum, Duty::pins))));
			}
		}
	}

	boolean insert(Object fact) {
		try {
			this.mongo.insert(fact);
			return true;
		}
		catch (DuplicateKeyException ex) {
			// It is written down already; a listener may be told twice.
			return false;
		}
	}

	LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

	private boolean record(QuizPassed passed) {
		LocalDate day = LocalDate.ofInstant(passed.passedAt(), PeopleService.ZONE);
		return insert(Fact.achieved(passed.learner(), new PassModule(passed.module()), passed.attempt().value(), day,
				this.clock.instant()));
	}

}
