package nl.kundig.app.training;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import nl.kundig.app.table.Cell;
import nl.kundig.app.table.Table;
import nl.kundig.app.table.TableFiles;
import nl.kundig.app.table.TableFormat;
import nl.kundig.app.training.ParticipantList.Participant;
import nl.kundig.app.training.ParticipantList.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParticipantListTests {

	private static final ParticipantList LIST = new ParticipantList("Basistraining radicalisering", "ROR",
			List.of(LocalDate.of(2027, 3, 18), LocalDate.of(2027, 3, 25)), LocalDate.of(2027, 3, 4),
			List.of(new Participant("Anna de Vries", "anna@waterkerk.example", "Jeugdconsulent", "Waterkerk",
					"vegetarisch"), new Participant("=Bram", null, null, "Hoogveld", null)));

	@Test
	void rorGetsItsOwnColumnsInItsOwnOrder() {
		Table table = LIST.tables(Template.ROR, Words.messages(), Words.DUTCH).getFirst();
		assertThat(table.headings()).containsExactly("Naam deelnemer", "Zakelijk e-mailadres", "Functie", "Organisatie",
				"Wensen (dieet, toegankelijkheid)");
		assertThat(table.rows()).containsExactly(
				List.of(Cell.of("Anna de Vries"), Cell.of("anna@waterkerk.example"), Cell.of("Jeugdconsulent"),
						Cell.of("Waterkerk"), Cell.of("vegetarisch")),
				List.of(Cell.of("=Bram"), Cell.EMPTY, Cell.EMPTY, Cell.of("Hoogveld"), Cell.EMPTY));
	}

	@Test
	void otherProvidersGetTheOrganisationFirst() {
		Table table = LIST.tables(Template.GENERAL, Words.messages(), Locale.ENGLISH).getFirst();
		assertThat(table.name()).isEqualTo("Participants");
		assertThat(table.headings()).containsExactly("Organisation", "Name", "Function", "Work e-mail", "Wishes");
		assertThat(table.rows().getFirst().getFirst()).isEqualTo(Cell.of("Waterkerk"));
	}

	@Test
	void secondSheetSaysWhatItIsAListOf() {
		Table about = LIST.tables(Template.ROR, Words.messages(), Words.DUTCH).get(1);
		assertThat(about.name()).isEqualTo("Over deze lijst");
		assertThat(about.rows()).containsExactly(List.of(Cell.of("Training"), Cell.of("Basistraining radicalisering")),
				List.of(Cell.of("Aanbieder"), Cell.of("ROR")),
				List.of(Cell.of("Dag 1"), Cell.of(LocalDate.of(2027, 3, 18))),
				List.of(Cell.of("Dag 2"), Cell.of(LocalDate.of(2027, 3, 25))),
				List.of(Cell.of("Peildatum"), Cell.of(LocalDate.of(2027, 3, 4))),
				List.of(Cell.of("Aantal deelnemers"), Cell.of(2)));
	}

	@ParameterizedTest
	@EnumSource(Template.class)
	void everyTemplateTellsTheSameFiveThings(Template template) {
		Table table = LIST.tables(template, Words.messages(), Words.DUTCH).getFirst();
		assertThat(table.headings()).hasSize(5).doesNotHaveDuplicates();
		assertThat(table.rows().getFirst()).containsExactlyInAnyOrder(Cell.of("Anna de Vries"),
				Cell.of("anna@waterkerk.example"), Cell.of("Jeugdconsulent"), Cell.of("Waterkerk"),
				Cell.of("vegetarisch"));
	}

	@ParameterizedTest
	@EnumSource(TableFormat.class)
	void becomesAFileOfEveryKind(TableFormat format) {
		byte[] file = TableFiles.write(format, LIST.tables(Template.ROR, Words.messages(), Words.DUTCH));
		assertThat(file).hasSizeGreaterThan(100);
		if (format == TableFormat.CSV) {
			assertThat(new String(file, StandardCharsets.UTF_8)).contains("\r\n'=Bram;;;Hoogveld;\r\n");
		}
	}

	@Test
	void itsCsvComesBackAsAnAttendanceListOnceAColumnIsAdded() {
		byte[] file = TableFiles.write(TableFormat.CSV, LIST.tables(Template.ROR, Words.messages(), Words.DUTCH));
		String filled = new String(file, StandardCharsets.UTF_8)
			.replace("toegankelijkheid)", "toegankelijkheid);Aanwezig")
			.replace("vegetarisch", "vegetarisch;ja")
			.replace("Hoogveld;", "Hoogveld;;no-show");
		List<Expected> people = List.of(new Expected("1", "Anna de Vries", "anna@waterkerk.example", null),
				new Expected("2", "=Bram", null, null));
		AttendancePreview preview = AttendanceFile.read(filled.getBytes(StandardCharsets.UTF_8), people, null);
		assertThat(preview.changes().presences()).hasSize(2)
			.containsEntry("1", Presence.PRESENT)
			.containsEntry("2", Presence.NO_SHOW);
	}

}
