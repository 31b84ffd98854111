package nl.kundig.app.training;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.SessionOverview;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at trainings.
 *
 * @param trainee null for who cannot go to them, such as an editor
 * @param place the municipality whose sessions are seen: of the role, or of the account;
 * null for all of the region
 * @param region whose sessions are seen, or null for none
 */
record Viewer(LearnerId learner, @Nullable Trainee trainee, @Nullable Municipality place, @Nullable RegionId region) {

	/** Whoever is on it sees it, also after a move to another municipality. */
	boolean sees(TrainingSession session) {
		boolean open = (this.place != null) ? session.owner().isOpenTo(this.place)
				: session.owner().region().equals(this.region);
		return open || session.enrolmentOf(this.learner).isPresent();
	}

	/** The newest own enrolment, also of somebody who has left; or null. */
	@Nullable Enrolment own(TrainingSession session) {
		return session.enrolmentOf(this.learner).orElse(null);
	}

	/** Seats that people of the own municipality may take; all for who has none. */
	int free(SessionOverview session) {
		return (this.trainee != null) ? session.seats().freeFor(this.trainee.at()) : session.seats().free();
	}

}
