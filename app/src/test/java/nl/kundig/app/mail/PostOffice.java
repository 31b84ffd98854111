package nl.kundig.app.mail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.springframework.data.mongodb.core.MongoOperations;

/** Really sends what is in the outbox, to a mail server in this process. */
public final class PostOffice implements AutoCloseable {

	private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final MailSender sender;

	private PostOffice(MongoOperations mongo) {
		this.greenMail.start();
		SmtpProperties properties = new SmtpProperties("127.0.0.1",
				Integer.toString(this.greenMail.getSmtp().getPort()), "", "", "Kundig <kundig@gemeente.example>",
				"none");
		Clock clock = Clock.systemUTC();
		this.sender = new MailSender(mongo, new SmtpServer(properties, Duration.ofSeconds(5)),
				new QuietHours("none", false), new MailSwitch(mongo, clock), clock);
	}

	public static PostOffice open(MongoOperations mongo) {
		return new PostOffice(mongo);
	}

	/** What came in for this address since the office was opened, the oldest first. */
	public List<Received> deliver(String address) {
		this.sender.tick();
		return Arrays.stream(this.greenMail.getReceivedMessages())
			.map(Received::of)
			.filter((mail) -> mail.to().equals(address))
			.toList();
	}

	@Override
	public void close() {
		this.greenMail.stop();
	}

	/**
	 * A mail as it came in.
	 *
	 * @param calendars the attached files for a calendar
	 */
	public record Received(String to, String subject, String text, String html, List<byte[]> calendars) {

		private static Received of(MimeMessage message) {
			try {
				List<Part> parts = new ArrayList<>();
				collect(message, parts);
				List<byte[]> calendars = new ArrayList<>();
				for (Part part : parts) {
					if (part.getFileName() != null) {
						calendars.add(part.getInputStream().readAllBytes());
					}
				}
				return new Received(message.getAllRecipients()[0].toString(), message.getSubject(),
						text(parts, "text/plain"), text(parts, "text/html"), calendars);
			}
			catch (MessagingException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** The page that a link in the text points to, without the server. */
		public String link() {
			return this.text.lines()
				.filter((line) -> line.startsWith("http"))
				.map((line) -> line.replaceFirst("^https?://[^/]+", ""))
				.findFirst()
				.orElseThrow();
		}

		private static void collect(Part part, List<Part> parts) throws MessagingException, IOException {
			if (part.getContent() instanceof Multipart several) {
				for (int i = 0; i < several.getCount(); i++) {
					collect(several.getBodyPart(i), parts);
				}
			}
			else {
				parts.add(part);
			}
		}

		private static String text(List<Part> parts, String type) throws MessagingException, IOException {
			for (Part part : parts) {
				if (part.isMimeType(type)) {
					return (String) part.getContent();
				}
			}
			return "";
		}

	}

}
