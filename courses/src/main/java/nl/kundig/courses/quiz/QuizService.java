package nl.kundig.courses.quiz;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Taking quizzes: start, answer, submit, and look at the result. */
@Service
public class QuizService {

	private final QuizRepository quizzes;

	private final AttemptRepository attempts;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Random random;

	// A version never changes, so it may be kept for as long as the process lives.
	private final Map<String, Quiz> versions = new ConcurrentHashMap<>();

	QuizService(QuizRepository quizzes, AttemptRepository attempts, MongoOperations mongo,
			ApplicationEventPublisher events, Clock clock, Random random) {
		this.quizzes = quizzes;
		this.attempts = attempts;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Makes this the version of new attempts; publishing a known version again changes
	 * nothing.
	 */
	public void publish(Quiz quiz) {
		if (!this.quizzes.existsById(quiz.version())) {
			this.quizzes.save(quiz);
		}
	}

	public Optional<Quiz> quiz(LearningModuleId module) {
		return this.quizzes.findFirstByModuleOrderByPublishedAtDesc(module);
	}

	/** The learner's attempts at this module, the first one first. */
	public List<Attempt> attempts(LearnerId learner, LearningModuleId module) {
		return this.attempts.findByLearnerAndModule(learner, module)
			.stream()
			.sorted(Comparator.comparingInt(Attempt::number))
			.toList();
	}

	/**
	 * A new attempt, or the open one when there is one: starting twice gives one attempt.
	 */
	public Attempt start(LearnerId learner, LearningModuleId module) {
		List<Attempt> earlier = attempts(learner, module);
		if (!earlier.isEmpty() && earlier.getLast().isOpen()) {
			return earlier.getLast();
		}
		Quiz quiz = quiz(module).orElseThrow(() -> new QuizNotFound(module));
		Set<String> seen = new HashSet<>();
		earlier.forEach((attempt) -> seen.addAll(attempt.questions()));
		AttemptId id = AttemptId.of(learner, module, earlier.size() + 1);
		Attempt attempt = new Attempt(id, learner, module, earlier.size() + 1, quiz.version(),
				quiz.drawQuestions(seen, this.random), Map.of(), this.clock.instant(), null);
		try {
			return this.mongo.insert(attempt);
		}
		catch (DuplicateKeyException ex) {
			// Another click was first; its attempt is the one.
			return this.attempts.findById(id).orElseThrow(() -> new AttemptNotFound(id));
		}
	}

	public Attempt attempt(LearnerId learner, LearningModuleId module, int number) {
		AttemptId id = AttemptId.of(learner, module, number);
		return this.attempts.findById(id).orElseThrow(() -> new AttemptNotFound(id));
	}

	/** The questions of an attempt, without solutions. */
	public List<OpenQuestion> questions(Attempt attempt) {
		return quizOf(attempt).questions(attempt.questions()).stream().map(Question::open).toList();
	}

	/**
	 * Saves the answers that fit their questions and says of the others why they do not.
	 * What was saved stays when the connection is lost.
	 * @return problems by question id; empty when everything was saved
	 */
	public Map<String, AnswerProblem> save(Attempt attempt, Map<String, Answer> answers) {
		Map<String, AnswerProblem> problems = new LinkedHashMap<>();
		Update update = new Update();
		boolean any = false;
		for (Question question : quizOf(attempt).questions(attempt.questions())) {
			Answer answer = answers.get(question.id());
			if (answer == null) {
				continue;
			}
			Optional<AnswerProblem> problem = question.problem(answer);
			problem.ifPresent((reason) -> problems.put(question.id(), reason));
			if (problem.isEmpty()) {
				update.set("answers." + question.id(), answer);
				any = true;
			}
		}
		if (any && this.mongo.updateFirst(open(attempt.id()), update, Attempt.class).getMatchedCount() == 0) {
			throw new AttemptClosed(attempt.id());
		}
		return problems;
	}

	/** What still lacks an answer: question ids. */
	public List<String> incomplete(Attempt attempt) {
		return quizOf(attempt).questions(attempt.questions())
			.stream()
			.filter((question) -> !question.isComplete(attempt.answer(question.id())))
			.map(Question::id)
			.toList();
	}

	/** Closes the attempt with the answers saved so far; submitting twice counts once. */
	public Attempt submit(LearnerId learner, LearningModuleId module, int number) {
		Instant now = this.clock.instant();
		AttemptId id = AttemptId.of(learner, module, number);
		Attempt submitted = this.mongo.findAndModify(open(id), new Update().set("submittedAt", now),
				FindAndModifyOptions.options().returnNew(true), Attempt.class);
		Attempt attempt = (submitted != null) ? submitted : attempt(learner, module, number);
		// Told again on a second click: whoever listens may be told twice, and a crash
		// after the
		// first write is made good.
		passed(attempt).ifPresent(this.events::publishEvent);
		return attempt;
	}

	public Grade grade(Attempt attempt) {
		return quizOf(attempt).grade(attempt.questions(), attempt.answers());
	}

	/** Question by question; only of a submitted attempt. */
	public List<AnsweredQuestion> answered(Attempt attempt) {
		if (attempt.isOpen()) {
			throw new AttemptNotFound(attempt.id());
		}
		return quizOf(attempt).questions(attempt.questions()).stream().map((question) -> {
			Answer answer = attempt.answer(question.id());
			return new AnsweredQuestion(question.open(), question.section(),
					question.score(answer) == Question.FULL_SCORE, question.feedback(answer));
		}).toList();
	}

	/** Every pass these learners have, for the recheck that follows a crash. */
	public List<QuizPassed> passes(Collection<LearnerId> learners) {
		return this.attempts.findByLearnerIn(learners).stream().map(this::passed).flatMap(Optional::stream).toList();
	}

	private Optional<QuizPassed> passed(Attempt attempt) {
		Instant submittedAt = attempt.submittedAt();
		if (submittedAt == null || !grade(attempt).passed()) {
			return Optional.empty();
		}
		return Optional.of(new QuizPassed(attempt.learner(), attempt.module(), attempt.id(), submittedAt));
	}

	private Quiz quizOf(Attempt attempt) {
		return this.versions.computeIfAbsent(attempt.quizVersion(),
				(version) -> this.quizzes.findById(version).orElseThrow(() -> new QuizNotFound(attempt.module())));
	}

	private static Query open(AttemptId id) {
		return Query.query(Criteria.where("_id").is(id).and("submittedAt").is(null));
	}

}
