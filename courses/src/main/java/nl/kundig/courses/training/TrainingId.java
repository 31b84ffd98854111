package nl.kundig.courses.training;

/** Identifies a training in the catalogue: "ror-verdieping". */
public record TrainingId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
