package nl.kundig.app.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import nl.kundig.app.mail.Outbox;
import nl.kundig.courses.enrolment.EnrolmentChanged;
import nl.kundig.courses.enrolment.EnrolmentId;
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

	/** What perhaps has something to tell. */
	private final Set<Asked> asked = ConcurrentHashMap.newKeySet();

	private final ReentrantLock writing = new ReentrantLock();

	private final ExecutorService writer = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("training-post").factory());

	/** Changes up to here were looked at; null before the first look. */
	private volatile @Nullable Instant lookedUntil;

	/**
	 * A session to look at.
	 *
	 * @param enrolment the only one of it that changed; null when all of it is to be
	 * looked at
	 */
	private record Asked(SessionId session, @Nullable EnrolmentId enrolment) {
	}

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
		ask(new Asked(changed.session(), changed.enrolment()));
	}

	@EventListener
	void on(SessionChanged changed) {
		ask(new Asked(changed.session(), null));
	}

	/** What was left unwritten when Kundig stopped. */
	@EventListener
	void on(ApplicationReadyEvent ready) {
		lookBack();
	}

	private void ask(Asked one) {
		this.asked.add(one);
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
			this.enrolments.changedSince(since).forEach((session) -> this.asked.add(new Asked(session.id(), null)));
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
			Map<SessionId, List<Asked>> bySession = List.copyOf(this.asked)
				.stream()
				.collect(Collectors.groupingBy(Asked::session, LinkedHashMap::new, Collectors.toList()));
			List<Asked> failed = new ArrayList<>();
			bySession.forEach((id, all) -> {
				all.forEach(this.asked::remove);
				try {
					this.enrolments.session(id).ifPresent((session) -> look(session, all));
				}
				catch (RuntimeException ex) {
					LOG.error("mails of session {} could not be written", id, ex);
					failed.addAll(all);
				}
			});
			this.asked.addAll(failed);
		}
		finally {
			this.writing.unlock();
		}
	}

	/** Of one sign-up on a full list, one enrolment is looked at and not all of them. */
	private void look(TrainingSession session, List<Asked> all) {
		Set<String> changed = all.stream()
			.map(Asked::enrolment)
			.flatMap(Stream::ofNullable)
			.map(EnrolmentId::value)
			.collect(Collectors.toSet());
		if (all.stream().anyMatch((one) -> one.enrolment() == null)) {
			write(session, Notices.of(session));
			write(session, invitations(session));
		}
		else {
			write(session, Notices.of(session).stream().filter((notice) -> changed.contains(notice.about())).toList());
		}
	}

	private List<Notice> invitations(TrainingSession session) {
		Instant now = this.clock.instant();
		return !session.isOpen(now) ? List.of() : Notices.invitations(session, this.interests.in(session.training()),
				(municipality) -> this.people.municipality(municipality).filter(session.owner()::isOpenTo).isPresent(),
				now);
	}

	private void write(TrainingSession session, Collection<Notice> notices) {
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
