package nl.kundig.courses.knowledge;

/** How another name relates to the thing. */
public enum AliasKind implements Coded {

	SYNONYM, SPELLING, CODE, JARGON

}
