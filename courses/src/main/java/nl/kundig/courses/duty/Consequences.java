package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import com.mongodb.bulk.BulkWriteResult;
import nl.kundig.courses.curriculum.CompletionsFound;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumCompleted;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.HoldCertificate;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Draws what follows from what is known: pins, prepared views, completions to announce.
 * For many people it does so a page at a time, with the same few commands as for one.
 */
@Component
class Consequences {

	/** So many people are read and written together. */
	static final int PAGE = 500;

	private final DutyRepository duties;

	private final FactRepository facts;

	private final StandingViewRepository views;

	private final Policies policies;

	private final PeopleService people;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	/** What is done with a page of people. */
	interface Work {

		/** Returns what was missing and is there now, a line each. */
		List<String> on(List<LearnerId> page);

	}

	Consequences(DutyRepository duties, FactRepository facts, StandingViewRepository views, Policies policies,
			PeopleService people, MongoOperations mongo, ApplicationEventPublisher events, Clock clock) {
		this.duties = duties;
		this.facts = facts;
		this.views = views;
		this.policies = policies;
		this.people = people;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

	/** For one; who listens hears of each completion. */
	void draw(LearnerId learner) {
		drawAll(List.of(learner), new ArrayList<>()).forEach(this.events::publishEvent);
	}

	/** For these; whoever cannot be looked at is skipped. */
	Outcome draw(Collection<LearnerId> learners) {
		return inPages(learners, this::drawPage);
	}

	/** For everybody; whoever cannot be looked at is skipped. */
	Outcome drawEverybody() {
		return everybody(this::drawPage, () -> true, (done) -> {
		});
	}

	/** For a page of people; one event tells of all completions. */
	List<String> drawPage(List<LearnerId> page) {
		List<String> made = new ArrayList<>();
		List<CurriculumCompleted> completions = drawAll(page, made);
		if (!completions.isEmpty()) {
			this.events.publishEvent(new CompletionsFound(completions));
		}
		return made;
	}

	Outcome inPages(Collection<LearnerId> learners, Work work) {
		Outcome outcome = new Outcome();
		List<LearnerId> all = List.copyOf(learners);
		for (int from = 0; from < all.size(); from += PAGE) {
			run(all.subList(from, Math.min(from + PAGE, all.size())), work, outcome);
		}
		return outcome;
	}

	/**
	 * Does the work for everybody, a page at a time.
	 * @param goOn asked before each page
	 * @param progress told how many were looked at
	 */
	Outcome everybody(Work work, BooleanSupplier goOn, IntConsumer progress) {
		Outcome outcome = new Outcome();
		List<LearnerId> page = this.people.learnersAfter(null, PAGE);
		while (!page.isEmpty() && goOn.getAsBoolean()) {
			run(page, work, outcome);
			progress.accept(outcome.learners());
			page = this.people.learnersAfter(page.getLast(), PAGE);
		}
		return outcome;
	}

	private static void run(List<LearnerId> page, Work work, Outcome outcome) {
		try {
			outcome.add(page.size(), work.on(page));
		}
		catch (DataAccessResourceFailureException ex) {
			// The store is away: the history is not to blame, and the next one will fail
			// too.
			throw ex;
		}
		catch (RuntimeException ex) {
			// One broken history must not keep the others from being looked at.
			if (page.size() == 1) {
				outcome.skip(page.getFirst(), ex);
			}
			else {
				run(page.subList(0, page.size() / 2), work, outcome);
				run(page.subList(page.size() / 2, page.size()), work, outcome);
			}
		}
	}

	private List<CurriculumCompleted> drawAll(List<LearnerId> learners, List<String> made) {
		List<CurriculumCompleted> completions = new ArrayList<>();
		Collection<LearnerId> left = learners;
		while (!left.isEmpty()) {
			left = drawOnce(left, made, completions);
		}
		return completions;
	}

	/** Returns whom somebody else looked at meanwhile; they must be looked at again. */
	private Set<LearnerId> drawOnce(Collection<LearnerId> learners, List<String> made,
			List<CurriculumCompleted> completions) {
		// Views come first: whoever writes one after this is noticed.
		Map<LearnerId, StandingView> prepared = views(learners);
		Policy policy = this.policies.policy();
		LocalDate today = today();
		List<Duty> pins = new ArrayList<>();
		List<StandingView> changed = new ArrayList<>();
		List<CurriculumCompleted> found = new ArrayList<>();
		histories(learners).forEach((history) -> {
			Standing standing = Standing.of(history, policy, today);
			standing.duties().forEach((duty) -> {
				if (!history.pins().containsKey(duty.curriculum())) {
					pins.add(pin(standing.learner(), duty, today));
				}
				addCompletion(history, duty, policy, today, found);
			});
			StandingView view = prepared.get(standing.learner());
			if (view == null || !view.standing().equals(standing)) {
				changed.add((view != null) ? view.next(standing) : StandingView.first(standing));
			}
		});
		Set<LearnerId> overtaken = new HashSet<>();
		if (insertAll(pins, Duty.class) < pins.size()) {
			pins.forEach((duty) -> overtaken.add(duty.learner()));
		}
		else {
			pins.forEach((duty) -> made.add("duty " + duty.id()));
		}
		if (!replace(changed)) {
			changed.forEach((view) -> overtaken.add(view.learner()));
		}
		found.stream().filter((completed) -> !overtaken.contains(completed.learner())).forEach(completions::add);
		return overtaken;
	}

	private Duty pin(LearnerId learner, DutyStanding duty, LocalDate today) {
		LocalDate since = duty.reasons().stream().map(Reason::since).min(LocalDate::compareTo).orElse(today);
		return Duty.of(learner, duty.curriculum(), new Pin(duty.version(), since, "", this.clock.instant()));
	}

	private static void addCompletion(History history, DutyStanding duty, Policy policy, LocalDate today,
			List<CurriculumCompleted> found) {
		duty.latest().filter((cycle) -> !cycle.lastDay().isBefore(today)).ifPresent((cycle) -> {
			Curriculum version = policy.version(cycle.version()).orElseThrow();
			found.add(new CurriculumCompleted(history.learner().id(), version, cycle.completedOn(), cycle.from(),
					cycle.plannedLastDay(), cycle.lastDay(), notDone(version, history, policy, cycle.completedOn())));
		});
	}

	/** Of sets that ask some of their parts: those that nothing was done for. */
	private static Set<CurriculumRequirement> notDone(Curriculum version, History history, Policy policy,
			LocalDate completedOn) {
		Set<CurriculumRequirement> choices = version.choices();
		if (choices.isEmpty()) {
			return Set.of();
		}
		Evidence evidence = new Evidence(history.facts(), policy, completedOn);
		return choices.stream()
			// That a certificate is held is no fact, so it cannot be told from facts.
			.filter((choice) -> !(choice instanceof HoldCertificate) && evidence.candidates(choice).isEmpty())
			.collect(Collectors.toSet());
	}

	boolean insert(Object document) {
		try {
			this.mongo.insert(document);
			return true;
		}
		catch (DuplicateKeyException ex) {
			// It is written down already; a listener may be told twice.
			return false;
		}
	}

	/** Inserts what is not there yet; returns how many that were. */
	<T> int insertAll(List<T> documents, Class<T> type) {
		if (documents.size() < 2) {
			return (int) documents.stream().filter(this::insert).count();
		}
		try {
			return this.mongo.bulkOps(BulkMode.UNORDERED, type).insert(documents).execute().getInsertedCount();
		}
		catch (BulkOperationException ex) {
			return ex.getResult().getInsertedCount();
		}
		catch (DuplicateKeyException ex) {
			// Some were there; not all were inserted, and that is what is asked.
			return 0;
		}
	}

	/** Returns whether all views were still the ones that were read. */
	private boolean replace(List<StandingView> views) {
		if (views.isEmpty()) {
			return true;
		}
		BulkOperations bulk = this.mongo.bulkOps(BulkMode.UNORDERED, StandingView.class);
		for (StandingView view : views) {
			if (view.revision() == 1) {
				bulk.insert(view);
			}
			else {
				bulk.replaceOne(
						Query.query(Criteria.where("_id").is(view.learner()).and("revision").is(view.revision() - 1)),
						view);
			}
		}
		try {
			BulkWriteResult result = bulk.execute();
			return result.getInsertedCount() + result.getMatchedCount() == views.size();
		}
		catch (BulkOperationException | DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * Makes the views of a page again where they are not what the facts say.
	 * @return each view that was not what the facts say of its own day
	 */
	List<ViewDifference> rebuild(List<LearnerId> page) {
		List<ViewDifference> differences = new ArrayList<>();
		Map<LearnerId, StandingView> prepared = views(page);
		Policy policy = this.policies.policy();
		LocalDate today = today();
		for (History history : histories(page)) {
			StandingView view = prepared.get(history.learner().id());
			Standing found = (view != null) ? view.standing() : null;
			Standing expected = Standing.of(history, policy, (found != null) ? found.asOf() : today);
			boolean needless = found == null && expected.duties().isEmpty();
			if (!needless && !expected.equals(found)) {
				differences.add(new ViewDifference(history.learner().id(), found, expected));
			}
		}
		drawPage(page);
		return differences;
	}

	private Map<LearnerId, StandingView> views(Collection<LearnerId> learners) {
		return this.views.findAllById(learners)
			.stream()
			.collect(Collectors.toMap(StandingView::learner, (view) -> view));
	}

	/** What is known of these: three queries, however many they are. */
	List<History> histories(Collection<LearnerId> learners) {
		Map<LearnerId, List<Fact>> known = this.facts.findByLearnerIn(learners)
			.stream()
			.collect(Collectors.groupingBy(Fact::learner));
		Map<LearnerId, Map<CurriculumId, List<Pin>>> pinned = new HashMap<>();
		this.duties.findByLearnerIn(learners)
			.forEach((duty) -> pinned.computeIfAbsent(duty.learner(), (first) -> new HashMap<>())
				.put(duty.curriculum(), duty.pins()));
		return this.people.learners(learners)
			.stream()
			.map((learner) -> new History(learner, known.getOrDefault(learner.id(), List.of()),
					pinned.getOrDefault(learner.id(), Map.of())))
			.toList();
	}

	/** Tells of everybody, a page at a time. */
	void histories(Consumer<History> told) {
		List<LearnerId> page = this.people.learnersAfter(null, PAGE);
		while (!page.isEmpty()) {
			histories(page).forEach(told);
			page = this.people.learnersAfter(page.getLast(), PAGE);
		}
	}

}
