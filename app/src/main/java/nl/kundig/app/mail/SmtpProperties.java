package nl.kundig.app.mail;

import java.util.Locale;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import nl.kundig.app.system.SettingRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that mails are handed to; without a host none is sent.
 *
 * @param port else 587, 465 or 25, as {@code tls} goes
 * @param from the address mails come from, as "Kundig &lt;kundig@gemeente.example&gt;"
 * @param tls {@code starttls}, {@code tls} or {@code none}; what is asked for is insisted
 * on
 */
@ConfigurationProperties("kundig.smtp")
record SmtpProperties(@DefaultValue("") String host, @DefaultValue("") String port, @DefaultValue("") String user,
		@DefaultValue("") String password, @DefaultValue("") String from, @DefaultValue("") String tls) {

	private static final int LAST_PORT = 65535;

	SmtpProperties {
		host = host.strip();
		user = user.strip();
		tls = tls.isBlank() ? "starttls" : tls.strip().toLowerCase(Locale.ROOT);
		Tls security = Tls.of(tls);
		port = port.isBlank() ? Integer.toString(security.port) : port.strip();
		if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > LAST_PORT) {
			throw new SettingRefused("KUNDIG_SMTP_PORT is no port");
		}
		if (!host.isEmpty()) {
			sender(from);
		}
		if (!user.isEmpty() && password.isEmpty()) {
			throw new SettingRefused("KUNDIG_SMTP_USER has no KUNDIG_SMTP_PASSWORD");
		}
	}

	/** How the connection is kept from others. */
	enum Tls {

		STARTTLS(587), TLS(465), NONE(25);

		private final int port;

		Tls(int port) {
			this.port = port;
		}

		private static Tls of(String word) {
			return switch (word) {
				case "starttls" -> STARTTLS;
				case "tls" -> TLS;
				case "none" -> NONE;
				default -> throw new SettingRefused("KUNDIG_SMTP_TLS is something else than starttls, tls or none");
			};
		}

	}

	/** Whether there is a server at all. */
	boolean isConfigured() {
		return !this.host.isEmpty();
	}

	int portNumber() {
		return Integer.parseInt(this.port);
	}

	Tls security() {
		return Tls.of(this.tls);
	}

	@Nullable String userOrNull() {
		return this.user.isEmpty() ? null : this.user;
	}

	InternetAddress sender() {
		return sender(this.from);
	}

	private static InternetAddress sender(String from) {
		try {
			InternetAddress[] addresses = InternetAddress.parse(from, true);
			if (addresses.length == 1 && addresses[0].getAddress().indexOf('@') > 0) {
				return addresses[0];
			}
		}
		catch (AddressException ex) {
			// Said below, without repeating the address.
		}
		throw new SettingRefused("KUNDIG_SMTP_FROM is no address like Kundig <kundig@gemeente.example>");
	}

	/** Without the password. */
	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
