package nl.kundig.courses.enrolment;

/** Identifies a dated session of a training. */
public record SessionId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
