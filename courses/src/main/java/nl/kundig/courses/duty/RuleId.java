package nl.kundig.courses.duty;

/** Identifies a rule over all its versions. */
public record RuleId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
