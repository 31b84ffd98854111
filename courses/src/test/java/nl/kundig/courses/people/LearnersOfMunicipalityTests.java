package nl.kundig.courses.people;

import java.util.List;
import java.util.UUID;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CoursesTest
class LearnersOfMunicipalityTests {

	private final MunicipalityId village = new MunicipalityId("dorp-" + UUID.randomUUID());

	private final MunicipalityId city = new MunicipalityId("stad-" + UUID.randomUUID());

	@Autowired
	private PeopleService people;

	@Test
	void areThoseWithARoleThereByName() {
		register("Carla Jansen", this.village);
		register("Ann de Boer", this.village, this.village);
		register("Bob Boersma", this.village, this.city);
		register("Dirk de Boer", this.city);
		assertThat(names(this.village, "", 10)).containsExactly("Ann de Boer", "Bob Boersma", "Carla Jansen");
		assertThat(names(this.village, "", 2)).containsExactly("Ann de Boer", "Bob Boersma");
		assertThat(names(this.village, " BOER ", 10)).containsExactly("Ann de Boer", "Bob Boersma");
		assertThat(names(this.village, "boer", 1)).containsExactly("Ann de Boer");
		assertThat(names(this.village, "Dirk", 10)).isEmpty();
	}

	@Test
	void areAllLookedThroughForAName() {
		for (int i = 0; i < 130; i++) {
			register("Deelnemer " + (1000 + i), this.village);
		}
		assertThat(names(this.village, "1129", 10)).containsExactly("Deelnemer 1129");
	}

	private void register(String name, MunicipalityId... places) {
		LearnerId learner = this.people.register(name);
		LearnerRole[] roles = LearnerRole.values();
		for (int i = 0; i < places.length; i++) {
			this.people.takeRole(learner, roles[i], places[i], null, TestClock.TODAY);
		}
	}

	private List<String> names(MunicipalityId municipality, String name, int most) {
		return this.people.learners(municipality, name, most).stream().map(Learner::name).toList();
	}

}
