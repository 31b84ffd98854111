package nl.kundig.courses.training;

/** Where a proof stands; each is left only for one of the two below it. */
public enum ProofState {

	/** The coordinator must still look at it. */
	HANDED_IN,

	/** It is what it says. */
	ACCEPTED,

	/** It does not prove it; the learner may hand in another one. */
	REFUSED

}
