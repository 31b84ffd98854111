package nl.kundig.app.system;

/** There is nothing at this address for this person. */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
