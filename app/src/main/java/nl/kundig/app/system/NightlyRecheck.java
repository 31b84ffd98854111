package nl.kundig.app.system;

import java.util.List;
import java.util.function.Supplier;

import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.RecheckRun;
import nl.kundig.courses.duty.TrialService;
import org.jspecify.annotations.Nullable;
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

	private final CurriculumDraftService drafts;

	private final TrialService trials;

	private final DutyService duties;

	NightlyRecheck(CurriculumDraftService drafts, TrialService trials, DutyService duties) {
		this.drafts = drafts;
		this.trials = trials;
		this.duties = duties;
	}

	/**
	 * People come last, since duties follow from what was published and decided.
	 * Decisions are part of that recheck.
	 */
	@Scheduled(cron = "0 30 3 * * *", zone = "Europe/Amsterdam")
	void recheck() {
		List<String> published = alone("curricula", this.drafts::recheck);
		List<String> carriedOut = alone("trials", this.trials::recheck);
		RecheckRun run = alone("learners", this.duties::recheck);
		boolean clean = published != null && published.isEmpty() && carriedOut != null && carriedOut.isEmpty()
				&& run != null && run.isClean();
		if (run != null) {
			// Pages say that there is a reason, and that it is here.
			run.skipped().forEach((skipped) -> LOG.warn("skipped {}: {}", skipped.learner(), skipped.reason()));
		}
		if (!clean) {
			LOG.warn(
					"the nightly recheck published {} curricula, carried out {} trials, made good {} missing"
							+ " consequences and skipped {} of {} learners",
					count(published), count(carriedOut), (run != null) ? run.repairs() : 0,
					(run != null) ? run.skipped().size() : 0, (run != null) ? run.learners() : 0);
		}
	}

	/** One part that fails must not keep the others from being rechecked. */
	private static <T> @Nullable T alone(String part, Supplier<T> recheck) {
		try {
			return recheck.get();
		}
		catch (RuntimeException ex) {
			LOG.error("the nightly recheck of {} failed", part, ex);
			return null;
		}
	}

	private static int count(@Nullable List<String> lines) {
		return (lines != null) ? lines.size() : 0;
	}

}
