package nl.kundig.courses.enrolment;

import java.time.Duration;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of who manages, and when it is looked up again. */
@CoursesTest
class ManagersTests {

	@Autowired
	private Desk desk;

	@Autowired
	private Managers managers;

	@Autowired
	private PeopleService people;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private TestClock clock;

	private LearnerId mia;

	@BeforeEach
	void open() {
		this.desk.open();
		this.mia = this.desk.manager("Mia", Desk.WATERKERK);
		assertThat(waterkerk()).containsExactly(this.mia);
	}

	@Test
	void aNewOneIsSeenAtOnceInTheOrderOfNames() {
		LearnerId bas = this.desk.manager("Bas", Desk.WATERKERK);
		this.desk.manager("Han", Desk.HOOGVELD);
		assertThat(waterkerk()).containsExactly(bas, this.mia);
	}

	@Test
	void whoLeftHasTheRoleWithItsLastDay() {
		RoleHeld held = this.people.learner(this.mia).orElseThrow().roles().getFirst();
		this.people.leaveRole(this.mia, held, TestClock.TODAY, "test", "Hans");
		assertThat(this.managers.of(Desk.WATERKERK)).singleElement()
			.satisfies((left) -> assertThat(left.roles().getFirst().until()).isEqualTo(TestClock.TODAY));
	}

	@Test
	void whoIsErasedIsGoneAtOnce() {
		this.mongo.remove(Query.query(Criteria.where("_id").is(this.mia)), Learner.class);
		assertThat(waterkerk()).isEmpty();
	}

	@Test
	void whoAnotherNodeWroteDownIsSeenAMinuteLater() {
		LearnerId ole = new LearnerId("ole");
		this.mongo.insert(new Learner(ole, "Ole", List
			.of(RoleHeld.of(LearnerRole.MANAGER, Desk.WATERKERK, null, TestClock.TODAY, null, this.clock.instant()))));
		assertThat(waterkerk()).containsExactly(this.mia);
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(1)));
		assertThat(waterkerk()).containsExactly(this.mia, ole);
	}

	private List<LearnerId> waterkerk() {
		return this.managers.of(Desk.WATERKERK).stream().map(Learner::id).toList();
	}

}
