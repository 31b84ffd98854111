package nl.kundig.courses.content;

import java.util.Map;
import java.util.Set;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class ContentServiceTests {

	private static final LearnerId ANN = new LearnerId("ann");

	@Autowired
	private ContentService content;

	@Test
	void theNewestVersionIsRead() {
		LearningModuleId module = new LearningModuleId("newest");
		this.content.publish(Modules.titled(module, "Oud"));
		assertThat(this.content.module(module)).map(LearningModule::title).contains("Oud");
		LearningModule newer = Modules.titled(module, "Nieuw", TestClock.START.plusSeconds(60));
		this.content.publish(newer);
		assertThat(this.content.module(module)).contains(newer);
	}

	@Test
	void publishingAKnownVersionAgainChangesNothing() {
		LearningModuleId module = new LearningModuleId("again");
		this.content.publish(Modules.titled(module, "Titel"));
		this.content.publish(Modules.titled(module, "Titel", TestClock.START.plusSeconds(60)));
		assertThat(this.content.module(module)).map(LearningModule::publishedAt).contains(TestClock.START);
	}

	@Test
	void readingASectionTwiceIsOnce() {
		LearningModuleId module = new LearningModuleId("read");
		this.content.publish(Modules.titled(module, "Titel"));
		this.content.read(ANN, module, "s2");
		this.content.read(ANN, module, "s1");
		this.content.read(ANN, module, "s2");
		assertThat(this.content.sectionsRead(ANN)).isEqualTo(Map.of(module, Set.of("s1", "s2")));
	}

	@Test
	void refusesAnUnknownSection() {
		LearningModuleId module = new LearningModuleId("unknown");
		this.content.publish(Modules.titled(module, "Titel"));
		assertThatExceptionOfType(SectionNotFound.class).isThrownBy(() -> this.content.read(ANN, module, "s9"));
		assertThatExceptionOfType(SectionNotFound.class)
			.isThrownBy(() -> this.content.read(ANN, new LearningModuleId("none"), "s1"));
		assertThat(this.content.sectionsRead(ANN)).isEmpty();
	}

}
