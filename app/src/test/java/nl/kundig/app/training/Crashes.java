package nl.kundig.app.training;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import nl.kundig.app.mail.OutgoingMail;
import nl.kundig.courses.enrolment.EnrolmentChanged;
import nl.kundig.courses.enrolment.SessionId;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertEvent;

/**
 * Stands before everybody who listens and goes down for one event in three: after a
 * session was written and before anybody heard of it, or with a mail half way into the
 * outbox. Closed, nothing goes wrong any more.
 */
final class Crashes implements SmartApplicationListener, AutoCloseable {

	private static final int ONE_IN = 3;

	private final ConfigurableApplicationContext context;

	private final SessionId session;

	private final String domain;

	private final Random random;

	private final AtomicInteger unheard = new AtomicInteger();

	private final AtomicInteger unwritten = new AtomicInteger();

	/** What a process would not live to see. */
	static final class Crash extends RuntimeException {

		private Crash() {
			super("crash", null, false, false);
		}

	}

	/** Begins; only changes of this session and mails to this domain are in danger. */
	Crashes(ConfigurableApplicationContext context, SessionId session, String domain, long seed) {
		this.context = context;
		this.session = session;
		this.domain = domain;
		this.random = new Random(seed);
		context.addApplicationListener(this);
	}

	/** How many changes nobody heard of. */
	int unheard() {
		return this.unheard.get();
	}

	/** How many mails did not get into the outbox. */
	int unwritten() {
		return this.unwritten.get();
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
		return PayloadApplicationEvent.class.isAssignableFrom(type) || BeforeConvertEvent.class.isAssignableFrom(type);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof EnrolmentChanged changed
				&& changed.session().equals(this.session)) {
			perhaps(this.unheard);
		}
		if (event instanceof BeforeConvertEvent<?> saved && saved.getSource() instanceof OutgoingMail mail
				&& mail.to().endsWith("@" + this.domain)) {
			perhaps(this.unwritten);
		}
	}

	private void perhaps(AtomicInteger counter) {
		if (this.random.nextInt(ONE_IN) == 0) {
			counter.incrementAndGet();
			throw new Crash();
		}
	}

	@Override
	public void close() {
		this.context.removeApplicationListener(this);
	}

}
