package nl.kundig.courses.curriculum;

/** Identifies a branching case over all its versions. */
public record ScenarioId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
