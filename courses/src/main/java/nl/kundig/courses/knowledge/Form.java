package nl.kundig.courses.knowledge;

/** What a symbol is. */
public enum Form implements Coded {

	NUMBER_CODE, LETTER_CODE, SIGN_OR_RUNE, FLAG, LOGO_OR_EMBLEM, GESTURE, CLOTHING_OR_BRAND, SLOGAN_OR_TERM, MEME,
	WRITTEN_FEATURE, MUSIC_OR_SOUND

}
