package nl.kundig.courses.knowledge;

/** The colours that stand out in a symbol. */
public enum Colour implements Coded {

	BLACK, WHITE, RED, YELLOW, GREEN, BLUE, ORANGE, MULTICOLOURED

}
