package nl.kundig.courses.content;

/** Identifies a module over all its versions: "m3". */
public record LearningModuleId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
