package nl.kundig.courses.enrolment;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.enrolment.RulesRefused.Reason;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How municipalities and regions want enrolments to go. */
@CoursesTest
class EnrolmentRulesServiceTests {

	@Autowired
	private EnrolmentRulesService rules;

	@Test
	void aManagerMustAgreeUntilTheMunicipalityDecidesOtherwise() {
		assertThat(this.rules.municipality(Desk.HOOGVELD).approvalByManager()).isTrue();
		this.rules.change(Desk.HOOGVELD, false, Desk.OF_HOOGVELD);
		assertThat(this.rules.municipality(Desk.HOOGVELD).approvalByManager()).isFalse();
		assertThat(this.rules.municipality(Desk.HOOGVELD).changedBy()).isEqualTo("hans");
	}

	@Test
	void aRegionStartsWithThePresets() {
		RegionRules preset = this.rules.region(new RegionId("new"));
		assertThat(preset.weights()).isEqualTo(new Weights(40, 30, 20, 10));
		assertThat(preset.offerWorkingDays()).isEqualTo(3);
		assertThat(preset.swapWithinQuotaOnly()).isTrue();
	}

	@Test
	void aRegionDecidesWithinBounds() {
		this.rules.change(Desk.REGION, new Weights(100, 0, 0, 0), 5, false, Desk.REGIONAL);
		RegionRules decided = this.rules.region(Desk.REGION);
		assertThat(decided.weights().expiry()).isEqualTo(100);
		assertRefused(Reason.WORKING_DAYS_OUT_OF_RANGE,
				() -> this.rules.change(Desk.REGION, Weights.PRESET, 0, true, Desk.REGIONAL));
		assertRefused(Reason.WORKING_DAYS_OUT_OF_RANGE,
				() -> this.rules.change(Desk.REGION, Weights.PRESET, 6, true, Desk.REGIONAL));
		assertRefused(Reason.WEIGHTS_NOT_A_HUNDRED,
				() -> this.rules.change(Desk.REGION, new Weights(40, 30, 20, 11), 3, true, Desk.REGIONAL));
		assertRefused(Reason.WEIGHTS_NOT_A_HUNDRED,
				() -> this.rules.change(Desk.REGION, new Weights(120, -20, 0, 0), 3, true, Desk.REGIONAL));
		assertThat(this.rules.region(Desk.REGION)).isEqualTo(decided);
	}

	@Test
	void nobodyChangesTheRulesOfOthers() {
		assertRefused(Reason.NOT_YOURS, () -> this.rules.change(Desk.WATERKERK, false, Desk.OF_HOOGVELD));
		assertRefused(Reason.NOT_YOURS, () -> this.rules.change(Desk.HOOGVELD, false, Desk.REGIONAL));
		assertRefused(Reason.NOT_YOURS,
				() -> this.rules.change(new RegionId("other"), Weights.PRESET, 3, true, Desk.REGIONAL));
		assertRefused(Reason.NOT_YOURS, () -> this.rules.change(new MunicipalityId("x"), true, Actor.SYSTEM));
	}

	private static void assertRefused(Reason reason, ThrowingCallable action) {
		assertThatExceptionOfType(RulesRefused.class).isThrownBy(action)
			.extracting(RulesRefused::reason)
			.isEqualTo(reason);
	}

}
