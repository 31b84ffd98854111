package nl.kundig.app.system;

/** There was something at this address; it lapsed or has been used. */
public class Gone extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
