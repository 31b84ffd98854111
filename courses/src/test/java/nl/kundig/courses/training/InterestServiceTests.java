package nl.kundig.courses.training;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class InterestServiceTests {

	private static final TrainingId BASIS = new TrainingId("ror-basis");

	private static final LearnerId ANN = new LearnerId("ann");

	private static final LearnerId BOB = new LearnerId("bob");

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final MunicipalityId STAD = new MunicipalityId("stad");

	@Autowired
	InterestService interests;

	@Autowired
	TrainingService trainings;

	@Autowired
	TestClock clock;

	@BeforeEach
	void publish() {
		this.trainings.publish(Trainings.training("ror-basis", "Basis"));
	}

	@Test
	void whoSaysItTwiceIsInterestedOnceSinceTheFirstTime() {
		this.interests.show(ANN, BASIS, DORP);
		this.clock.moveTo(TestClock.START.plus(Duration.ofDays(3)));
		TrainingInterest again = this.interests.show(ANN, BASIS, DORP);
		assertThat(again.since()).isEqualTo(TestClock.START);
		assertThat(this.interests.of(ANN)).containsExactly(again);
	}

	@Test
	void whoSaysItTwentyTimesAtOnceIsInterestedOnce() throws Exception {
		AtOnce.run(20, () -> this.interests.show(ANN, BASIS, DORP));
		assertThat(this.interests.in(BASIS)).hasSize(1);
	}

	@Test
	void whoMovesIsCountedInTheNewMunicipality() {
		this.interests.show(ANN, BASIS, DORP);
		this.interests.show(ANN, BASIS, STAD);
		assertThat(this.interests.counts(BASIS)).isEqualTo(Map.of(STAD, 1));
	}

	@Test
	void theLongestInterestedIsInvitedFirstAndCountedByMunicipality() {
		this.interests.show(BOB, BASIS, STAD);
		this.clock.moveTo(TestClock.START.plusSeconds(1));
		this.interests.show(ANN, BASIS, DORP);
		assertThat(this.interests.in(BASIS)).extracting(TrainingInterest::learner).containsExactly(BOB, ANN);
		assertThat(this.interests.counts(BASIS)).isEqualTo(Map.of(DORP, 1, STAD, 1));
		assertThat(this.interests.counts(STAD)).isEqualTo(Map.of(BASIS, 1));
	}

	@Test
	void whatIsWithdrawnIsGoneAndMayBeWithdrawnAgain() {
		this.interests.show(ANN, BASIS, DORP);
		this.interests.withdraw(ANN, BASIS);
		this.interests.withdraw(ANN, BASIS);
		assertThat(this.interests.in(BASIS)).isEmpty();
		assertThat(this.interests.counts(DORP)).isEmpty();
	}

	@Test
	void nobodyIsInterestedInWhatIsNotOffered() {
		this.trainings.publish(Trainings.withdrawn("oud", "Oud", LocalDate.of(2026, 11, 25)));
		this.trainings.publish(Trainings.withdrawn("nog", "Nog", LocalDate.of(2026, 11, 26)));
		assertThatExceptionOfType(TrainingRefused.class)
			.isThrownBy(() -> this.interests.show(ANN, new TrainingId("oud"), DORP))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(TrainingRefused.Reason.WITHDRAWN));
		assertThatExceptionOfType(TrainingRefused.class)
			.isThrownBy(() -> this.interests.show(ANN, new TrainingId("niets"), DORP))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(TrainingRefused.Reason.UNKNOWN_TRAINING));
		this.interests.show(ANN, new TrainingId("nog"), DORP);
		assertThat(this.interests.of(ANN)).hasSize(1);
	}

}
