package nl.kundig.app.account;

/** What an account may do besides learning. */
public enum AccountRole {

	/** Looks after one municipality. */
	COORDINATOR,

	/** Looks after a region. */
	REGIONAL_COORDINATOR,

	/** Writes the knowledge base. */
	EDITOR,

	/** Reads what a municipality adopted. */
	AUDITOR

}
