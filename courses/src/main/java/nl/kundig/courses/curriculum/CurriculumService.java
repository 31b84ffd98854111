package nl.kundig.courses.curriculum;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.RoleTaken;
import nl.kundig.courses.quiz.QuizService;

import org.springframework.stereotype.Service;

/** What people must do and how far they are. */
@Service
public class CurriculumService {

	/** The zone of every date people talk about. */
	public static final ZoneId ZONE = PeopleService.ZONE;

	private final CurriculumRepository curricula;

	private final DutyRepository duties;

	private final AchievementRepository achievements;

	private final PeopleService people;

	private final ProgressTracker tracker;

	private final QuizService quizzes;

	private final Clock clock;

	// A version never changes, so it may be kept for as long as the process lives.
	private final Map<String, Curriculum> versions = new ConcurrentHashMap<>();

	CurriculumService(CurriculumRepository curricula, DutyRepository duties, AchievementRepository achievements,
			PeopleService people, ProgressTracker tracker, QuizService quizzes, Clock clock) {
		this.curricula = curricula;
		this.duties = duties;
		this.achievements = achievements;
		this.people = people;
		this.tracker = tracker;
		this.quizzes = quizzes;
		this.clock = clock;
	}

	/**
	 * Makes this the version that new duties get; publishing a known version again
	 * changes nothing. What cannot be done is refused.
	 */
	public void publish(Curriculum curriculum) {
		if (!this.curricula.existsById(curriculum.version())) {
			List<CurriculumMistake> mistakes = mistakes(curriculum);
			if (!mistakes.isEmpty()) {
				throw new CurriculumRefused(curriculum.curriculum(), mistakes);
			}
			this.curricula.save(curriculum);
		}
	}

	/** What keeps this from being published; empty when nothing does. */
	public List<CurriculumMistake> mistakes(Curriculum curriculum) {
		return new CurriculumCheck((module) -> this.quizzes.quiz(module).isPresent(), this::current).of(curriculum);
	}

	/** The version that somebody who gets this curriculum now gets. */
	public Optional<Curriculum> current(CurriculumId curriculum) {
		return this.curricula.findFirstByCurriculumOrderByPublishedAtDesc(curriculum);
	}

	/** Every version of it, the newest first. */
	public List<Curriculum> versions(CurriculumId curriculum) {
		return this.curricula.findByCurriculumOrderByPublishedAtDesc(curriculum);
	}

	/** The version that somebody who takes this role now gets. */
	public Optional<Curriculum> curriculum(LearnerRole role) {
		return this.curricula.findFirstByRoleOrderByPublishedAtDesc(role);
	}

	/** How far the learner is today, for each curriculum that applies. */
	public List<CurriculumStatus> statuses(LearnerId learner) {
		List<Duty> found = this.duties.findByLearner(learner);
		if (found.isEmpty()) {
			return List.of();
		}
		List<Achievement> facts = this.achievements.findByLearner(learner);
		LocalDate today = LocalDate.now(this.clock.withZone(ZONE));
		return found.stream().map((duty) -> CurriculumStatus.of(version(duty), facts, today)).toList();
	}

	/**
	 * Draws again every consequence of the facts, as after a crash between two steps.
	 * @return what was missing and is there now, a line each
	 */
	public List<String> recheck() {
		List<String> repaired = new ArrayList<>();
		LocalDate today = LocalDate.now(this.clock.withZone(ZONE));
		for (Learner learner : this.people.learners()) {
			for (RoleHeld role : learner.rolesOn(today)) {
				this.tracker.on(RoleTaken.of(learner.id(), role));
			}
			repaired.addAll(this.tracker.recheck(learner.id()));
		}
		return repaired;
	}

	private Curriculum version(Duty duty) {
		return this.versions.computeIfAbsent(duty.version(),
				(version) -> this.curricula.findById(version).orElseThrow());
	}

}
