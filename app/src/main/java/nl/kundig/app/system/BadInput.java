package nl.kundig.app.system;

/** The request has a part that no page of ours sends. */
public class BadInput extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
