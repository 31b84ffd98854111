package nl.kundig.app.mail;

import nl.kundig.app.system.SettingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuietHoursTests {

	private final QuietHours preset = new QuietHours("", true);

	/** The clock goes forward on 28 March 2027 and back on 31 October. */
	@ParameterizedTest
	@CsvSource({ "2027-03-24T07:00, false", "2027-03-24T06:59:59, true", "2027-03-24T19:59:59, false",
			"2027-03-24T20:00, true", "2027-03-24T00:00, true", "2027-03-26T19:59, false", "2027-03-27T12:00, true",
			"2027-03-28T12:00, true", "2027-03-29T06:59, true", "2027-03-29T07:00, false", "2027-10-30T12:00, true",
			"2027-11-01T06:59, true", "2027-11-01T07:00, false" })
	void nightsAndWeekendsAreQuiet(String local, boolean quiet) {
		assertThat(this.preset.isQuiet(TestClock.amsterdam(local))).isEqualTo(quiet);
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-24T10:00, 2027-03-24T10:00", "2027-03-24T21:00, 2027-03-25T07:00",
			"2027-03-25T02:00, 2027-03-25T07:00", "2027-03-26T20:00, 2027-03-29T07:00",
			"2027-03-28T01:59, 2027-03-29T07:00", "2027-10-31T02:30, 2027-11-01T07:00" })
	void theyEndAtSevenOfTheNextWorkingDay(String local, String end) {
		assertThat(this.preset.end(TestClock.amsterdam(local))).isEqualTo(TestClock.amsterdam(end));
	}

	@Test
	void weekendsCanBeLikeOtherDays() {
		QuietHours hours = new QuietHours("20:00-07:00", false);
		assertThat(hours.isQuiet(TestClock.amsterdam("2027-03-27T12:00"))).isFalse();
		assertThat(hours.end(TestClock.amsterdam("2027-03-26T22:00")))
			.isEqualTo(TestClock.amsterdam("2027-03-27T07:00"));
	}

	@Test
	void theyMayLieWithinADayOrNotBeThere() {
		QuietHours noon = new QuietHours("12:00-13:30", false);
		assertThat(noon.isQuiet(TestClock.amsterdam("2027-03-24T13:29"))).isTrue();
		assertThat(noon.isQuiet(TestClock.amsterdam("2027-03-24T23:00"))).isFalse();
		assertThat(new QuietHours("none", false).isQuiet(TestClock.amsterdam("2027-03-24T23:00"))).isFalse();
		assertThat(new QuietHours("none", true).end(TestClock.amsterdam("2027-03-27T12:00")))
			.isEqualTo(TestClock.amsterdam("2027-03-29T00:00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "20:00", "20:00-25:00", "avond", "20:00-07:00-08:00" })
	void somethingElseIsRefused(String quiet) {
		assertThatThrownBy(() -> new QuietHours(quiet, true)).isInstanceOf(SettingRefused.class)
			.hasMessageStartingWith("KUNDIG_MAIL_QUIET ");
	}

}
