package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.TrainingId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps sessions. Every change goes through one door: load, work on the roll, write it on
 * condition that nobody wrote meanwhile, else begin again. So whoever comes by whichever
 * road meets the seats as they are.
 */
@Component
class Sessions {

	/** Others of this node wait for the lock; only other nodes make it begin again. */
	private static final int MOST_ATTEMPTS = 500;

	private static final int LOCKS = 64;

	private final MongoOperations mongo;

	private final SeatOrdering ordering;

	private final ApplicationEventPublisher events;

	/**
	 * Keeps the threads of this node from beginning again in vain; that no seat is given
	 * twice rests on the condition of the write alone.
	 */
	private final List<ReentrantLock> locks = Arrays.stream(new ReentrantLock[LOCKS])
		.map((none) -> new ReentrantLock(true))
		.toList();

	/** A session as it was written, and what its change answered. */
	record Written<T>(TrainingSession session, T answer) {
	}

	Sessions(MongoOperations mongo, SeatOrdering ordering, ApplicationEventPublisher events) {
		this.mongo = mongo;
		this.ordering = ordering;
		this.events = events;
	}

	void insert(TrainingSession session) {
		this.mongo.insert(session);
		tell(null, session);
	}

	/**
	 * Changes a session by one write, and tells of it after.
	 * @param work what is done with the roll; it may be done again from a fresh one
	 * @throws EnrolmentRefused when there is no such session, or by the work
	 */
	<T> Written<T> change(SessionId id, Function<Roll, T> work) {
		ReentrantLock lock = this.locks.get(Math.floorMod(id.hashCode(), LOCKS));
		TrainingSession before;
		Written<T> written;
		lock.lock();
		try {
			int attempt = 0;
			do {
				if (++attempt > MOST_ATTEMPTS) {
					throw new IllegalStateException("never free to write: session " + id);
				}
				before = find(id).orElseThrow(() -> new EnrolmentRefused(Reason.UNKNOWN_SESSION, id));
				Circumstances now = this.ordering.now();
				Roll roll = new Roll(before, now);
				T answer = work.apply(roll);
				TrainingSession after = roll.session();
				written = new Written<>(after.equals(before) ? before : after.asWritten(now.now()), answer);
			}
			while (!written.session().equals(before) && !write(before, written.session()));
		}
		finally {
			lock.unlock();
		}
		tell(before, written.session());
		return written;
	}

	private boolean write(TrainingSession before, TrainingSession after) {
		Query same = Query.query(Criteria.where("_id").is(before.id()).and("version").is(before.version()));
		return this.mongo.replace(same, after).getMatchedCount() == 1;
	}

	private void tell(@Nullable TrainingSession before, TrainingSession after) {
		int known = (before != null) ? before.history().size() : 0;
		for (int i = known; i < after.history().size(); i++) {
			this.events.publishEvent(new SessionChanged(after.id(), i, after.history().get(i), after.sequence()));
		}
		for (Enrolment enrolment : after.enrolments()) {
			int told = (before != null)
					? before.enrolment(enrolment.id()).map((earlier) -> earlier.history().size()).orElse(0) : 0;
			if (told < enrolment.history().size()) {
				this.events.publishEvent(new EnrolmentChanged(after.id(), enrolment.id(), enrolment.learner(), told,
						enrolment.history().subList(told, enrolment.history().size())));
			}
		}
	}

	Optional<TrainingSession> find(SessionId id) {
		return Optional.ofNullable(this.mongo.findById(id, TrainingSession.class));
	}

	/** Every session with an enrolment of the person, open or not. */
	List<TrainingSession> of(LearnerId learner) {
		return this.mongo.find(Query.query(Criteria.where("enrolments.learner").is(learner)), TrainingSession.class);
	}

	/** The same without this one. */
	List<TrainingSession> othersOf(LearnerId learner, SessionId session) {
		Query others = Query.query(Criteria.where("enrolments.learner").is(learner).and("_id").not().in(session));
		return this.mongo.find(others, TrainingSession.class);
	}

	/** Those that begin on that day or later, the first one first. */
	List<TrainingSession> in(RegionId region, LocalDate from) {
		return from(Criteria.where("owner.region").is(region), from);
	}

	/** Those that begin on that day or later, the first one first. */
	List<TrainingSession> of(TrainingId training, LocalDate from) {
		return from(Criteria.where("training").is(training), from);
	}

	private List<TrainingSession> from(Criteria which, LocalDate from) {
		Query query = Query.query(which.and("firstDay").gt(from.minusDays(1))).with(Sort.by("firstDay"));
		return this.mongo.find(query, TrainingSession.class);
	}

	/**
	 * Those where the clock has something to do. Ids only: one session that cannot be
	 * read must not hide the others.
	 */
	List<SessionId> due(Instant now) {
		Query due = Query.query(Criteria.where("dueAt").lte(now)).with(Sort.by("dueAt"));
		return this.mongo.find(due, Document.class, this.mongo.getCollectionName(TrainingSession.class))
			.stream()
			.map((session) -> new SessionId(session.getString("_id")))
			.toList();
	}

	List<TrainingSession> changedSince(Instant since) {
		Query changed = Query.query(Criteria.where("changedAt").gt(since)).with(Sort.by("changedAt"));
		return this.mongo.find(changed, TrainingSession.class);
	}

}
