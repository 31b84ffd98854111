package nl.kundig.app.training;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.training.TrainingStage.Player;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Who was there: on a phone, and with a list. All of it is recorded, or nothing. */
@KundigTest
@Import(DeskStage.class)
class ManageAttendanceTests {

	private static final Pattern HIDDEN = Pattern.compile("name=\"(gezien|regel)\" value=\"([^\"]+)\"");

	@LocalServerPort
	private int port;

	@Autowired
	private DeskStage desk;

	private SessionId session;

	private EnrolmentId anna;

	private EnrolmentId zoe;

	private Player coby;

	private PageClient coordinator;

	private String page;

	@BeforeEach
	void comeTogether() {
		TrainingStage stage = this.desk.set();
		this.session = stage.session(5);
		this.anna = this.desk.apply(this.session, stage.villager("Anna Dorpsma"));
		this.zoe = this.desk.apply(this.session, stage.villager("Zoë Yıldız"));
		this.coby = this.desk.coordinator(stage, stage.village().id());
		this.coordinator = this.desk.client(this.port, this.coby);
		this.page = "/beheer/trainingen/" + this.session + "/aanwezigheid";
	}

	@Test
	void nothingIsRecordedBeforeTheLastHalfDay() {
		assertThat(this.coordinator.get(this.page).body()).contains("Dit kan pas als het laatste dagdeel is begonnen.")
			.doesNotContain("type=\"radio\"");
		HttpResponse<String> early = this.coordinator.post(this.page, "wie." + this.anna, "ATTENDED");
		assertThat(early.statusCode()).isEqualTo(409);
		assertThat(early.body()).contains("Er is niets vastgelegd.");
		assertThat(upload("Naam;Aanwezig\nAnna Dorpsma;ja\n").statusCode()).isEqualTo(422);
		assertThat(states()).containsExactly(EnrolmentState.PLACED, EnrolmentState.PLACED);
	}

	@Test
	void whatIsChosenIsRecordedAndTheRestStaysOpen() {
		this.desk.letItBeOver(this.session);
		assertThat(this.coordinator.get("/beheer/trainingen").body()).contains("van 2 mensen vastleggen");
		HttpResponse<String> nobody = this.coordinator.post(this.page);
		assertThat(nobody.statusCode()).isEqualTo(422);
		assertThat(nobody.body()).contains("Kies ten minste één persoon.");
		HttpResponse<String> saved = this.coordinator.post(this.page, "wie." + this.anna, "ATTENDED");
		assertThat(this.coordinator.follow(saved).body()).contains("Van 1 persoon vastgelegd.", "Al vastgelegd",
				"wie." + this.zoe);
		assertThat(states()).containsExactly(EnrolmentState.ATTENDED, EnrolmentState.PLACED);
	}

	@Test
	void oneThatCannotBeStopsAllOfThem() {
		this.desk.letItBeOver(this.session);
		this.coordinator.post(this.page, "wie." + this.anna, "ATTENDED");
		HttpResponse<String> other = this.coordinator.post(this.page, "wie." + this.zoe, "ATTENDED", "wie." + this.anna,
				"NO_SHOW");
		assertThat(other.statusCode()).isEqualTo(409);
		assertThat(other.body()).contains("De aanwezigheid is al vastgelegd.");
		assertThat(this.coordinator.post(this.page, "wie." + this.zoe, "MISSCHIEN").statusCode()).isEqualTo(400);
		assertThat(
				this.coordinator.post(this.page, "wie." + this.zoe, "ATTENDED", "wie.onzin", "ATTENDED").statusCode())
			.isEqualTo(404);
		assertThat(states()).containsExactly(EnrolmentState.ATTENDED, EnrolmentState.PLACED);
	}

	@Test
	void aMistakeIsCorrectedWithAReason() {
		this.desk.letItBeOver(this.session);
		this.coordinator.post(this.page, "wie." + this.anna, "NO_SHOW");
		String enrolment = "/beheer/trainingen/" + this.session + "/inschrijvingen/" + this.anna;
		HttpResponse<String> unsaid = this.coordinator.post(enrolment + "/verbeteren", "aanwezigheid", "ATTENDED");
		assertThat(unsaid.statusCode()).isEqualTo(422);
		assertThat(unsaid.body()).contains("id=\"waarom-fout\"");
		assertThat(this.desk.state(this.session, this.anna)).isEqualTo(EnrolmentState.NO_SHOW);
		HttpResponse<String> corrected = this.coordinator.post(enrolment + "/verbeteren", "aanwezigheid", "ATTENDED",
				"waarom", "Zij kwam later.");
		assertThat(this.coordinator.follow(corrected).body()).contains("De aanwezigheid is verbeterd.",
				"Zij kwam later.");
		assertThat(this.desk.state(this.session, this.anna)).isEqualTo(EnrolmentState.ATTENDED);
	}

	@Test
	void aListIsShownRowByRowAndThenExactlyThatIsDone() {
		this.desk.letItBeOver(this.session);
		HttpResponse<String> shown = upload("Naam;Aanwezig\nAnna Dorpsma;ja\nZoë Yıldız;no-show\n");
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("Anna Dorpsma", "Wordt vastgelegd.", "Precies dit vastleggen: 2 mensen",
				"puntkomma");
		assertThat(states()).containsExactly(EnrolmentState.PLACED, EnrolmentState.PLACED);
		HttpResponse<String> done = this.coordinator.post(this.page + "/bestand/vastleggen", hidden(shown));
		assertThat(this.coordinator.follow(done).body()).contains("Van 2 mensen vastgelegd.");
		assertThat(states()).containsExactly(EnrolmentState.ATTENDED, EnrolmentState.NO_SHOW);
	}

