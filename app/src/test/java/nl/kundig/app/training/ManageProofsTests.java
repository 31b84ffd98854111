package nl.kundig.app.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

import javax.imageio.ImageIO;

import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.training.TrainingStage.Player;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofDraft;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.ProofState;
import nl.kundig.courses.training.ProofSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Proofs on the coordinator's desk. */
@KundigTest
@Import(DeskStage.class)
class ManageProofsTests {

	private static final String PROOFS = "/beheer/bewijzen";

	@LocalServerPort
	private int port;

	@Autowired
	private DeskStage desk;

	@Autowired
	private ProofService proofs;

	private TrainingStage stage;

	private Player coby;

	private PageClient coordinator;

	@BeforeEach
	void signIn() {
		this.stage = this.desk.set();
		this.coby = this.desk.coordinator(this.stage, this.stage.village().id());
		this.coordinator = this.desk.client(this.port, this.coby);
	}

	@Test
	void aProofIsDownloadedAndAccepted() {
		Proof proof = handIn(this.stage.villager("Anna Dorpsma"));
		assertThat(this.coordinator.get("/beheer/trainingen").body()).contains("er ligt 1 bewijs");
		assertThat(this.coordinator.get(PROOFS).body()).contains("Anna Dorpsma", PROOFS + "/" + proof.id());
		HttpResponse<String> file = this.coordinator.get(PROOFS + "/" + proof.id() + "/bestand");
		assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
		assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
		assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(file.body()).contains("PNG");
		HttpResponse<String> accepted = this.coordinator.post(PROOFS + "/" + proof.id() + "/goedkeuren");
		assertThat(this.coordinator.follow(accepted).body()).contains("Goedgekeurd. Het telt mee.")
			.doesNotContain("/afwijzen");
		assertThat(state(proof)).isEqualTo(ProofState.ACCEPTED);
		HttpResponse<String> late = this.coordinator.post(PROOFS + "/" + proof.id() + "/afwijzen", "reden", "Toch.");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("al anders beslist");
		assertThat(this.coordinator.get(PROOFS).body()).contains("Er ligt niets om na te kijken.");
	}

	@Test
	void aRefusalSaysWhy() {
		Proof proof = handIn(this.stage.villager("Anna Dorpsma"));
		for (String wrong : new String[] { "", " ", "x".repeat(501) }) {
			HttpResponse<String> unsaid = this.coordinator.post(PROOFS + "/" + proof.id() + "/afwijzen", "reden",
					wrong);
			assertThat(unsaid.statusCode()).isEqualTo(422);
			assertThat(unsaid.body()).contains("id=\"reden-fout\"", "Zeg wat er niet klopt");
		}
		assertThat(state(proof)).isEqualTo(ProofState.HANDED_IN);
		HttpResponse<String> refused = this.coordinator.post(PROOFS + "/" + proof.id() + "/afwijzen", "reden",
				"De naam ontbreekt.");
		assertThat(this.coordinator.follow(refused).body()).contains("afgewezen", "De naam ontbreekt.");
		assertThat(state(proof)).isEqualTo(ProofState.REFUSED);
	}

	@Test
	void nobodyDecidesAboutOneself() {
		Proof proof = handIn(this.coby);
		assertThat(this.coordinator.get(PROOFS + "/" + proof.id()).body()).contains("Dit is uw eigen bewijs.")
			.doesNotContain("/goedkeuren");
		assertThat(this.coordinator.post(PROOFS + "/" + proof.id() + "/goedkeuren").statusCode()).isEqualTo(409);
		assertThat(this.coordinator.get(PROOFS + "/" + proof.id() + "/bestand").statusCode()).isEqualTo(404);
		assertThat(state(proof)).isEqualTo(ProofState.HANDED_IN);
	}

	@Test
	void anotherMunicipalitysProofAnswersLikeNone() {
		Proof proof = handIn(this.stage.townsman("Tom Stadsma"));
		String page = PROOFS + "/" + proof.id();
		assertThat(this.coordinator.get(page).statusCode()).isEqualTo(404);
		assertThat(this.coordinator.get(page + "/bestand").statusCode()).isEqualTo(404);
		assertThat(this.coordinator.post(page + "/goedkeuren").statusCode()).isEqualTo(404);
		assertThat(this.coordinator.post(page + "/afwijzen", "reden", "x").statusCode()).isEqualTo(404);
		assertThat(this.desk.region(this.port, this.stage).get(PROOFS).statusCode()).isEqualTo(403);
		assertThat(state(proof)).isEqualTo(ProofState.HANDED_IN);
	}

	@Test
	void anAcceptedProofTakesTheEnrolmentToItsEnd() {
		SessionId session = this.stage.session(3);
		Player anna = this.stage.villager("Anna Dorpsma");
		EnrolmentId enrolment = this.desk.apply(session, anna);
		this.desk.letItBeOver(session);
		this.coordinator.post("/beheer/trainingen/" + session + "/aanwezigheid", "wie." + enrolment, "ATTENDED");
		Proof proof = this.proofs.handIn(
				new ProofDraft(anna.learner(), anna.municipality(), new ProofSubject.OfTraining(TrainingStage.BASIS),
						TrainingStage.TODAY.minusDays(1), "ROR", session.value(), enrolment.value()),
				picture(), "bewijs.png");
		this.coordinator.post(PROOFS + "/" + proof.id() + "/goedkeuren");
		assertThat(this.desk.state(session, enrolment)).isEqualTo(EnrolmentState.PROOF_RECEIVED);
	}

	private Proof handIn(Player player) {
		return this.proofs.handIn(
				ProofDraft.elsewhere(player.learner(), player.municipality(),
						new ProofSubject.OfTraining(TrainingStage.BASIS), TrainingStage.TODAY.minusDays(3), "ROR"),
				picture(), "bewijs.png");
	}

	private static byte[] picture() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private ProofState state(Proof proof) {
		return this.proofs.proof(proof.id()).orElseThrow().state();
	}

}
