package nl.kundig.app.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.Seats;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.training.Training;
import org.jspecify.annotations.Nullable;

/**
 * A session with the people whom a coordinator may name.
 *
 * @param free seats that people of this desk can take
 * @param people everybody who may be named, as far along as they are
 * @param list the waiting list in order; who may not be named has no name on it
 * @param runs whether this desk organises it
 * @param open whether somebody can still be nominated
 * @param started whether it has begun
 * @param attendance whether it can be written down who was there
 */
record ManagedSession(TrainingSession session, Training training, String provider, Seats seats, int free,
		List<Person> people, List<Listed> list, boolean runs, boolean open, boolean started, boolean attendance) {

	/** Whom the provider is to be told of. */
	public List<Person> getPlaced() {
		return in(EnrolmentState.PLACED);
	}

	/** Of whom the provider was told. */
	public List<Person> getHandedOver() {
		return in(EnrolmentState.HANDED_OVER);
	}

	/** Of whom the provider was told, and who do not come any more. */
	public List<Person> getLeft() {
		return this.people.stream().filter((person) -> person.enrolment().leftAfterHandOver()).toList();
	}

	private List<Person> in(EnrolmentState state) {
		return this.people.stream().filter((person) -> person.enrolment().state() == state).toList();
	}

	/** Who has a seat, or had one. */
	public List<Person> expected() {
		return this.people.stream().filter((person) -> isExpected(person.enrolment())).toList();
	}

	/** Somebody who comes, or should have. */
	static boolean isExpected(Enrolment enrolment) {
		return enrolment.state().isPlaced() || enrolment.state().isAfterwards();
	}

	/** Somebody of whom an enrolment is under way, or came to something. */
	record Person(Enrolment enrolment, String name, String municipality) {
	}

	/**
	 * Somebody on the waiting list.
	 *
	 * @param enrolment null for who may not be named
	 * @param skipped whether the person did not take the seat that is free now
	 */
	record Listed(int rank, @Nullable Enrolment enrolment, String name, String municipality,
			@Nullable BigDecimal points, boolean skipped) {
	}

	/** Until when something must be answered, or null. */
	static @Nullable Instant until(Enrolment enrolment) {
		return (enrolment.state() == EnrolmentState.OFFERED) ? enrolment.offerUntil()
				: enrolment.approvalUntil().orElse(null);
	}

}
