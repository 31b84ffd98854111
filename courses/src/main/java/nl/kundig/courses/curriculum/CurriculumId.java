package nl.kundig.courses.curriculum;

/** Identifies a curriculum over all its versions: "signaleren-balie". */
public record CurriculumId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
