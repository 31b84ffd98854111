package nl.kundig.app.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import nl.kundig.app.KundigTest;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.mail.OutgoingMail.Attachment;
import nl.kundig.app.mail.OutgoingMail.Draft;
import nl.kundig.app.mail.OutgoingMail.State;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Against a real mail server in this process, and servers that do not behave. */
@KundigTest
class MailSenderTests {

	private static final Duration IMPATIENT = Duration.ofMillis(300);

	private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

	private final TestClock clock = TestClock.at("2094-03-24T10:00");

	private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@Autowired
	private MongoOperations mongo;

	private MailSwitch mailSwitch;

	private Outbox outbox;

	private LearnerId ann;

	@BeforeEach
	void begin(@Autowired PeopleService people, @Autowired AccountService accounts) {
		this.mongo.remove(new Query(), OutgoingMail.class);
		this.mongo.remove(new Query(), MailPause.class);
		this.greenMail.start();
		this.mailSwitch = new MailSwitch(this.mongo, this.clock);
		this.outbox = new Outbox(this.mongo, accounts, people, this.clock);
		this.ann = people.register("Ann");
		accounts.create("ann." + UUID.randomUUID(), "Ann", this.ann, Set.of(), new MunicipalityId("waterkerk"), null);
	}

	@AfterEach
	void end() {
		this.greenMail.stop();
		this.mongo.remove(new Query(), OutgoingMail.class);
		this.mongo.remove(new Query(), MailPause.class);
	}

	@Test
	void aMailIsSentOnceAndItsContentForgotten() throws Exception {
		this.outbox.write(draft("1"));
		MailSender sender = sender();
		sender.tick();
		sender.tick();
		MimeMessage received = onlyOne();
		OutgoingMail mail = stored();
		assertThat(mail.state()).isEqualTo(State.SENT);
		assertThat(mail.content()).isNull();
		assertThat(mail.endedAt()).isEqualTo(this.clock.instant());
		assertThat(received.getMessageID()).isEqualTo("<" + mail.id() + "@gemeente.example>");
		assertThat(received.getSubject()).isEqualTo("Plaats in „Signaleren” – café");
		assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(received.getHeader("From")).containsExactly("Kundig <kundig@gemeente.example>");
		assertThat(received.getHeader("To")).containsExactly("ann@waterkerk.example");
		assertThat(received.getSentDate()).isEqualTo(this.clock.instant());
		assertThat(received.getContentType()).isEqualTo("text/plain; charset=UTF-8");
		assertThat(received.getHeader("Received", "|")).doesNotContain(System.getProperty("user.name") + "@");
	}

