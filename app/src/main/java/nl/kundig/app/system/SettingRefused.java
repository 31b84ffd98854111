package nl.kundig.app.system;

/** A setting that Kundig cannot start with; the message is one line for its operator. */
public class SettingRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public SettingRefused(String line) {
		super(line);
	}

}
