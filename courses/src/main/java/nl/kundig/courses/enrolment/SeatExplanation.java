package nl.kundig.courses.enrolment;

import java.util.Optional;

import nl.kundig.courses.people.MunicipalityId;

/**
 * Why somebody has a seat, waits for one or has none.
 *
 * @param enrolment whole, when who asks may know whose it is; else empty
 * @param municipality of the person, when who asks may know whose it is; else empty
 * @param rank place on the list of now, 1 for the first; 0 for who is not on it
 * @param of how many are on the list
 * @param skipped whether the person passed on the seat that is free now
 * @param score the points of now for who waits, of then for who was offered a seat; empty
 * where no order was needed
 */
public record SeatExplanation(Optional<Enrolment> enrolment, Optional<MunicipalityId> municipality,
		EnrolmentState state, Why why, int rank, int of, boolean skipped, Optional<Score> score) {

	static SeatExplanation of(Enrolment enrolment, int rank, int of, boolean skipped, Optional<Score> score) {
		return new SeatExplanation(Optional.of(enrolment), Optional.of(enrolment.municipality()), enrolment.state(),
				enrolment.last().why(), rank, of, skipped, score);
	}

	/** The same for somebody of another municipality: points, and nobody's name. */
	SeatExplanation nameless() {
		return new SeatExplanation(Optional.empty(), Optional.empty(), this.state, this.why, this.rank, this.of,
				this.skipped, this.score);
	}

}
