package nl.kundig.courses.people;

/** Identifies a municipality, as in a URL: "waterkerk". */
public record MunicipalityId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
