package nl.kundig.courses.knowledge;

/** Why somebody may want to be warned before seeing it. */
public enum Sensitivity implements Coded {

	RACISM, ANTISEMITISM, ANTI_MUSLIM, ANTI_LGBTIQ, MISOGYNY, VIOLENCE_GLORIFICATION, WAR_OR_GENOCIDE, SELF_HARM,
	SEXUAL_VIOLENCE_OR_MINORS, RELIGIOUS, POLITICAL

}
