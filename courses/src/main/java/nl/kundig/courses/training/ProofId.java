package nl.kundig.courses.training;

/** Identifies a proof; says nothing about the person or the training. */
public record ProofId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
