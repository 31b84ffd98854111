package nl.kundig.courses.knowledge;

/** Where a symbol is met. */
public enum Carrier implements Coded {

	CLOTHING, TATTOO, STICKER_OR_POSTER, GRAFFITI, FLAG_OR_BANNER, JEWELLERY, CAR, PROFILE_OR_USERNAME, GAME,
	LETTER_OR_FORM, COUNTER_OR_HOME_VISIT, DEMONSTRATION

}
