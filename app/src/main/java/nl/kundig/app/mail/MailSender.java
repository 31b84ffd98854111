package nl.kundig.app.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.annotation.PreDestroy;
import nl.kundig.app.mail.OutgoingMail.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is in the outbox. Each mail is claimed before it is sent and marked after
 * it: a node that dies in between leaves a mail that another one sends again when the
 * claim has lapsed. So no mail is lost, and after such a death it may come twice, with
 * the same Message-ID.
 */
@Component
class MailSender {

	private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

	private static final int AT_ONCE = 20;

	/** Nobody counts further. */
	private static final int COUNTED = 200;

	private static final String DUE_AT = "dueAt";

	private final MongoOperations mongo;

	private final SmtpServer server;

	private final QuietHours quietHours;

	private final MailSwitch mailSwitch;

	private final Clock clock;

	/** A slow server must not let rounds pile up. */
	private final ReentrantLock round = new ReentrantLock();

	private volatile boolean stopping;

	MailSender(MongoOperations mongo, SmtpServer server, QuietHours quietHours, MailSwitch mailSwitch, Clock clock) {
		this.mongo = mongo;
		this.server = server;
		this.quietHours = quietHours;
		this.mailSwitch = mailSwitch;
		this.clock = clock;
	}

	@EventListener
	void on(ApplicationReadyEvent ready) {
		announce();
	}

	/** Says what an operator wants to know before it happens. */
	void announce() {
		int due = Math.min(due(Lane.URGENT, COUNTED + 1).size() + due(Lane.ORDINARY, COUNTED + 1).size(), COUNTED + 1);
		String many = (due > COUNTED) ? "more than " + COUNTED : Integer.toString(due);
		if (due == 0) {
			LOG.info("mail: nothing would be sent");
		}
		else if (!this.server.isConfigured()) {
			LOG.info("mail: {} would be sent, and no mail server is set", many);
		}
		else {
			LOG.warn("mail: {} will be sent{}", many,
					this.mailSwitch.isPaused() ? " when somebody ends the pause at /beheer/post" : "");
		}
	}

	@Scheduled(initialDelay = 15, fixedRate = 15, timeUnit = TimeUnit.SECONDS)
	void tick() {
		if (!this.round.tryLock()) {
			return;
		}
		try {
			forget();
			if (this.server.isConfigured()) {
				sendDue();
			}
		}
		catch (RuntimeException ex) {
			LOG.error("mails could not be looked at", ex);
		}
		finally {
			this.round.unlock();
		}
	}

	/** Urgent ones first; after a server that does not answer the rest is left alone. */
	private void sendDue() {
		for (Lane lane : Lane.values()) {
			// Each mail that was tried is due later or not at all, so this ends.
			for (List<OutgoingMail> due = due(lane, AT_ONCE); !due.isEmpty(); due = due(lane, AT_ONCE)) {
				for (OutgoingMail mail : due) {
					boolean waits = lane == Lane.ORDINARY && this.quietHours.isQuiet(this.clock.instant());
					if (waits || this.stopping || this.mailSwitch.isPaused() || !send(mail)) {
						return;
					}
				}
			}
		}
	}

	/** Whether the next one may be tried. */
	private boolean send(OutgoingMail mail) {
		Instant now = this.clock.instant();
		MailFailure hopeless = mail.hopeless(now);
		if (hopeless != null) {
			giveUp(mail, mail.givenUp(hopeless, now));
			return true;
		}
		OutgoingMail claimed = save(mail.claimed(now));
		if (claimed == null) {
			return true;
		}
		MailFailure failure = handOver(claimed);
		if (failure == null) {
			save(claimed.sent(this.clock.instant()));
			return true;
		}
		giveUp(claimed, claimed.failed(failure, this.clock.instant()));
		return failure != MailFailure.UNREACHABLE && failure != MailFailure.SIGN_IN;
	}

	private @Nullable MailFailure handOver(OutgoingMail mail) {
		try {
			this.server.send(mail, this.clock.instant());
			return null;
		}
		catch (MailRefused ex) {
			return ex.failure();
		}
	}

	private void giveUp(OutgoingMail before, OutgoingMail after) {
		if (save(after) != null && after.state() == OutgoingMail.State.GIVEN_UP) {
			LOG.warn("mail {} ({}) is given up: {}", before.id(), before.template(), after.failure());
		}
	}

	/** Null when somebody else changed it meanwhile, who then has it in hand. */
	private @Nullable OutgoingMail save(OutgoingMail mail) {
		try {
			return this.mongo.save(mail);
		}
		catch (OptimisticLockingFailureException ex) {
			return null;
		}
	}

	private List<OutgoingMail> due(Lane lane, int most) {
		Query due = Query.query(Criteria.where("lane").is(lane).and(DUE_AT).lte(this.clock.instant()))
			.with(Sort.by(DUE_AT))
			.limit(most);
		return this.mongo.find(due, OutgoingMail.class);
	}

	/** What is kept no longer: first the content, a year later that there was a mail. */
	private void forget() {
		Instant now = this.clock.instant();
		Query old = Query.query(Criteria.where("forgetAt").lte(now)).limit(AT_ONCE);
		for (OutgoingMail mail : this.mongo.find(old, OutgoingMail.class)) {
			if (mail.content() == null) {
				this.mongo.remove(Query.query(Criteria.where("_id").is(mail.id())), OutgoingMail.class);
			}
			else {
				save(mail.forgotten(now));
			}
		}
	}

	/** The store closes after this, so the mail that is in hand is waited for. */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		if (this.round.tryLock(SmtpServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			this.round.unlock();
		}
	}

}
