package nl.kundig.courses.knowledge;

/** How sure the editors are. */
public enum Certainty implements Coded {

	CONFIRMED, PLAUSIBLE

}
