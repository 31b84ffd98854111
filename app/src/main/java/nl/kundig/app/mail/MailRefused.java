package nl.kundig.app.mail;

/** The mail server did not take a mail. What it said stays here. */
class MailRefused extends Exception {

	private static final long serialVersionUID = 1L;

	private final MailFailure failure;

	MailRefused(MailFailure failure) {
		super(failure.name());
		this.failure = failure;
	}

	MailFailure failure() {
		return this.failure;
	}

}
