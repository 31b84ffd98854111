package nl.kundig.courses.curriculum;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.RoleTaken;
import nl.kundig.courses.quiz.QuizPassed;
import nl.kundig.courses.quiz.QuizService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Writes down duties and achievements when it hears of roles and passes; may be told
 * twice.
 */
@Component
class ProgressTracker {

	private final CurriculumRepository curricula;

	private final DutyRepository duties;

	private final AchievementRepository achievements;

	private final QuizService quizzes;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProgressTracker(CurriculumRepository curricula, DutyRepository duties, AchievementRepository achievements,
			QuizService quizzes, MongoOperations mongo, ApplicationEventPublisher events, Clock clock) {
		this.curricula = curricula;
		this.duties = duties;
		this.achievements = achievements;
		this.quizzes = quizzes;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	@EventListener
	void on(RoleTaken taken) {
		this.curricula.findFirstByRoleOrderByPublishedAtDesc(taken.role()).ifPresent((curriculum) -> {
			String id = Duty.idOf(taken.learner(), curriculum.curriculum());
			insert(new Duty(id, taken.learner(), curriculum.curriculum(), curriculum.version(), taken.role(),
					taken.from(), this.clock.instant()));
			announceCompleted(taken.learner());
		});
	}

	@EventListener
	void on(QuizPassed passed) {
		record(passed);
		announceCompleted(passed.learner());
	}

	/**
	 * Records passes that never arrived and announces completions again; returns what was
	 * missing.
	 */
	List<String> recheck(LearnerId learner) {
		List<String> repaired = new ArrayList<>();
		for (Duty duty : this.duties.findByLearner(learner)) {
			for (CurriculumRequirement requirement : version(duty).requirements()) {
				if (requirement instanceof CurriculumRequirement.PassModule(var module)) {
					this.quizzes.passes(learner, module)
						.stream()
						.filter(this::record)
						.forEach((passed) -> repaired.add("achievement " + passed.attempt()));
				}
			}
		}
		announceCompleted(learner);
		return repaired;
	}

	private boolean record(QuizPassed passed) {
		LocalDate day = LocalDate.ofInstant(passed.passedAt(), CurriculumService.ZONE);
		return insert(Achievement.of(passed.learner(), new CurriculumRequirement.PassModule(passed.module()),
				passed.attempt().value(), day, this.clock.instant()));
	}

	private void announceCompleted(LearnerId learner) {
		List<Achievement> facts = this.achievements.findByLearner(learner);
		LocalDate today = LocalDate.now(this.clock.withZone(CurriculumService.ZONE));
		for (Duty duty : this.duties.findByLearner(learner)) {
			Curriculum curriculum = version(duty);
			CurriculumStatus.of(curriculum, facts, today)
				.completedOn()
				.ifPresent((day) -> this.events.publishEvent(new CurriculumCompleted(learner, curriculum, day)));
		}
	}

	private Curriculum version(Duty duty) {
		return this.curricula.findById(duty.version()).orElseThrow();
	}

	private boolean insert(Object fact) {
		try {
			this.mongo.insert(fact);
			return true;
		}
		catch (DuplicateKeyException ex) {
			// It is written down already; a listener may be told twice.
			return false;
		}
	}

}
