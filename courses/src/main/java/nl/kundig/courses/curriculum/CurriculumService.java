package nl.kundig.courses.curriculum;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.QuizService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What there is to be done: curricula in all their versions. */
@Service
public class CurriculumService {

	/** The zone of every date people talk about. */
	public static final ZoneId ZONE = PeopleService.ZONE;

	private final CurriculumRepository curricula;

	private final QuizService quizzes;

	private final ApplicationEventPublisher events;

	// A version never changes, so it may be kept for as long as the process lives.
	private final Map<String, Curriculum> versions = new ConcurrentHashMap<>();

	CurriculumService(CurriculumRepository curricula, QuizService quizzes, ApplicationEventPublisher events) {
		this.curricula = curricula;
		this.quizzes = quizzes;
		this.events = events;
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
		this.events.publishEvent(new CurriculumPublished(curriculum));
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

	/** Every version of every curriculum. */
	public List<Curriculum> versions() {
		return this.curricula.findAll();
	}

	/** The version that somebody who takes this role now gets. */
	public Optional<Curriculum> curriculum(LearnerRole role) {
		return this.curricula.findFirstByRoleOrderByPublishedAtDesc(role);
	}

	public Optional<Curriculum> version(String version) {
		Curriculum known = this.versions.get(version);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<Curriculum> found = this.curricula.findById(version);
		found.ifPresent((curriculum) -> this.versions.put(version, curriculum));
		return found;
	}

}
