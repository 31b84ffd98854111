package nl.kundig.app.mail;

/** Why a mail did not go out, without a word of the server that said so. */
enum MailFailure {

	/** The server does not answer, or too slowly, or without the encryption asked for. */
	UNREACHABLE,

	/** The server does not accept our user and password. */
	SIGN_IN,

	/** The server says that there is no such mailbox; trying again will not help. */
	RECIPIENT,

	/** The server refuses the mail for now, or for a reason its operator must mend. */
	REFUSED,

	/** No mail can be made of what was written. */
	CONTENT,

	/** Kundig stopped while the mail was under way, again and again. */
	INTERRUPTED,

	/** What the mail asks for cannot be done any more. */
	TOO_LATE,

	/** It was kept for thirty days and never sent. */
	NEVER_SENT;

	/** Whether another try would end the same. */
	boolean isFinal() {
		return this == RECIPIENT || this == CONTENT || this == TOO_LATE || this == NEVER_SENT;
	}

}
