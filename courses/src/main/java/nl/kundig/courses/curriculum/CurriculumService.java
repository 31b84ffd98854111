package nl.kundig.courses.curriculum;

import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

	private final WithdrawalRepository withdrawals;

	private final QuizService quizzes;

	private final ApplicationEventPublisher events;

	// A version never changes, so it may be kept for as long as the process lives.
	private final Map<String, Curriculum> versions = new ConcurrentHashMap<>();

	CurriculumService(CurriculumRepository curricula, WithdrawalRepository withdrawals, QuizService quizzes,
			ApplicationEventPublisher events) {
		this.curricula = curricula;
		this.withdrawals = withdrawals;
		this.quizzes = quizzes;
		this.events = events;
	}

	/**
	 * Makes this the version that new duties get; publishing a known version again
	 * changes nothing. What cannot be done is refused.
	 */
	public void publish(Curriculum curriculum) {
		publish(curriculum, CurriculumDraft.USUAL_DUE);
	}

	/** The same, and says how long somebody has who gets it. */
	public void publish(Curriculum curriculum, Period due) {
		if (!this.curricula.existsById(curriculum.version())) {
			List<CurriculumMistake> mistakes = mistakes(curriculum);
			if (!mistakes.isEmpty()) {
				throw new CurriculumRefused(curriculum.curriculum(), mistakes);
			}
			this.curricula.save(curriculum);
		}
		this.events.publishEvent(new CurriculumPublished(curriculum, due));
	}

	/** What keeps this from being published; empty when nothing does. */
	public List<CurriculumMistake> mistakes(Curriculum curriculum) {
		return new CurriculumCheck((module) -> this.quizzes.quiz(module).isPresent(), this::current).of(curriculum);
	}

	/** The version that somebody who gets this curriculum now gets. */
	public Optional<Curriculum> current(CurriculumId curriculum) {
		Set<String> withdrawn = withdrawn();
		return versions(curriculum).stream().filter((version) -> !withdrawn.contains(version.version())).findFirst();
	}

	/** Every version of it, the newest first. */
	public List<Curriculum> versions(CurriculumId curriculum) {
		return this.curricula.findByCurriculumOrderByPublishedAtDesc(curriculum);
	}

	/** Every version of every curriculum. */
	public List<Curriculum> versions() {
		return this.curricula.findAll();
	}

	/** The ready-made version that somebody who takes this role now gets. */
	public Optional<Curriculum> curriculum(LearnerRole role) {
		Set<String> withdrawn = withdrawn();
		return this.curricula.findByRoleOrderByPublishedAtDesc(role)
			.stream()
			.filter((version) -> !withdrawn.contains(version.version()))
			.filter((version) -> version.curriculum().municipality().isEmpty())
			.findFirst();
	}

	/** The versions that nobody new gets. */
	public Set<String> withdrawn() {
		return this.withdrawals.findAll().stream().map(Withdrawal::version).collect(Collectors.toUnmodifiableSet());
	}

	/** Who withdrew this version, and when. */
	public Optional<Withdrawal> withdrawal(String version) {
		return this.withdrawals.findById(version);
	}

	/**
	 * From now on nobody new gets this version; whoever has it goes on with it.
	 * Withdrawing again changes nothing.
	 */
	Withdrawal withdraw(Withdrawal withdrawal) {
		Withdrawal known = this.withdrawals.findById(withdrawal.version())
			.orElseGet(() -> this.withdrawals.save(withdrawal));
		this.events.publishEvent(new CurriculumWithdrawn(known));
		return known;
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
