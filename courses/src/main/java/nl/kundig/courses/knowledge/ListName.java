package nl.kundig.courses.knowledge;

/** The sanction lists and decisions that count in the Netherlands. */
public enum ListName implements Coded {

	UN_1267, UN_1988, UN_2713, EU_931, EU_2016_1686, NL_SANCTIONS, NL_RWN

}
