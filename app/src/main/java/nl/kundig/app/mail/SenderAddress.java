package nl.kundig.app.mail;

import java.net.URI;

import nl.kundig.app.system.PublicAddress;

import org.springframework.stereotype.Component;

/** The address mails come from, for what names it inside a mail too. */
@Component
public class SenderAddress {

	private final SmtpProperties properties;

	private final PublicAddress address;

	SenderAddress(SmtpProperties properties, PublicAddress address) {
		this.properties = properties;
		this.address = address;
	}

	/** Without a mail server one that is never used: nothing is sent then. */
	public String address() {
		if (this.properties.isConfigured()) {
			return this.properties.sender().getAddress();
		}
		String host = URI.create(this.address.of("/")).getHost();
		return "kundig@" + ((host != null) ? host : "localhost");
	}

}
