package nl.kundig.app.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.training.TrainingStage.Player;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.ProofState;
import nl.kundig.courses.training.ProofSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Handing in a proof, as the learner does it. */
@KundigTest
class ProofPagesTests {

	private static final String PAGE = "/inschrijvingen/bewijs";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private ProofService proofs;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private MongoOperations mongo;

	private TrainingStage stage;

	private Player anna;

	private PageClient client;

	@BeforeEach
	void meet(@Autowired PeopleService people, @Autowired AccountService accountService,
			@Autowired SessionService sessions, @Autowired EnrolmentRulesService rules) {
		this.stage = new TrainingStage(people, accountService, sessions, rules);
		this.anna = this.stage.villager("Anna Dorpsma");
		this.client = client(this.anna);
	}

	@Test
	void aProofFromElsewhereWaitsForTheCoordinatorAndCanBeDownloaded() throws IOException {
		assertThat(this.client.get(PAGE + "?wat=training:ror-basis").body()).contains("selected=\"selected\"",
				"multipart/form-data");
		HttpResponse<String> sent = send(picture(), "wat", "training:ror-basis", "dag", "2025-03-04", "aanbieder",
				"Elders BV");
		assertThat(sent.statusCode()).isEqualTo(302);
		send(picture(), "wat", "training:ror-basis", "dag", "2025-03-04", "aanbieder", "Elders BV");
		assertThat(this.proofs.proofs(this.anna.learner())).singleElement().satisfies((proof) -> {
			assertThat(proof.subject()).isEqualTo(new ProofSubject.OfTraining(TrainingStage.BASIS));
			assertThat(proof.day()).isEqualTo(LocalDate.of(2025, 3, 4));
			assertThat(proof.municipality()).isEqualTo(this.stage.village().id());
			assertThat(proof.state()).isEqualTo(ProofState.HANDED_IN);
		});
		Proof proof = this.proofs.proofs(this.anna.learner()).getFirst();
		assertThat(this.client.get("/inschrijvingen").body()).contains("bewijs wordt nagekeken", "dinsdag 4 maart 2025",
				PAGE + "/" + proof.id());
		HttpResponse<String> file = this.client.get(PAGE + "/" + proof.id());
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment")
			.contains("bewijs.png");
		assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
		assertThat(client(this.stage.villager("Bea Dorpsma")).get(PAGE + "/" + proof.id()).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			wat, training:bestaat-niet, Kies een training uit de lijst.
			wat, '', Kies een training uit de lijst.
			dag, 4 maart, Vul een dag in
			dag, 2999-01-01, Vul een dag in
			dag, 1999-12-31, Vul een dag in
			aanbieder, ' ', Vul in wie de training gaf
			""")
	void whatIsWrongIsToldAtTheFieldAndNothingIsKept(String field, String value, String message) throws IOException {
		String[] form = { "wat", "training:ror-basis", "dag", "2025-03-04", "aanbieder", "Elders BV" };
		for (int i = 0; i < form.length; i += 2) {
			form[i + 1] = form[i].equals(field) ? value : form[i + 1];
		}
		this.client.get(PAGE);
		assertRefused(send(picture(), form), field, message);
	}

	@Test
	void aFileThatIsNoneIsToldAtTheFile() throws IOException {
		this.client.get(PAGE);
		String[] form = { "wat", "training:ror-basis", "dag", "2025-03-04", "aanbieder", "Elders BV" };
		assertRefused(send(new byte[0], form), "bestand", "Kies een bestand.");
		assertRefused(send("<html>".getBytes(StandardCharsets.UTF_8), form), "bestand", "geen PDF, JPEG of PNG");
		assertRefused(send(new byte[10 * 1024 * 1024 + 1], form), "bestand", "hoogstens 10 MB");
		assertRefused(this.client.post(PAGE, form), "bestand", "Kies een bestand.");
	}

	@Test
	void farTooMuchIsRefusedBeforeItIsRead() {
		this.client.get(PAGE);
		HttpResponse<String> answer = this.client.postFile(PAGE, "bewijs.png", new byte[20 * 1024 * 1024 + 500_000]);
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("Dit is te groot");
	}

	@Test
	void whoWasThereHandsInTheFileOnly() throws IOException {
		SessionId session = this.stage.session(3);
		Enrolment enrolment = this.enrolments
			.apply(session, Application.of(this.anna.learner(), this.anna.municipality()),
					Actor.learner(this.anna.learner()))
			.enrolment();
		String page = PAGE + "?sessie=" + session + "&inschrijving=" + enrolment.id();
		assertThat(this.client.get(page).statusCode()).as("not been there yet").isEqualTo(404);
		moveToYesterday(session);
		this.enrolments.recordAttendance(session, Map.of(enrolment.id(), Attendance.ATTENDED), this.stage.regional(),
				new LearnerId("regio"));
		assertThat(this.client.get("/inschrijvingen").body()).contains("sessie=" + session, "deelgenomen");
		assertThat(this.client.get(page).body()).contains("name=\"file\"").doesNotContain("name=\"aanbieder\"");
		HttpResponse<String> sent = send(picture(), "sessie", session.value(), "inschrijving", enrolment.id().value());
		assertThat(sent.statusCode()).isEqualTo(302);
		assertThat(this.proofs.proofs(this.anna.learner())).singleElement().satisfies((proof) -> {
			assertThat(proof.session()).isEqualTo(session.value());
			assertThat(proof.enrolment()).isEqualTo(enrolment.id().value());
			assertThat(proof.day()).isEqualTo(TrainingStage.TODAY.minusDays(1));
		});
		assertThat(this.client.get("/inschrijvingen").body()).doesNotContain("sessie=" + session);
		PageClient stranger = client(this.stage.villager("Bea Dorpsma"));
		assertThat(stranger.get(page).statusCode()).isEqualTo(404);
	}

	/** Nobody plans a session in the past, so it is written there. */
	private void moveToYesterday(SessionId id) {
		TrainingSession session = this.enrolments.session(id).orElseThrow();
		LocalDate day = TrainingStage.TODAY.minusDays(1);
		List<HalfDay> halfDays = session.plan()
			.halfDays()
			.stream()
			.map((half) -> new HalfDay(day, half.from(), half.until()))
			.toList();
		SessionPlan plan = new SessionPlan(halfDays, session.plan().venue(), session.plan().terms());
		this.mongo.save(new TrainingSession(id, session.version(), session.training(), session.owner(), plan, day,
				session.state(), session.sequence(), session.seed(), session.released(), session.freed(),
				session.attendanceTold(), session.dueAt(), session.changedAt(), session.history(),
				session.enrolments()));
	}

	private void assertRefused(HttpResponse<String> answer, String field, String message) {
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("href=\"#" + field + "\"", "id=\"" + field + "-fout\"", message);
		assertThat(this.proofs.proofs(this.anna.learner())).isEmpty();
	}

	private HttpResponse<String> send(byte[] file, String... form) {
		return this.client.postFile(PAGE, "C:\\mijn map\\bewijs.pdf", file, form);
	}

	private static byte[] picture() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
		return bytes.toByteArray();
	}

	private PageClient client(Player player) {
		return new PageClient(this.port, this.accounts).signIn(player.username(), player.password());
	}

}
