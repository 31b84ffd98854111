package nl.kundig.app.training;

/**
 * One event for one person, to be attached to a mail.
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 */
record CalendarFile(String name, String method, byte[] content) {

	/** Says the method too: Outlook shows the event only then. */
	String mediaType() {
		return "text/calendar; charset=UTF-8; method=" + this.method;
	}

}