	@Test
	void itCarriesTextHtmlAndTheInvitationTwice() throws Exception {
		this.outbox.write(new Draft(this.ann, "seat", "s1", "1", this.clock.instant(), "ann@waterkerk.example",
				"Plaats", "Beste Ann,\né", "<p>Beste Ann,<br>é</p>", List.of(new Attachment("uitnodiging.ics",
						"text/calendar; charset=UTF-8; method=REQUEST", CALENDAR.getBytes(StandardCharsets.UTF_8)))));
		sender().tick();
		Multipart mixed = (Multipart) onlyOne().getContent();
		assertThat(mixed.getContentType()).startsWith("multipart/mixed");
		Multipart alternatives = (Multipart) mixed.getBodyPart(0).getContent();
		assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
		assertThat(types(alternatives)).containsExactly("text/plain; charset=UTF-8", "text/html; charset=UTF-8",
				"text/calendar; charset=UTF-8; method=REQUEST");
		assertThat(text(alternatives.getBodyPart(0))).isEqualTo("Beste Ann,\r\né");
		assertThat(text(alternatives.getBodyPart(1))).contains("<br>é");
		assertThat(new String(alternatives.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.isEqualTo(CALENDAR);
		assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("uitnodiging.ics");
		assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
	}

	@Test
	void theSameKeyIsOneMail() throws Exception {
		assertThat(this.outbox.write(draft("1"))).isTrue();
		assertThat(this.outbox.write(draft("1"))).isFalse();
		sender().tick();
		assertThat(this.outbox.write(draft("1"))).isFalse();
		assertThat(this.outbox.write(draft("2"))).isTrue();
		sender().tick();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(2);
	}

	@Test
	void manyWritersOfOneKeyWriteOneMail() throws Exception {
		List<Boolean> written = together(16, () -> this.outbox.write(draft("1")));
		assertThat(written).containsOnlyOnce(true);
		assertThat(all()).hasSize(1);
	}

	@Test
	void oldNewsIsNotWritten() {
		Draft draft = draft("1");
		this.clock.advance(Outbox.NEWS);
		assertThat(this.outbox.write(draft)).isTrue();
		this.clock.advance(Duration.ofSeconds(1));
		Draft older = draft("2", "2094-03-24T10:00");
		assertThat(this.outbox.write(older)).isFalse();
		assertThat(all()).hasSize(1);
	}

	@Test
	void aServerThatIsDownDelaysAndLosesNothing() throws Exception {
		int port = this.greenMail.getSmtp().getPort();
		this.greenMail.stop();
		MailSender sender = new MailSender(this.mongo, server(port), quietHours(), this.mailSwitch, this.clock);
		this.outbox.write(draft("1"));
		this.outbox.write(draft("2"));
		sender.tick();
		assertThat(all()).extracting(OutgoingMail::state).containsOnly(State.WAITING);
		assertThat(all()).as("only one tries a server that is down")
			.extracting(OutgoingMail::attempts)
			.containsExactlyInAnyOrder(1, 0);
		assertThat(all()).extracting(OutgoingMail::failure).containsExactlyInAnyOrder(MailFailure.UNREACHABLE, null);
		GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		again.start();
		try {
			sender.tick();
			assertThat(again.getReceivedMessages()).hasSize(1);
			this.clock.advance(Duration.ofMinutes(1));
			sender.tick();
			assertThat(again.getReceivedMessages()).hasSize(2);
			sender.tick();
			assertThat(again.getReceivedMessages()).hasSize(2);
		}
		finally {
			again.stop();
		}
	}

	@Test
	void itTriesMoreAndMoreSeldomAndGivesUpAfterTwoDays() {
		try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of("RCPT", "451 4.3.0 later"))) {
			MailSender sender = sender(smtp);
			this.outbox.write(draft("1").urgently());
			List<Long> pauses = new ArrayList<>();
			for (sender.tick(); stored().state() == State.WAITING; sender.tick()) {
				Duration pause = Duration.between(this.clock.instant(), stored().dueAt());
				pauses.add(pause.toMinutes());
				this.clock.advance(pause.minusSeconds(1));
				int attempts = stored().attempts();
				sender.tick();
				assertThat(stored().attempts()).as("not too early").isEqualTo(attempts);
				this.clock.advance(Duration.ofSeconds(1));
			}
			assertThat(pauses.subList(0, 7)).containsExactly(1L, 5L, 15L, 60L, 240L, 240L, 240L);
			assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isBetween(48L * 60, 52L * 60);
			assertThat(stored().state()).isEqualTo(State.GIVEN_UP);
			assertThat(stored().failure()).isEqualTo(MailFailure.REFUSED);
			assertThat(stored().dueAt()).isNull();
			assertThat(stored().mayBeTriedAgain(this.clock.instant())).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 550 5.1.1 no such user, GIVEN_UP, RECIPIENT", "RCPT, 550 no, GIVEN_UP, RECIPIENT",
			"RCPT, 550 5.7.1 relaying denied, WAITING, REFUSED", "RCPT, 450 4.2.0 grey, WAITING, REFUSED",
			"MAIL, 550 5.7.1 no, WAITING, REFUSED", "., 554 5.6.0 spam, WAITING, REFUSED",
			"EHLO, 421 4.3.2 busy, WAITING, UNREACHABLE" })
	void whatTheServerSaysDecides(String word, String answer, State state, MailFailure failure) {
		Map<String, String> answers = word.equals("EHLO") ? Map.of("EHLO", answer, "HELO", answer)
				: Map.of(word, answer);
		try (ScriptedSmtp smtp = new ScriptedSmtp(answers)) {
			this.outbox.write(draft("1"));
			sender(smtp).tick();
			assertThat(stored().state()).isEqualTo(state);
			assertThat(stored().failure()).isEqualTo(failure);
		}
	}

	@Test
	void oneRefusedRecipientDoesNotHoldUpTheOthers() throws Exception {
		this.outbox.write(draft("1"));
		this.outbox.write(draft("2"));
		try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 no such user"))) {
			sender(smtp).tick();
			assertThat(smtp.connections()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECT", "EHLO", "DATA", "." })
	void aServerThatIsSilentIsLeft(String word) {
		try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(word, ""))) {
			this.outbox.write(draft("1"));
			this.outbox.write(draft("2"));
			sender(smtp).tick();
			assertThat(all()).extracting(OutgoingMail::failure)
				.containsExactlyInAnyOrder(MailFailure.UNREACHABLE, null);
			assertThat(smtp.connections()).isEqualTo(1);
		}
	}

