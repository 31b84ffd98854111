package nl.kundig.app.system;

/** What was given as the address of a MongoDB is none. */
class StoreMisnamed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	StoreMisnamed() {
		super("KUNDIG_MONGODB_URI is not an address like mongodb://host:27017/kundig");
	}

}
