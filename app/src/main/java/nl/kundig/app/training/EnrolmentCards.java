package nl.kundig.app.training;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts somebody's enrolments together with their sessions and proofs. */
@Component
class EnrolmentCards {

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final ProofService proofs;

	private final Clock clock;

	EnrolmentCards(EnrolmentService enrolments, TrainingService trainings, ProofService proofs, Clock clock) {
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.proofs = proofs;
		this.clock = clock;
	}

	/** What is to come first and in order; what is over last, the newest of it first. */
	List<EnrolmentCard> of(LearnerId learner) {
		List<OwnEnrolment> own = this.enrolments.enrolmentsOf(learner);
		Map<TrainingId, String> titles = this.trainings
			.titles(own.stream().map((one) -> one.session().training()).distinct().toList());
		Map<String, Proof> newest = newestProofs(learner);
		List<EnrolmentCard> coming = new ArrayList<>();
		List<EnrolmentCard> over = new ArrayList<>();
		for (OwnEnrolment one : own) {
			EnrolmentCard card = card(one, titles, newest.get(one.enrolment().id().value()));
			if (one.enrolment().isOpen()) {
				coming.add(card);
			}
			else {
				over.addFirst(card);
			}
		}
		coming.addAll(over);
		return coming;
	}

	/** The person's own enrolment; empty when it is somebody else's. */
	Optional<OwnEnrolment> own(LearnerId learner, String session, String enrolment) {
		return this.enrolments.session(new SessionId(session))
			.flatMap((found) -> found.enrolment(new EnrolmentId(enrolment))
				.filter((one) -> one.learner().equals(learner))
				.map((one) -> new OwnEnrolment(found, one)));
	}

	Instant now() {
		return this.clock.instant();
	}

	private EnrolmentCard card(OwnEnrolment own, Map<TrainingId, String> titles, @Nullable Proof proof) {
		TrainingSession session = own.session();
		return new EnrolmentCard(session.id(), session.plan(), own.enrolment(),
				titles.getOrDefault(session.training(), session.training().value()), session.cancelledBecause(),
				session.isStarted(now()), proof);
	}

	private Map<String, Proof> newestProofs(LearnerId learner) {
		return this.proofs.proofs(learner)
			.stream()
			.filter((proof) -> proof.enrolment() != null)
			.collect(Collectors.toMap((proof) -> String.valueOf(proof.enrolment()), (proof) -> proof,
					(earlier, later) -> later));
	}

}
