package nl.kundig.courses.knowledge;

/** How much a symbol says by itself. */
public enum Unambiguity implements Coded {

	NEARLY_ALWAYS, USUALLY_NEEDS_CONTEXT, AMBIGUOUS, USUALLY_INNOCENT, NOT_EXTREMIST

}
