package nl.kundig.app.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import nl.kundig.app.mail.OutgoingMail.Attachment;
import nl.kundig.app.mail.OutgoingMail.Content;

/**
 * A mail as it travels: plain text and HTML beside each other, in UTF-8. Its Message-ID
 * is the mail's own, so that who gets it twice after a crash can see that it is the same.
 */
final class MailMessage extends MimeMessage {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final String messageId;

	private MailMessage(Session session, String messageId) {
		super(session);
		this.messageId = messageId;
	}

	static MimeMessage of(OutgoingMail mail, InternetAddress from, Session session, Instant now)
			throws MessagingException {
		Content content = mail.content();
		if (content == null) {
			throw new MessagingException("no content");
		}
		MailMessage message = new MailMessage(session, "<" + mail.id() + "@" + domain(from) + ">");
		message.setFrom(from);
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
		message.setSubject(mail.subject(), UTF_8);
		message.setSentDate(Date.from(now));
		// RFC 3834, and the same for Exchange: no out-of-office answers.
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "All");
		if (content.html() == null && content.attachments().isEmpty()) {
			message.setText(content.text(), UTF_8);
		}
		else {
			message.setContent(body(content));
		}
		message.saveChanges();
		return message;
	}

	static String domain(InternetAddress from) {
		return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

	private static MimeMultipart body(Content content) throws MessagingException {
		MimeMultipart alternatives = new MimeMultipart("alternative");
		alternatives.addBodyPart(text(content.text(), "plain"));
		if (content.html() != null) {
			alternatives.addBodyPart(text(content.html(), "html"));
		}
		for (Attachment attachment : content.attachments()) {
			if (attachment.isInvitation()) {
				alternatives.addBodyPart(part(attachment));
			}
		}
		if (content.attachments().isEmpty()) {
			return alternatives;
		}
		MimeBodyPart whole = new MimeBodyPart();
		whole.setContent(alternatives);
		MimeMultipart mixed = new MimeMultipart("mixed");
		mixed.addBodyPart(whole);
		for (Attachment attachment : content.attachments()) {
			MimeBodyPart file = part(attachment);
			file.setDisposition(Part.ATTACHMENT);
			file.setFileName(attachment.name());
			mixed.addBodyPart(file);
		}
		return mixed;
	}

	private static MimeBodyPart text(String text, String kind) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, UTF_8, kind);
		return part;
	}

	private static MimeBodyPart part(Attachment attachment) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.type())));
		return part;
	}

}
