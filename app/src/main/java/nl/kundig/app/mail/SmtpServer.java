package nl.kundig.app.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.regex.Pattern;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * The mail server, as we may use it. One that is slow is left after a while, well before
 * another sender takes us for dead.
 */
class SmtpServer {

	/** Of one answer; a mail takes some ten of them. */
	static final Duration PATIENCE = Duration.ofSeconds(20);

	/** Refused by policy, as for relaying: its operator can mend that. */
	private static final Pattern BY_POLICY = Pattern.compile("\\b5\\.7\\.\\d");

	private final SmtpProperties properties;

	private final Session session;

	SmtpServer(SmtpProperties properties, Duration patience) {
		this.properties = properties;
		this.session = Session.getInstance(settings(properties, Long.toString(patience.toMillis())));
	}

	boolean isConfigured() {
		return this.properties.isConfigured();
	}

	/**
	 * Hands the mail over.
	 * @throws MailRefused when the server did not take it, or nobody knows whether it did
	 */
	void send(OutgoingMail mail, Instant now) throws MailRefused {
		MimeMessage message;
		InternetAddress to;
		try {
			message = MailMessage.of(mail, this.properties.sender(), this.session, now);
			to = new InternetAddress(mail.to(), true);
		}
		catch (MessagingException ex) {
			throw new MailRefused(MailFailure.CONTENT);
		}
		Transport transport = transport();
		try {
			transport.connect(this.properties.host(), this.properties.portNumber(), this.properties.userOrNull(),
					(this.properties.userOrNull() != null) ? this.properties.password() : null);
			transport.sendMessage(message, new InternetAddress[] { to });
		}
		catch (MessagingException ex) {
			throw new MailRefused(failure(ex));
		}
		finally {
			leave(transport);
		}
	}

	private Transport transport() {
		try {
			return this.session.getTransport("smtp");
		}
		catch (NoSuchProviderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A goodbye that fails says nothing about the mail: it was taken before that. */
	private static void leave(Transport transport) {
		try {
			transport.close();
		}
		catch (MessagingException ex) {
			// The other side left first.
		}
	}

	private static MailFailure failure(MessagingException failure) {
		return switch (failure) {
			case AuthenticationFailedException signIn -> MailFailure.SIGN_IN;
			case SendFailedException refused -> isNoMailbox(refused) ? MailFailure.RECIPIENT : MailFailure.REFUSED;
			default -> MailFailure.UNREACHABLE;
		};
	}

	/** Refused for good, and not by policy. */
	private static boolean isNoMailbox(SendFailedException refused) {
		Address[] invalid = refused.getInvalidAddresses();
		Exception reason = refused.getNextException();
		String said = (reason != null) ? String.valueOf(reason.getMessage()) : "";
		return invalid != null && invalid.length > 0 && !BY_POLICY.matcher(said).find();
	}

	private static Properties settings(SmtpProperties properties, String millis) {
		Properties settings = new Properties();
		settings.put("mail.smtp.connectiontimeout", millis);
		settings.put("mail.smtp.timeout", millis);
		settings.put("mail.smtp.writetimeout", millis);
		settings.put("mail.smtp.auth", Boolean.toString(properties.userOrNull() != null));
		settings.put("mail.smtp.ssl.checkserveridentity", "true");
		switch (properties.security()) {
			case STARTTLS -> {
				settings.put("mail.smtp.starttls.enable", "true");
				settings.put("mail.smtp.starttls.required", "true");
			}
			case TLS -> settings.put("mail.smtp.ssl.enable", "true");
			case NONE -> settings.put("mail.smtp.starttls.enable", "false");
		}
		if (properties.isConfigured()) {
			// Says hello by the name of the sender's domain, not by that of this machine.
			settings.put("mail.smtp.localhost", MailMessage.domain(properties.sender()));
		}
		return settings;
	}

}
