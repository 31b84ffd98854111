package nl.kundig.app.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.annotation.PreDestroy;
import nl.kundig.app.mail.Outbox;
import nl.kundig.courses.enrolment.EnrolmentChanged;
import nl.kundig.courses.enrolment.EnrolmentRecheck;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.SessionChanged;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.InterestService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts into the outbox what a session has to tell, right after a change but never inside
 * it: who clicks does not wait for mails. What a crash or a failure kept from being
 * written is drawn again from the histories; the key of a mail keeps it from being
 * written twice.
 */
@Component
class TrainingPost {

	private static final Logger LOG = LoggerFactory.getLogger(TrainingPost.class);

	/**
	 * Changes of other nodes may come into sight a little later than their clocks say.
	 */
	private static final Duration OVERLAP = Duration.ofMinutes(5);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final EnrolmentService enrolments;

	private final InterestService interests;

	private final PeopleService people;

	private final Letters letters;

	private final Outbox outbox;

	private final Clock clock;

	/** Sessions that perhaps have something to tell. */
	private final Set<SessionId> asked = ConcurrentHashMap.newKeySet();

	private final ReentrantLock writing = new ReentrantLock();

	private final ExecutorService writer = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("training-post").factory());

	/** Changes up to here were looked at; null before the first look. */
	private volatile @Nullable Instant lookedUntil;

	TrainingPost(EnrolmentService enrolments, InterestService interests, PeopleService people, Letters letters,
			Outbox outbox, Clock clock) {
		this.enrolments = enrolments;
		this.interests = interests;
		this.people = people;
		this.letters = letters;
		this.outbox = outbox;
		this.clock = clock;
	}

	@EventListener
	void on(EnrolmentChanged changed) {
		ask(changed.session());
	}

	@EventListener
	void on(SessionChanged changed) {
		ask(changed.session());
	}

	/** What was left unwritten when Kundig stopped. */
	@EventListener
	void on(ApplicationReadyEvent ready) {
		lookBack();
	}

	private void ask(SessionId session) {
		this.asked.add(session);
		try {
			this.writer.execute(this::writeAsked);
		}
		catch (RejectedExecutionException ex) {
			// Kundig stops; it looks back when it starts again.
		}
	}

	/** Does what has become due on sessions, and writes what is still to be told. */
	@Scheduled(initialDelayString = "${kundig.trainings.every:PT1M}",
			fixedDelayString = "${kundig.trainings.every:PT1M}")
	void tick() {
		try {
			for (EnrolmentRecheck.Skipped skipped : this.enrolments.recheck().skipped()) {
				LOG.error("session {} could not be looked at: {}", skipped.session(), skipped.reason());
			}
		}
		catch (RuntimeException ex) {
			LOG.error("sessions could not be looked at", ex);
		}
		lookBack();
	}

	/** Writes what sessions that changed since the last look have to tell. */
	void lookBack() {
		try {
			Instant now = this.clock.instant();
			Instant before = this.lookedUntil;
			Instant since = (before != null) ? before.minus(OVERLAP) : now.minus(Outbox.NEWS);
			this.enrolments.changedSince(since).forEach((session) -> this.asked.add(session.id()));
			this.lookedUntil = now;
		}
		catch (RuntimeException ex) {
			LOG.error("sessions that changed could not be found", ex);
		}
		writeAsked();
	}

	/** One that fails is asked for again at the next look. */
	private void writeAsked() {
		this.writing.lock();
		try {
			List<SessionId> failed = new ArrayList<>();
			for (SessionId id : List.copyOf(this.asked)) {
				this.asked.remove(id);
				try {
					this.enrolments.session(id).ifPresent(this::write);
				}
				catch (RuntimeException ex) {
					LOG.error("mails of session {} could not be written", id, ex);
					failed.add(id);
				}
			}
			this.asked.addAll(failed);
		}
		finally {
			this.writing.unlock();
		}
	}

	private void write(TrainingSession session) {
		List<Notice> notices = new ArrayList<>(Notices.of(session));
		if (session.isOpen(this.clock.instant())) {
			notices.addAll(Notices.invitations(session, this.interests.in(session.training()),
					(municipality) -> this.people.municipality(municipality)
						.filter(session.owner()::isOpenTo)
						.isPresent(),
					this.clock.instant()));
		}
		RuntimeException failed = null;
		for (Notice notice : notices) {
			try {
				write(notice, session);
			}
			catch (RuntimeException ex) {
				// One mail that cannot be written must not keep those of others back.
				failed = ex;
			}
		}
		if (failed != null) {
			throw failed;
		}
	}

	private void write(Notice notice, TrainingSession session) {
		boolean known = this.outbox.isWritten(notice.person(), notice.kind().code(), notice.about(), notice.cycle());
		if (!known && !this.outbox.isOldNews(notice.happenedAt())) {
			this.letters.draft(notice, session).ifPresent(this.outbox::write);
		}
	}

	/** The store closes after this. */
	@PreDestroy
	void stop() throws InterruptedException {
		this.writer.shutdown();
		this.writer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

}
