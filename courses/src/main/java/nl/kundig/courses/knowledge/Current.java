package nl.kundig.courses.knowledge;

/** The current something belongs to. */
public enum Current implements Coded {

	RIGHT_WING, JIHADISM, ANTI_INSTITUTIONAL, LEFT_WING, ANIMAL_RIGHTS_OR_CLIMATE, FOREIGN_NATIONALIST,
	NIHILISTIC_VIOLENCE, MISOGYNY, GENERAL

}
