package nl.kundig.app.system;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address people know Kundig by, for what is read outside it. */
@Component
public class PublicAddress {

	/** Where pages are that a link in a mail opens; strangers may come there. */
	public static final String LINKS = "/antwoord/";

	private final String start;

	PublicAddress(KundigProperties properties, Environment environment) {
		String known = properties.publicUrl();
		this.start = (known != null && !known.isBlank()) ? known.strip().replaceAll("/+$", "")
				: "http://localhost:" + environment.getProperty("server.port", "8080");
	}

	/** The whole address of a page, given with its slash. */
	public String of(String path) {
		return this.start + path;
	}

}
