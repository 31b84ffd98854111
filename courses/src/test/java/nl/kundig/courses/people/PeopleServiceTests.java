package nl.kundig.courses.people;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@CoursesTest
class PeopleServiceTests {

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final MunicipalityId STAD = new MunicipalityId("stad");

	@Autowired
	private PeopleService people;

	@Test
	void takingARoleTwiceIsOneRoleHeld(ApplicationEvents events) {
		LearnerId ann = this.people.register("Ann");
		takeDesk(ann, DORP, TestClock.TODAY);
		takeDesk(ann, DORP, TestClock.TODAY.plusDays(1));
		assertThat(roles(ann)).containsExactly(
				new RoleHeld(LearnerRole.DESK_EMPLOYEE, DORP, null, TestClock.TODAY, null, TestClock.START));
		assertThat(events.stream(RoleTaken.class)).isNotEmpty();
	}

	@Test
	void takingARoleTwentyTimesAtOnceIsOneRoleHeld() throws Exception {
		LearnerId ann = this.people.register("Ann");
		AtOnce.run(20, () -> {
			takeDesk(ann, DORP, TestClock.TODAY);
			return ann;
		});
		assertThat(roles(ann)).hasSize(1);
	}

	@Test
	void holdsAnotherRoleAndTheSameRoleElsewhere() {
		LearnerId ann = this.people.register("Ann");
		takeDesk(ann, DORP, TestClock.TODAY);
		takeDesk(ann, STAD, TestClock.TODAY);
		this.people.takeRole(ann, LearnerRole.EXTERNAL_PARTNER, DORP, new PartnerId("school"), TestClock.TODAY);
		assertThat(roles(ann)).hasSize(3);
		assertThat(roles(ann).getLast().partner()).isEqualTo(new PartnerId("school"));
	}

	@Test
	void holdsARoleFromItsFirstDay() {
		LearnerId id = this.people.register("Ann");
		takeDesk(id, DORP, TestClock.TODAY);
		Learner ann = this.people.learner(id).orElseThrow();
		assertThat(ann.rolesOn(TestClock.TODAY.minusDays(1))).isEmpty();
		assertThat(ann.municipalityOn(TestClock.TODAY.minusDays(1))).isEmpty();
		assertThat(ann.rolesOn(TestClock.TODAY)).hasSize(1);
		assertThat(ann.municipalityOn(TestClock.TODAY)).contains(DORP);
	}

	@Test
	void holdsARoleThroughItsLastDay() {
		RoleHeld held = new RoleHeld(LearnerRole.MANAGER, DORP, null, TestClock.TODAY, TestClock.TODAY.plusDays(1),
				TestClock.START);
		assertThat(held.isHeldOn(TestClock.TODAY.plusDays(1))).isTrue();
		assertThat(held.isHeldOn(TestClock.TODAY.plusDays(2))).isFalse();
	}

	@Test
	void everyRoleIsFoundByItsCode() {
		for (LearnerRole role : LearnerRole.values()) {
			assertThat(LearnerRole.of(role.code())).contains(role);
		}
		assertThat(LearnerRole.of("nonsense")).isEmpty();
	}

	@Test
	void knowsWhereSomebodyBelongs() {
		Region region = new Region(new RegionId("regio"), "Regio");
		Municipality municipality = new Municipality(DORP, "Dorp", region.id());
		Partner partner = new Partner(new PartnerId("school"), "School", DORP);
		this.people.add(region);
		this.people.add(municipality);
		this.people.add(partner);
		assertThat(this.people.region(region.id())).contains(region);
		assertThat(this.people.municipality(DORP)).contains(municipality);
		assertThat(this.people.partner(partner.id())).contains(partner);
	}

	// MongoDB's first answer holds 101 documents; for the others the driver asks again.
	@Test
	void knowsEverybodyHoweverManyTheyAre() {
		List<LearnerId> registered = IntStream.range(0, 102).mapToObj((i) -> this.people.register("Ann " + i)).toList();
		assertThat(this.people.learners()).extracting(Learner::id).containsExactlyInAnyOrderElementsOf(registered);
	}

	private void takeDesk(LearnerId learner, MunicipalityId municipality, LocalDate from) {
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, municipality, null, from);
	}

	private List<RoleHeld> roles(LearnerId learner) {
		return this.people.learner(learner).orElseThrow().roles();
	}

}
