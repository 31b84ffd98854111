package nl.kundig.app.startup;

import jakarta.annotation.PreDestroy;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.RecheckRun;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Draws after each start what was missed while Kundig stood still. Of many people it does
 * so when the pages are there already; nobody need wait for it.
 */
@Component
class CatchUp {

	private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

	/** So few take less time than anybody notices. */
	private static final int FEW = 1000;

	private static final int BETWEEN_LINES = 5000;

	private static final long PATIENCE_MILLIS = 10_000;

	private final DutyService duties;

	private final PeopleService people;

	private volatile boolean stopping;

	private volatile boolean waiting;

	private volatile @Nullable Thread running;

	CatchUp(DutyService duties, PeopleService people) {
		this.duties = duties;
		this.people = people;
	}

	/** At once for few people, else as soon as Kundig is ready. */
	void begin() {
		this.waiting = this.people.learnersAfter(null, FEW + 1).size() > FEW;
		if (!this.waiting) {
			catchUp();
		}
	}

	@EventListener
	void on(ApplicationReadyEvent ready) {
		if (this.waiting) {
			this.waiting = false;
			this.running = Thread.ofPlatform().daemon().name("catch-up").start(this::catchUp);
		}
	}

	private void catchUp() {
		try {
			RecheckRun run = this.duties.recheck(() -> !this.stopping, (done) -> {
				if (done % BETWEEN_LINES == 0) {
					LOG.info("catching up: {} learners looked at", done);
				}
			});
			run.skipped().forEach((skipped) -> LOG.warn("skipped {}: {}", skipped.learner(), skipped.reason()));
			LOG.info("caught up: {} learners, {} consequences made good, {} learners skipped", run.learners(),
					run.repairs(), run.skipped().size());
		}
		catch (RuntimeException ex) {
			// The nightly recheck tries again; pages reckon for themselves.
			LOG.error("could not catch up", ex);
		}
	}

	/** The store closes after this, so the page that is under way is waited for. */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		Thread thread = this.running;
		if (thread != null) {
			thread.join(PATIENCE_MILLIS);
		}
	}

}
