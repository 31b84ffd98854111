package nl.kundig.app.system;

import nl.kundig.courses.training.ProofService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases each night what is kept for a time and no longer. */
@Component
class NightlyErasure {

	private static final Logger LOG = LoggerFactory.getLogger(NightlyErasure.class);

	private final ProofService proofs;

	NightlyErasure(ProofService proofs) {
		this.proofs = proofs;
	}

	/** A night that is missed is made good by the next one. */
	@Scheduled(cron = "0 0 4 * * *", zone = "Europe/Amsterdam")
	void erase() {
		int erased = this.proofs.eraseFiles();
		if (erased > 0) {
			LOG.info("erased {} files of proofs whose time is over", erased);
		}
	}

}
