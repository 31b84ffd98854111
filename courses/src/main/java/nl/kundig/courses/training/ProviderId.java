package nl.kundig.courses.training;

/** Identifies who gives trainings: "ror". */
public record ProviderId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
