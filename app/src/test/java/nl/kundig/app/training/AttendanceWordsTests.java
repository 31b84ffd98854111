package nl.kundig.app.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttendanceWordsTests {

	@Test
	void everythingThatCanBeFoundOutHasWords() {
		for (Locale locale : List.of(Words.DUTCH, Locale.ENGLISH)) {
			assertWords("attendance.presence.", Presence.values(), locale);
			assertWords("attendance.separator.", Separator.values(), locale);
			assertWords("attendance.finding.", AttendanceRow.Finding.values(), locale);
			assertWords("attendance.problem.", FileProblem.values(), locale);
		}
	}

	@Test
	void limitsAreThoseOfTheTexts() {
		assertThat(AttendanceFile.LARGEST).isEqualTo(1024 * 1024);
		assertThat(AttendanceFile.MOST_ROWS).isEqualTo(500);
	}

	@Test
	void valuesThatTheTextsAdviseAreRead() {
		assertThat(List.of("aanwezig", "afgemeld", "no-show", "present", "excused")).extracting(Presence::of)
			.doesNotContain(Optional.empty());
	}

	private static void assertWords(String prefix, Enum<?>[] kinds, Locale locale) {
		for (Enum<?> kind : kinds) {
			assertThat(Words.messages().getMessage(prefix + kind.name(), null, locale)).isNotBlank();
		}
	}

}