	@Test
	void aServerThatSaysNoGoodbyeHasTheMailAllTheSame() {
		try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of("QUIT", ""))) {
			this.outbox.write(draft("1"));
			sender(smtp).tick();
			assertThat(stored().state()).isEqualTo(State.SENT);
		}
	}

	@Test
	void withoutTheEncryptionAskedForNothingIsSent() {
		SmtpProperties asking = new SmtpProperties("127.0.0.1", port(), "", "", "kundig@gemeente.example", "starttls");
		this.outbox.write(draft("1"));
		new MailSender(this.mongo, new SmtpServer(asking, IMPATIENT), quietHours(), this.mailSwitch, this.clock).tick();
		assertThat(this.greenMail.getReceivedMessages()).isEmpty();
		assertThat(stored().failure()).isEqualTo(MailFailure.UNREACHABLE);
	}

	@Test
	void aPasswordThatIsWrongIsSaid() {
		try (ScriptedSmtp smtp = new ScriptedSmtp(
				Map.of("EHLO", "250-test\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 no"))) {
			SmtpProperties signing = new SmtpProperties("127.0.0.1", Integer.toString(smtp.port()), "kundig", "fout",
					"kundig@gemeente.example", "none");
			this.outbox.write(draft("1"));
			new MailSender(this.mongo, new SmtpServer(signing, IMPATIENT), quietHours(), this.mailSwitch, this.clock)
				.tick();
			assertThat(stored().failure()).isEqualTo(MailFailure.SIGN_IN);
			assertThat(stored().state()).isEqualTo(State.WAITING);
		}
	}

	@Test
	void sendersOfTwoNodesNeverSendTheSameMail() throws Exception {
		int mails = 60;
		for (int i = 0; i < mails; i++) {
			this.outbox.write(draft(Integer.toString(i)));
		}
		List<MailSender> nodes = List.of(sender(), sender(), sender(), sender());
		try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<?>> running = new ArrayList<>();
			nodes.forEach((node) -> running.add(threads.submit(() -> {
				start.await();
				node.tick();
				return null;
			})));
			start.countDown();
			for (Future<?> each : running) {
				each.get();
			}
		}
		sender().tick();
		MimeMessage[] received = this.greenMail.getReceivedMessages();
		assertThat(Arrays.stream(received).map(MailSenderTests::messageId)).hasSize(mails).doesNotHaveDuplicates();
		assertThat(all()).extracting(OutgoingMail::attempts).containsOnly(1);
	}

	@Test
	void whoDiesBetweenSendingAndMarkingDoublesTheMailAtMostRecognisably() throws Exception {
		this.outbox.write(draft("1"));
		MailSender dying = new MailSender(this.mongo, new DyingServer(properties(port())), quietHours(),
				this.mailSwitch, this.clock);
		assertThatExceptionOfType(Killed.class).isThrownBy(dying::tick);
		assertThat(stored().state()).isEqualTo(State.SENDING);
		this.clock.advance(OutgoingMail.LEASE.minusSeconds(1));
		sender().tick();
		assertThat(this.greenMail.getReceivedMessages()).as("while it may still be sending").hasSize(1);
		this.clock.advance(Duration.ofSeconds(1));
		sender().tick();
		sender().tick();
		MimeMessage[] received = this.greenMail.getReceivedMessages();
		assertThat(received).hasSize(2);
		assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID());
		assertThat(stored().state()).isEqualTo(State.SENT);
	}

	@Test
	void whoDiesBeforeSendingLosesNothing() throws Exception {
		this.outbox.write(draft("1"));
		this.mongo.save(stored().claimed(this.clock.instant()));
		sender().tick();
		assertThat(this.greenMail.getReceivedMessages()).isEmpty();
		this.clock.advance(OutgoingMail.LEASE);
		sender().tick();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(1);
	}

	@Test
	void aMailThatKillsItsSenderIsGivenUpInTheEnd() {
		this.outbox.write(draft("1").urgently());
		for (int i = 0; i < 300 && stored().state() != State.GIVEN_UP; i++) {
			OutgoingMail mail = stored();
			if (mail.hopeless(this.clock.instant()) == null) {
				this.mongo.save(mail.claimed(this.clock.instant()));
				this.clock.advance(OutgoingMail.LEASE);
			}
			else {
				sender().tick();
			}
		}
		assertThat(stored().failure()).isEqualTo(MailFailure.INTERRUPTED);
		assertThat(this.greenMail.getReceivedMessages()).isEmpty();
	}

	/**
	 * The clock goes forward in the night of 27 to 28 March 2094, and back on 31 October.
	 */
	@ParameterizedTest
	@CsvSource({ "2094-03-26T19:59, 2094-03-26T19:59", "2094-03-26T20:00, 2094-03-29T07:00",
			"2094-10-29T20:00, 2094-11-01T07:00", "2094-03-24T06:59, 2094-03-24T07:00" })
	void mailsWithoutHasteWaitForTheEndOfQuietHours(String written, String sent) {
		this.clock.set(written);
		this.outbox.write(draft("1"));
		MailSender sender = sender();
		this.clock.set(sent);
		if (!sent.equals(written)) {
			this.clock.advance(Duration.ofSeconds(-1));
			sender.tick();
			assertThat(this.greenMail.getReceivedMessages()).isEmpty();
			this.clock.advance(Duration.ofSeconds(1));
		}
		sender.tick();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(1);
	}

	@Test
	void anUrgentMailPassesThoseThatWaitInQuietHours() throws Exception {
		this.clock.set("2094-03-24T23:00");
		this.outbox.write(draft("1"));
		this.clock.advance(Duration.ofMinutes(1));
		this.outbox.write(draft("2").urgently());
		sender().tick();
		assertThat(onlyOne().getContent().toString()).contains("nummer 2");
	}

	@Test
	void aPauseHoldsEverythingBackUntilItEnds() {
		this.outbox.write(draft("1").urgently());
		this.mailSwitch.set(true, "Joris van Dam", "verkeerde datum in de mail");
		sender().tick();
		assertThat(this.greenMail.getReceivedMessages()).isEmpty();
		assertThat(stored().attempts()).isZero();
		this.mailSwitch.set(false, "Joris van Dam", "");
		sender().tick();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(1);
	}

	@Test
	void whatIsUselessByNowIsNotSent() {
		this.outbox.write(draft("1").until(this.clock.instant().plus(Duration.ofHours(3))));
		this.mailSwitch.set(true, "Joris van Dam", "storing");
		this.clock.advance(Duration.ofHours(3));
		this.mailSwitch.set(false, "Joris van Dam", "");
		sender().tick();
		assertThat(this.greenMail.getReceivedMessages()).isEmpty();
		assertThat(stored().failure()).isEqualTo(MailFailure.TOO_LATE);
		assertThat(stored().mayBeTriedAgain(this.clock.instant())).isFalse();
	}

	@Test
	void withoutAServerMailsStayAndTheirContentGoesAfterThirtyDays() {
		SmtpProperties none = new SmtpProperties("", "", "", "", "", "");
		MailSender sender = new MailSender(this.mongo, new SmtpServer(none, IMPATIENT), quietHours(), this.mailSwitch,
				this.clock);
		this.outbox.write(draft("1"));
		this.clock.advance(Duration.ofDays(30).minusSeconds(1));
		sender.tick();
		assertThat(stored().state()).isEqualTo(State.WAITING);
		assertThat(stored().content()).isNotNull();
		this.clock.advance(Duration.ofSeconds(1));
		sender.tick();
		assertThat(stored().state()).isEqualTo(State.GIVEN_UP);
		assertThat(stored().failure()).isEqualTo(MailFailure.NEVER_SENT);
		assertThat(stored().content()).isNull();
		assertThat(stored().mayBeTriedAgain(this.clock.instant())).isFalse();
		this.clock.advance(Duration.ofDays(335));
		sender.tick();
		assertThat(all()).isEmpty();
	}

	@Test
	void thatAMailWasSentIsKnownForAYear() {
		this.outbox.write(draft("1"));
		MailSender sender = sender();
		sender.tick();
		this.clock.advance(Duration.ofDays(365).minusSeconds(1));
		sender.tick();
		assertThat(all()).hasSize(1);
		this.clock.advance(Duration.ofSeconds(1));
		sender.tick();
		assertThat(all()).isEmpty();
	}

	@Test
	void aStartSaysHowManyMailsWillBeSent() {
		assertThat(announced(sender())).containsExactly("INFO mail: nothing would be sent");
		this.outbox.write(draft("1"));
		this.outbox.write(draft("2").urgently());
		assertThat(announced(sender())).containsExactly("WARN mail: 2 will be sent");
		this.mailSwitch.set(true, "Joris van Dam", "storing");
		assertThat(announced(sender()))
			.containsExactly("WARN mail: 2 will be sent when somebody ends the pause at /beheer/post");
		SmtpServer none = new SmtpServer(new SmtpProperties("", "", "", "", "", ""), IMPATIENT);
		assertThat(announced(new MailSender(this.mongo, none, quietHours(), this.mailSwitch, this.clock)))
			.containsExactly("INFO mail: 2 would be sent, and no mail server is set");
	}

	@Test
	void theLogOfAMailThatWasGivenUpNamesNobody() {
		this.outbox.write(draft("1"));
		try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 no such user ann"))) {
			assertThat(logged(() -> sender(smtp).tick()))
				.containsExactly("WARN mail " + stored().id() + " (seat-offered) is given up: RECIPIENT");
		}
	}

	private static List<String> announced(MailSender sender) {
		return logged(sender::announce);
	}

	private static List<String> logged(Runnable action) {
		Logger logger = (Logger) LoggerFactory.getLogger(MailSender.class);
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		Level before = logger.getLevel();
		lines.start();
		logger.addAppender(lines);
		logger.setLevel(Level.INFO);
		try {
			action.run();
		}
		finally {
			logger.setLevel(before);
			logger.detachAppender(lines);
		}
		return lines.list.stream().map((line) -> line.getLevel() + " " + line.getFormattedMessage()).toList();
	}

	private MailSender sender() {
		return new MailSender(this.mongo, server(this.greenMail.getSmtp().getPort()), quietHours(), this.mailSwitch,
				this.clock);
	}

	private MailSender sender(ScriptedSmtp smtp) {
		return new MailSender(this.mongo, server(smtp.port()), quietHours(), this.mailSwitch, this.clock);
	}

	private static SmtpServer server(int port) {
		return new SmtpServer(properties(Integer.toString(port)), IMPATIENT);
	}

	private String port() {
		return Integer.toString(this.greenMail.getSmtp().getPort());
	}

	private static SmtpProperties properties(String port) {
		return new SmtpProperties("127.0.0.1", port, "", "", "Kundig <kundig@gemeente.example>", "none");
	}

	private static QuietHours quietHours() {
		return new QuietHours("20:00-07:00", true);
	}

	private Draft draft(String cycle) {
		return draft(cycle, null);
	}

	private Draft draft(String cycle, @Nullable String happened) {
		return new Draft(this.ann, "seat-offered", "s1", cycle,
				(happened != null) ? TestClock.amsterdam(happened) : this.clock.instant(), "ann@waterkerk.example",
				"Plaats in „Signaleren” – café", "Beste Ann, dit is nummer " + cycle + ".", null, List.of());
	}

	private List<OutgoingMail> all() {
		return this.mongo.findAll(OutgoingMail.class);
	}

	private OutgoingMail stored() {
		return all().getFirst();
	}

	private MimeMessage onlyOne() {
		MimeMessage[] received = this.greenMail.getReceivedMessages();
		assertThat(received).hasSize(1);
		return received[0];
	}

	private static String messageId(MimeMessage message) {
		try {
			return message.getMessageID();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> types(Multipart parts) throws Exception {
		List<String> types = new ArrayList<>();
		for (int i = 0; i < parts.getCount(); i++) {
			types.add(parts.getBodyPart(i).getContentType().replaceAll("\\s+", " "));
		}
		return types;
	}

	private static String text(BodyPart part) throws Exception {
		return (String) part.getContent();
	}

	private static <T> List<T> together(int many, Callable<T> task) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
			List<T> results = new ArrayList<>();
			for (Future<T> each : threads.invokeAll(Collections.nCopies(many, task))) {
				results.add(each.get());
			}
			return results;
		}
	}

	/** Like a process that is killed at once after the server said yes. */
	private static final class DyingServer extends SmtpServer {

		DyingServer(SmtpProperties properties) {
			super(properties, IMPATIENT);
		}

		@Override
		void send(OutgoingMail mail, Instant now) throws MailRefused {
			super.send(mail, now);
			throw new Killed();
		}

	}

	private static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

	}

}
