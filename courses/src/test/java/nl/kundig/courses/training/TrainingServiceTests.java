package nl.kundig.courses.training;

import java.util.List;
import java.util.Map;

import nl.kundig.courses.CoursesTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CoursesTest
class TrainingServiceTests {

	private static final TrainingId BASIS = new TrainingId("ror-basis");

	private static final TrainingId DEPTH = new TrainingId("ror-verdieping");

	@Autowired
	TrainingService trainings;

	@Test
	void sameFileAgainChangesNothingAndAnotherTextDoes() {
		Training first = Trainings.training("ror-basis", "Basis");
		this.trainings.publish(first);
		this.trainings.publish(first.asPublished(first.publishedAt().plusSeconds(60)));
		assertThat(this.trainings.training(BASIS)).contains(first);
		Training changed = Trainings.training("ror-basis", "Basistraining");
		this.trainings.publish(changed);
		assertThat(this.trainings.training(BASIS)).contains(changed);
	}

	@Test
	void sameProviderAgainChangesNothing() {
		this.trainings.publish(Trainings.provider());
		this.trainings.publish(Trainings.provider());
		assertThat(this.trainings.providers()).containsExactly(Trainings.provider());
	}

	@Test
	void toldByLevelAndTitle() {
		this.trainings.publish(Trainings.training("b", "Éen"));
		this.trainings.publish(Trainings.training("a", "Twee"));
		assertThat(this.trainings.trainings()).extracting(Training::title).containsExactly("Éen", "Twee");
		assertThat(this.trainings.trainings(Trainings.ROR)).hasSize(2);
		assertThat(this.trainings.trainings(new ProviderId("movisie"))).isEmpty();
	}

	@Test
	void titlesOfTheKnownOnly() {
		this.trainings.publish(Trainings.training("ror-basis", "Basis"));
		assertThat(this.trainings.titles(List.of(BASIS, DEPTH))).isEqualTo(Map.of(BASIS, "Basis"));
		assertThat(this.trainings.title(DEPTH)).isEqualTo("ror-verdieping");
	}

	@Test
	void countsForOthersInTurnAndEndsWhereTheyCountForEachOther() {
		this.trainings.publish(Trainings.countingFor("a", "A", "b"));
		this.trainings.publish(Trainings.countingFor("b", "B", "c"));
		this.trainings.publish(Trainings.countingFor("c", "C", "a"));
		assertThat(this.trainings.satisfiedBy(new TrainingId("a"))).containsExactly(new TrainingId("a"),
				new TrainingId("b"), new TrainingId("c"));
		assertThat(this.trainings.satisfiedBy(new TrainingId("unknown"))).containsExactly(new TrainingId("unknown"));
	}

}
