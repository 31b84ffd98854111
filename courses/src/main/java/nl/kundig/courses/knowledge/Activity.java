package nl.kundig.courses.knowledge;

/** Whether an organisation still exists. */
public enum Activity implements Coded {

	ACTIVE, DORMANT, DISSOLVED, MERGED, UNCLEAR

}
