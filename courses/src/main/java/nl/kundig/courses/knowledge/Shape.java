package nl.kundig.courses.knowledge;

/** What can be seen in a symbol. */
public enum Shape implements Coded {

	CROSS, CIRCLE_OR_WHEEL, STAR, TRIANGLE, ANGULAR_LINES, HAND, ANIMAL, SKULL, WEAPON, LETTERS, DIGITS, SCRIPT

}
