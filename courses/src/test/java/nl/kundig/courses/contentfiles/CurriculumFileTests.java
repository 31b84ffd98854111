package nl.kundig.courses.contentfiles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumRequirement.FinishScenario;
import nl.kundig.courses.curriculum.CurriculumRequirement.HandInProof;
import nl.kundig.courses.curriculum.CurriculumRequirement.HoldCertificate;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.ScenarioId;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A curriculum with sets within sets, as a file. */
class CurriculumFileTests {

	private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

	private static final String FILE = """
			id: signaleren-balie
			title: Signaleren – balie
			level: 2
			role: desk-employee
			validity:
			  basis: fixed-day
			  months: 12
			  month: 12
			  day: 31
			  minimum-months: 6
			  window-months: 2
			  grace-days: 30
			  early-work: does-not-count
			  return-path: {module: m6}
			  refreshers:
			    - {module: m3}
			    - in-order: [{module: m5}, {training: ror-basis}]
			    - {module: m3}
			parts:
			  - module: m1
			    minutes: 20
			    roles: [desk-employee, manager]
			  - in-order: [{training: ror-basis}, {scenario: balie}]
			  - at-least: 2
			    of:
			      - {module: m3}
			      - {proof: bhv}
			      - all: [{module: m5}, {module: m6}]
			  - optional:
			      - {certificate: bewustwording-leidinggevende}
			""";

	@Test
	void aFileSaysEverythingThatACurriculumCan() {
		CurriculumPart tree = CurriculumPart.all(
				new Leaf(pass("m1"), 20, Set.of(LearnerRole.DESK_EMPLOYEE, LearnerRole.MANAGER)),
				CurriculumPart.inOrder(CurriculumPart.leaf(new AttendTraining(new TrainingId("ror-basis"))),
						CurriculumPart.leaf(new FinishScenario(new ScenarioId("balie")))),
				CurriculumPart.atLeast(2, leaf("m3"), CurriculumPart.leaf(new HandInProof("bhv")),
						CurriculumPart.all(leaf("m5"), leaf("m6"))),
				CurriculumPart.optional(
						CurriculumPart.leaf(new HoldCertificate(new CurriculumId("bewustwording-leidinggevende")))));
		Validity validity = new Validity(new ValidityBasis.FixedDay(Month.DECEMBER, 31, Period.ofMonths(6)),
				Period.ofYears(1), Period.ofMonths(2), Period.ofDays(30), EarlyWork.DOES_NOT_COUNT, leaf("m6"),
				List.of(leaf("m3"), CurriculumPart.inOrder(leaf("m5"),
						CurriculumPart.leaf(new AttendTraining(new TrainingId("ror-basis")))), leaf("m3")));
		assertThat(read(FILE)).isEqualTo(Curriculum.of(new CurriculumId("signaleren-balie"), "Signaleren – balie", 2,
				LearnerRole.DESK_EMPLOYEE, validity, tree, NOW));
	}

