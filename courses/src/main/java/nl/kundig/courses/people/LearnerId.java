package nl.kundig.courses.people;

/** Identifies a learner; random, says nothing about the person. */
public record LearnerId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
