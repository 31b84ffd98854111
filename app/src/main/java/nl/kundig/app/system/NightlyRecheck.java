package nl.kundig.app.system;

import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.RecheckRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Draws every consequence of the facts again each night, and says what was missing. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NightlyRecheck {

	private static final Logger LOG = LoggerFactory.getLogger(NightlyRecheck.class);

	private final DutyService duties;

	NightlyRecheck(DutyService duties) {
		this.duties = duties;
	}

	@Scheduled(cron = "0 30 3 * * *", zone = "Europe/Amsterdam")
	void recheck() {
		RecheckRun run = this.duties.recheck();
		if (!run.isClean()) {
			LOG.warn("the nightly recheck made good {} missing consequences and skipped {} of {} learners",
					run.repairs(), run.skipped().size(), run.learners());
		}
	}

}