	@Test
	void theShortFormIsTheLongOneWithTheUsualValidity() {
		String head = """
				id: signaleren-balie
				title: Signaleren – balie
				level: 2
				role: desk-employee
				""";
		Curriculum shortForm = read(head + """
				validity-months: 24
				modules: [m1, m3, m6]
				optional: [m5]
				""");
		Curriculum longForm = read(head + """
				validity: {basis: from-previous-expiry, months: 24}
				parts: [{module: m1}, {module: m3}, {module: m6}, {optional: [{module: m5}]}]
				""");
		assertThat(shortForm).isEqualTo(longForm);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					at-least: 2            | at-least: 4           | 24 | at-least: 4 of 3 is impossible
					at-least: 2            | at-least: 0           | 24 | at-least: 0 is not between 1 and 2147483647
					[{module: m5}, {module: m6}] | []              | 28 | all: there are 0, there must be at least 1
					{module: m3}\\n      - {p | {module: m77}\\n      - {p | 26 | module: there is no m77
					proof: bhv             | exam: bhv             | 27 | "of: is no part: all, in-order, at-least with of, optional, or module, training, scenario, proof, certificate"
					{module: m6}]          | {module: m1, roles: [manager, desk-employee]}] | 28 | module: m1 is in this tree already
					basis: fixed-day       | basis: from-completion | 8 | month: belongs to basis fixed-day
					basis: fixed-day       | basis: never          | 6  | basis: unknown code never; known are from-completion from-previous-expiry fixed-day
					months: 12\\n  month    | months: 18\\n  month   | 7  | "months: 18 months are no whole years, as a fixed day needs"
					months: 12\\n  month    | months: 0\\n  month    | 7  | months: 0 is not between 1 and 120
					months: 12\\n  month    | months: 4800\\n  month | 7  | months: 4800 is not between 1 and 120
					month: 12\\n  day: 31   | month: 2\\n  day: 30   | 9  | day: 30 is not between 1 and 29
					minimum-months: 6      | minimum-months: 13    | 10 | minimum-months: 13 is not between 0 and 12
					window-months: 2       | window-months: 13     | 11 | window-months: 13 is not between 0 and 12
					grace-days: 30         | grace-days: 400       | 12 | grace-days: 400 days are longer than the 12 months of the certificate
					minutes: 20            | minutes: 0            | 21 | minutes: 0 is not between 1 and 10000
					return-path: {module: m6} | return-path: {module: m77} | 14 | module: there is no m77
					"{training: ror-basis}, {scenario" | "{training: ror}, {scenario" | 23 | training: there is no ror
					certificate: bewustwording-leidinggevende | certificate: nergens | 30 | certificate: there is no nergens
					certificate: bewustwording-leidinggevende | certificate: signaleren-balie | 30 | certificate: signaleren-balie needs itself in turn
					""")
	void namesFileLineAndReason(String text, String replacement, int line, String reason) {
		String broken = FILE.replace(text.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
		assertThat(broken).isNotEqualTo(FILE);
		assertMistake(broken, line, reason);
	}

	@Test
	void refusesSetsThatLieTooDeep() {
		String deep = "  - {module: m1}\n".replace("{module: m1}",
				"{all: [".repeat(9) + "{module: m1}" + "]}".repeat(9));
		assertMistake(FILE.substring(0, FILE.indexOf("parts:")) + "parts:\n" + deep, 20,
				"all: lies more than 8 sets deep");
	}

	@Test
	void refusesCurriculaThatNeedEachOther() {
		String other = """
				id: bewustwording-leidinggevende
				title: Bewustwording – leidinggevende
				level: 1
				role: manager
				validity: {basis: from-completion, months: 24}
				parts: [{certificate: signaleren-balie}]
				""";
		assertThatExceptionOfType(ContentMistake.class)
			.isThrownBy(() -> ContentSet.read(files(FILE, "bewustwording-leidinggevende.yaml", other), NOW))
			.satisfies((mistake) -> assertThat(mistake.getMessage())
				.isEqualTo("curricula/bewustwording-leidinggevende.yaml:6: certificate: bewustwording-leidinggevende "
						+ "needs itself in turn"));
	}

	private static void assertMistake(String file, int line, String reason) {
		assertThatExceptionOfType(ContentMistake.class).isThrownBy(() -> read(file))
			.satisfies((mistake) -> assertThat(mistake.getMessage())
				.isEqualTo("curricula/signaleren-balie.yaml:" + line + ": " + reason));
	}

	private static Curriculum read(String file) {
		return ContentSet.read(files(file, "", ""), NOW)
			.curricula()
			.stream()
			.filter((curriculum) -> curriculum.curriculum().value().equals("signaleren-balie"))
			.findFirst()
			.orElseThrow();
	}

	private static List<ContentFile> files(String balie, String name, String text) {
		List<ContentFile> files = new ArrayList<>(StarterContent.shipped());
		files.removeIf((file) -> file.folder().equals("curricula")
				&& (file.name().equals("signaleren-balie.yaml") || file.name().equals(name)));
		files.add(new ContentFile("curricula", "signaleren-balie.yaml", balie.getBytes(StandardCharsets.UTF_8)));
		if (!name.isEmpty()) {
			files.add(new ContentFile("curricula", name, text.getBytes(StandardCharsets.UTF_8)));
		}
		return files;
	}

	private static CurriculumPart leaf(String module) {
		return CurriculumPart.leaf(pass(module));
	}

	private static CurriculumRequirement pass(String module) {
		return new PassModule(new LearningModuleId(module));
	}

}
