package nl.kundig.courses.people;

/** Identifies a partner organisation. */
public record PartnerId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
