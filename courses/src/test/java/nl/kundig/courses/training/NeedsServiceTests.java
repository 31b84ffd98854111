package nl.kundig.courses.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.NeedRefused.Reason;
import nl.kundig.courses.training.NeedsOfRegion.Comparison;
import nl.kundig.courses.training.TrainingNeed.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class NeedsServiceTests {

	private static final TrainingId BASIS = new TrainingId("ror-basis");

	private static final TrainingId DEPTH = new TrainingId("ror-verdieping");

	private static final RegionId REGION = new RegionId("delta");

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final MunicipalityId STAD = new MunicipalityId("stad");

	private static final MunicipalityId ELSEWHERE = new MunicipalityId("elders");

	@Autowired
	NeedsService needs;

	@Autowired
	TrainingService trainings;

	@Autowired
	PeopleService people;

	@Autowired
	TestClock clock;

	@BeforeEach
	void prepare() {
		this.trainings.publish(Trainings.training("ror-basis", "Basis"));
		this.trainings.publish(Trainings.after("ror-verdieping", "Verdieping", "ror-basis"));
		this.people.add(new Municipality(DORP, "Dorp", REGION));
		this.people.add(new Municipality(STAD, "Stad", REGION));
		this.people.add(new Municipality(ELSEWHERE, "Elders", new RegionId("ver-weg")));
	}

	@Test
	void theLastNumberCountsAndWhoSaidWhatStays() {
		state(DORP, 5, "anna");
		Instant later = TestClock.START.plusSeconds(3600);
		this.clock.moveTo(later);
		state(DORP, 7, "bram");
		TrainingNeed need = this.needs.needs(DORP, 2027).getFirst();
		assertThat(need.number()).isEqualTo(7);
		assertThat(need.statements()).containsExactly(new Statement(5, "anna", TestClock.START),
				new Statement(7, "bram", later));
		assertThat(need.stated().by()).isEqualTo("bram");
	}

	@Test
	void theSameNumberAgainSaysNothingNew() {
		state(DORP, 5, "anna");
		state(DORP, 5, "bram");
		assertThat(this.needs.needs(DORP, 2027)).singleElement()
			.satisfies((need) -> assertThat(need.statements()).hasSize(1));
	}

	@Test
	void statedTwentyTimesAtOnceIsOneNeedOfThatNumber() throws Exception {
		AtOnce.run(20, () -> state(DORP, 5, "anna"));
		assertThat(this.needs.needs(DORP, 2027)).singleElement()
			.satisfies((need) -> assertThat(need.number()).isEqualTo(5));
		assertThat(this.needs.needs(REGION, 2027).sums()).singleElement()
			.satisfies((sum) -> assertThat(sum.total()).isEqualTo(5));
	}

	@Test
	void nextYearOpensOnTheFirstOfSeptember() {
		this.clock.moveTo(LocalDate.of(2026, 8, 31), LocalTime.of(23, 59, 59));
		assertThat(this.needs.isOpen(2027)).isFalse();
		assertRefused(Reason.NOT_OPEN_YET, 2027, 5);
		this.clock.moveTo(LocalDate.of(2026, 9, 1), LocalTime.MIDNIGHT);
		assertThat(this.needs.isOpen(2027)).isTrue();
		state(DORP, 5, "anna");
	}

	@Test
	void aYearClosesWhenItEnds() {
		this.clock.moveTo(LocalDate.of(2027, 12, 31), LocalTime.of(23, 59, 59));
		state(DORP, 5, "anna");
		this.clock.moveTo(LocalDate.of(2028, 1, 1), LocalTime.MIDNIGHT);
		assertRefused(Reason.YEAR_OVER, 2027, 6);
		assertThat(this.needs.needs(DORP, 2027).getFirst().number()).isEqualTo(5);
	}

	@Test
	void refusesWhatCannotBe() {
		assertRefused(Reason.NUMBER_OUT_OF_RANGE, 2027, -1);
		assertRefused(Reason.NUMBER_OUT_OF_RANGE, 2027, 1000);
		assertRefused(Reason.NOT_OPEN_YET, 2028, 1);
		assertRefused(Reason.NOT_OPEN_YET, Integer.MAX_VALUE, 1);
		assertRefused(Reason.YEAR_OVER, Integer.MIN_VALUE, 1);
		assertThatExceptionOfType(NeedRefused.class).isThrownBy(() -> state(new MunicipalityId("nergens"), 1, "anna"))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_MUNICIPALITY));
		assertThatExceptionOfType(NeedRefused.class)
			.isThrownBy(() -> this.needs.state(DORP, 2027, LearnerRole.MANAGER, new TrainingId("niets"), 1, "anna"))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_TRAINING));
		assertThat(this.needs.needs(DORP, 2027)).isEmpty();
	}

	@Test
	void aRegionAddsUpItsOwnMunicipalities() {
		state(DORP, 0, "anna");
		state(STAD, 999, "bram");
		state(ELSEWHERE, 100, "cas");
		NeedsOfRegion region = this.needs.needs(REGION, 2027);
		assertThat(region.sums()).singleElement().satisfies((sum) -> {
			assertThat(sum.numbers()).isEqualTo(Map.of(DORP, 0, STAD, 999));
			assertThat(sum.total()).isEqualTo(999);
		});
		assertThat(this.needs.needs(REGION, 2026).sums()).isEmpty();
	}

	@Test
	void needsAreSetAgainstPlannedSeats() {
		state(DORP, 12, "anna");
		this.needs.state(STAD, 2027, LearnerRole.MANAGER, BASIS, 10, "bram");
		this.needs.state(STAD, 2027, LearnerRole.FOCAL_OFFICER, DEPTH, 3, "bram");
		TrainingId unwanted = new TrainingId("unwanted");
		List<Comparison> rows = this.needs.needs(REGION, 2027).comparedWith(Map.of(BASIS, 18, unwanted, 9));
		assertThat(rows).containsExactly(new Comparison(BASIS, 22, 18, 4), new Comparison(DEPTH, 3, 0, 3),
				new Comparison(unwanted, 0, 9, 0));
	}

	private TrainingNeed state(MunicipalityId municipality, int number, String by) {
		return this.needs.state(municipality, 2027, LearnerRole.DESK_EMPLOYEE, BASIS, number, by);
	}

	private void assertRefused(Reason reason, int year, int number) {
		assertThatExceptionOfType(NeedRefused.class)
			.isThrownBy(() -> this.needs.state(DORP, year, LearnerRole.DESK_EMPLOYEE, BASIS, number, "anna"))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

}
