package nl.kundig.courses.enrolment;

/** Identifies one enrolment of one person on one session. */
public record EnrolmentId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
