package nl.kundig.courses.enrolment;

import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofAccepted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes an enrolment one step further when its proof was accepted; may be told twice. */
@Component
class ProofReceiver {

	private static final Logger LOG = LoggerFactory.getLogger(ProofReceiver.class);

	private final Sessions sessions;

	ProofReceiver(Sessions sessions) {
		this.sessions = sessions;
	}

	@EventListener
	void on(ProofAccepted accepted) {
		Proof proof = accepted.proof();
		if (proof.session() == null || proof.enrolment() == null) {
			return;
		}
		EnrolmentId enrolment = new EnrolmentId(proof.enrolment());
		try {
			this.sessions.change(new SessionId(proof.session()),
					(roll) -> new DayList(roll).proofReceived(enrolment, Actor.SYSTEM));
		}
		catch (EnrolmentRefused ex) {
			// The proof counts all the same; the list of who was there may say otherwise.
			LOG.info("The proof of enrolment {} changes nothing: {}", enrolment, ex.reason());
		}
	}

}
