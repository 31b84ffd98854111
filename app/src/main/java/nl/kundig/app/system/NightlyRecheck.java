package nl.kundig.app.system;

import java.util.List;

import nl.kundig.courses.duty.DutyService;
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
		List<String> repaired = this.duties.recheck();
		if (!repaired.isEmpty()) {
			LOG.warn("the nightly recheck made good {} missing consequences", repaired.size());
		}
	}

}
