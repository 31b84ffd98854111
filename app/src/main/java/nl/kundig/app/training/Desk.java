package nl.kundig.app.training;

import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody looks after people on trainings.
 *
 * @param municipality whose people they are; null for the coordinator of the region
 */
record Desk(Actor actor, @Nullable Municipality municipality, RegionId region) {

	public boolean isRegional() {
		return this.municipality == null;
	}

	/** Whether this session is theirs to look at; any other is as if unknown. */
	boolean sees(TrainingSession session) {
		return (this.municipality != null)
				? session.owner().isOpenTo(this.municipality) || session.enrolments().stream().anyMatch(this::isOurs)
				: session.owner().region().equals(this.region);
	}

	boolean runs(TrainingSession session) {
		return session.owner().isRunBy(this.actor);
	}

	/** Whether this person may be named here. */
	boolean names(TrainingSession session, Enrolment enrolment) {
		return isOurs(enrolment) || runs(session);
	}

	/** Whether this desk speaks for the person: it takes them off and sends others. */
	boolean speaksFor(TrainingSession session, Enrolment enrolment) {
		return isOurs(enrolment) || (isRegional() && session.owner().region().equals(this.region));
	}

	boolean isFor(Municipality other) {
		return (this.municipality != null) ? this.municipality.id().equals(other.id())
				: other.region().equals(this.region);
	}

	/** Empty for a region, which has several. */
	@Nullable MunicipalityId at() {
		return (this.municipality != null) ? this.municipality.id() : null;
	}

	private boolean isOurs(Enrolment enrolment) {
		return enrolment.municipality().equals(at());
	}

}
