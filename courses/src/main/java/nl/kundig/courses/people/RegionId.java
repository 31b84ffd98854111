package nl.kundig.courses.people;

/** Identifies a region. */
public record RegionId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
