package nl.kundig.courses.knowledge;

/** What kind of thing an organisation is. */
public enum Nature implements Coded {

	ORGANISATION, NETWORK, PARTY, MOVEMENT_OR_PHENOMENON, ONLINE_COMMUNITY, LABEL

}
