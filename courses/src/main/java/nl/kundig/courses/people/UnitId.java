package nl.kundig.courses.people;

/** Identifies a unit of an organisation: "waterkerk-balie". */
public record UnitId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
