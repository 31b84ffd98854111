package nl.kundig.app.mail;

import java.time.Instant;
import java.util.List;

import nl.kundig.app.mail.OutgoingMail.Attachment;
import nl.kundig.app.mail.OutgoingMail.Draft;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DraftTests {

	@Test
	void theAddressIsInLowerCase() {
		assertThat(to(" Anja.deBoer@Waterkerk.example ").to()).isEqualTo("anja.deboer@waterkerk.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "anja", "anja@waterkerk", "anja@waterkerk.example\r\nBcc: b@c.example",
			"a@b.example, c@d.example", "Anja <a@b.example>", "a b@c.example", "a@b..example", ".a@b.example",
			"a@-b.example", "\"a\"@b.example", "a@b.example\u0000" })
	void whatIsNoAddressIsRefusedAndNotRepeated(String to) {
		assertThatIllegalArgumentException().isThrownBy(() -> to(to)).withMessage("not an e-mail address");
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "Plaats\r\nBcc: b@c.example", "Plaats\nX", "Plaats\u0085X", "Plaats\u2028X",
			"Plaats\u0000", "Plaats\u202etxt" })
	void aSubjectThatCouldForgeAHeaderIsRefused(String subject) {
		assertThatIllegalArgumentException().isThrownBy(() -> subject(subject))
			.withMessage("not the subject of a mail");
	}

	@Test
	void aSubjectIsAnyWordsOnOneLine() {
		assertThat(subject("Plaats in „Signaleren” – café 🎓").subject()).endsWith("🎓");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "../x", "a b.ics", "a\r\n.ics", ".hidden", "a\"b" })
	void aFileHasAPlainName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(name, "text/calendar", new byte[1]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text", "text/calendar\r\nX: y", "text/calendar; method=\"A\"" })
	void aFileHasAPlainType(String type) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Attachment("a.ics", type, new byte[1]));
	}

	private static Draft to(String to) {
		return new Draft(new LearnerId("ann"), "seat-offered", "s1", "1", Instant.EPOCH, to, "Plaats", "Tekst", null,
				List.of());
	}

	private static Draft subject(String subject) {
		return new Draft(new LearnerId("ann"), "seat-offered", "s1", "1", Instant.EPOCH, "a@b.example", subject,
				"Tekst", null, List.of());
	}

}
