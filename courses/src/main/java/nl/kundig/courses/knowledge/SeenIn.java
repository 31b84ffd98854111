package nl.kundig.courses.knowledge;

/** Where in the world a symbol is in use. */
public enum SeenIn implements Coded {

	NETHERLANDS, FLANDERS, GERMANY, EUROPE, UNITED_STATES, MIDDLE_EAST, WORLDWIDE, ONLINE

}
