package nl.kundig.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import nl.kundig.app.mail.Outbox;
import nl.kundig.app.mail.OutgoingMail;
import nl.kundig.app.mail.OutgoingMail.Attachment;
import nl.kundig.app.mail.OutgoingMail.Draft;
import nl.kundig.courses.people.LearnerId;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails for tests of pages. */
public final class Mails {

	private Mails() {
	}

	/** A mail to this person with everything that a mail can have; answers its id. */
	public static String write(Outbox outbox, MongoOperations mongo, LearnerId person) {
		String about = UUID.randomUUID().toString();
		Draft draft = new Draft(person, "test", about, "1", Instant.now(),
				"een.lange.naam.van-iemand@veiligheidsregio-en-gemeente-waterkerk.example",
				"Plaats bij „Signaleren en handelingsverlegenheid” op 12 januari",
				"Beste collega,\n\nEr is een plaats vrij: https://kundig.example/antwoord/" + "x".repeat(200) + "\n",
				"<h1>Plaats</h1><p>Er is een plaats vrij. <a href=\"https://kundig.example/\">Bekijk de plaats</a></p>",
				List.of(new Attachment("uitnodiging.ics", "text/calendar; charset=UTF-8; method=REQUEST",
						"BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8))))
			.until(Instant.now().plusSeconds(86400));
		assertThat(outbox.write(draft)).isTrue();
		Query written = Query.query(Criteria.where("person")
			.is(person)
			.and("template")
			.is("test")
			.and("about")
			.is(about)
			.and("cycle")
			.is("1"));
		OutgoingMail mail = mongo.findOne(written, OutgoingMail.class);
		assertThat(mail).isNotNull();
		return mail.id();
	}

}