	@Test
	void nobodyRecordsOrCorrectsTheirOwnAttendance() {
		EnrolmentId own = this.desk.apply(this.session, this.coby);
		this.desk.letItBeOver(this.session);
		assertThat(this.coordinator.get(this.page).body()).contains("Van uzelf legt u de aanwezigheid niet vast.")
			.doesNotContain("wie." + own);
		HttpResponse<String> both = this.coordinator.post(this.page, "wie." + own, "ATTENDED", "wie." + this.anna,
				"ATTENDED");
		assertThat(both.statusCode()).isEqualTo(409);
		assertThat(both.body()).contains("Er is niets vastgelegd.", "Vraag een andere coördinator.");
		HttpResponse<String> list = upload("Naam;Aanwezig\nAnna Dorpsma;ja\nCoby Coördinator;ja\n");
		assertThat(list.statusCode()).isEqualTo(422);
		assertThat(list.body()).contains("Vraag een andere coördinator.").doesNotContain("Precies dit vastleggen");
		assertThat(states()).containsExactly(EnrolmentState.PLACED, EnrolmentState.PLACED);
		assertThat(this.desk.state(this.session, own)).isEqualTo(EnrolmentState.PLACED);
		String enrolment = "/beheer/trainingen/" + this.session + "/inschrijvingen/" + own;
		this.desk.record(this.session, own);
		assertThat(this.coordinator.get(enrolment).body()).contains("Van uzelf legt u de aanwezigheid niet vast.")
			.doesNotContain("Aanwezigheid verbeteren");
		assertThat(this.coordinator.post(enrolment + "/verbeteren", "aanwezigheid", "ATTENDED", "waarom", "Ik was er")
			.statusCode()).isEqualTo(409);
		assertThat(this.desk.state(this.session, own)).isEqualTo(EnrolmentState.NO_SHOW);
	}

	@Test
	void whatChangedSinceTheListWasShownStopsIt() {
		this.desk.letItBeOver(this.session);
		HttpResponse<String> shown = upload("Naam;Aanwezig\nAnna Dorpsma;ja\n");
		String[] seen = hidden(shown);
		this.coordinator.post(this.page, "wie." + this.zoe, "ATTENDED");
		HttpResponse<String> late = this.coordinator.post(this.page + "/bestand/vastleggen", seen);
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Intussen is er iets veranderd.");
		assertThat(states()).containsExactly(EnrolmentState.PLACED, EnrolmentState.ATTENDED);
		assertThat(this.coordinator.post(this.page + "/bestand/vastleggen").statusCode()).isEqualTo(400);
		assertThat(this.coordinator.post(this.page + "/bestand/vastleggen", "regel", "onzin").statusCode())
			.isEqualTo(400);
	}

	@Test
	void aListWithMistakesChangesNothing() {
		this.desk.letItBeOver(this.session);
		HttpResponse<String> unknown = upload("Naam;Aanwezig\nAnna Dorpsma;ja\n=1+1;ja\nAnna Dorpsma;nee\n");
		assertThat(unknown.statusCode()).isEqualTo(422);
		assertThat(unknown.body())
			.contains("Heeft geen plaats bij deze bijeenkomst.", "Lijkt op een formule.", "Kan niet.",
					"met of zonder bericht?", "Kan worden vastgelegd.")
			.doesNotContain("Precies dit vastleggen", "Wordt vastgelegd.");
		for (byte[] file : List.of(new byte[0], "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
				new byte[] { 'P', 'K', 3, 4, 0, 0 })) {
			HttpResponse<String> unreadable = this.coordinator.postFile(this.page + "/bestand", "lijst.csv", file);
			assertThat(unreadable.statusCode()).isEqualTo(422);
			assertThat(unreadable.body()).contains("role=\"alert\"").doesNotContain("Precies dit vastleggen");
		}
		for (Charset encoding : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
			String marked = encoding.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
			HttpResponse<String> read = this.coordinator.postFile(this.page + "/bestand", "lijst.csv",
					(marked + "Naam;Aanwezig\nAnna Dorpsma;ja\n").getBytes(encoding));
			assertThat(read.body()).contains("Precies dit vastleggen: 1 persoon");
		}
		assertThat(states()).containsExactly(EnrolmentState.PLACED, EnrolmentState.PLACED);
	}

	@Test
	void aListDoesNotSilentlyCorrectWhatIsKnown() {
		this.desk.letItBeOver(this.session);
		this.coordinator.post(this.page, "wie." + this.anna, "NO_SHOW");
		HttpResponse<String> shown = upload("Naam;Aanwezig\nAnna Dorpsma;ja\nZoë Yıldız;ja\n");
		assertThat(shown.statusCode()).isEqualTo(422);
		assertThat(shown.body()).contains("Van deze mensen is al iets anders vastgelegd.")
			.doesNotContain("Precies dit vastleggen");
		assertThat(states()).containsExactly(EnrolmentState.NO_SHOW, EnrolmentState.PLACED);
	}

	private HttpResponse<String> upload(String text) {
		return this.coordinator.postFile(this.page + "/bestand", "lijst.csv", text.getBytes(StandardCharsets.UTF_8));
	}

	private static String[] hidden(HttpResponse<String> page) {
		List<String> fields = new ArrayList<>();
		HIDDEN.matcher(page.body())
			.results()
			.forEach((found) -> fields.addAll(List.of(found.group(1), found.group(2))));
		return fields.toArray(String[]::new);
	}

	private List<EnrolmentState> states() {
		return List.of(this.desk.state(this.session, this.anna), this.desk.state(this.session, this.zoe));
	}

}
