package nl.kundig.courses.enrolment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static nl.kundig.courses.enrolment.EnrolmentServiceTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody works for the municipality no longer: employees, and managers who are asked.
 */
@CoursesTest
class LeavingTests {

	/** After the tests' today and before the session. */
	private static final LocalDate LAST_DAY = TestClock.TODAY.plusDays(10);

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private PeopleService people;

	@Autowired
	private TestClock clock;

	@Autowired
	private ApplicationEvents events;

	private LearnerId ann;

	private LearnerId bob;

	private SessionId session;

	@BeforeEach
	void open() {
		this.desk.open();
		this.ann = this.desk.employee("Ann", Desk.HOOGVELD);
		this.bob = this.desk.employee("Bob", Desk.HOOGVELD);
		this.session = this.desk.session(1);
	}

	@Test
	void theSeatOfWhoLeftIsOfferedToTheNextAndToldOnce() {
		Enrolment seat = this.desk.apply(this.session, this.ann);
		Enrolment next = this.desk.apply(this.session, this.bob);
		this.clock.moveTo(LAST_DAY, LocalTime.NOON);
		leave(this.ann, LAST_DAY.minusDays(1));
		assertThat(this.desk.now(this.session, seat).last()).satisfies((left) -> {
			assertThat(left.state()).isEqualTo(EnrolmentState.CANCELLED);
			assertThat(left.why()).isEqualTo(Why.ROLE_LEFT);
			assertThat(left.by()).isEqualTo(Actor.SYSTEM);
		});
		assertThat(this.desk.state(this.session, next)).isEqualTo(EnrolmentState.OFFERED);
		this.enrolments.recheck();
		this.enrolments.recheck();
		assertThat(this.events.stream(EnrolmentChanged.class))
			.filteredOn((changed) -> changed.changes().stream().anyMatch((one) -> one.why() == Why.ROLE_LEFT))
			.hasSize(1);
	}

	@Test
	void whoStaysUntilALastDayKeepsTheSeatThroughIt() {
		Enrolment seat = this.desk.apply(this.session, this.ann);
		leave(this.ann, LAST_DAY);
		this.clock.moveTo(LAST_DAY, LocalTime.of(23, 59, 59));
		this.enrolments.recheck();
		assertThat(this.desk.state(this.session, seat)).isEqualTo(EnrolmentState.PLACED);
		this.clock.moveTo(LAST_DAY.plusDays(1), LocalTime.MIDNIGHT);
		this.enrolments.recheck();
		assertThat(this.desk.state(this.session, seat)).isEqualTo(EnrolmentState.CANCELLED);
	}

	@Test
	void whoChangesFunctionKeepsTheSeat() {
		Enrolment seat = this.desk.apply(this.session, this.ann);
		this.clock.moveTo(LAST_DAY, LocalTime.NOON);
		this.people.takeRole(this.ann, LearnerRole.FOCAL_OFFICER, Desk.HOOGVELD, null, LAST_DAY);
		leave(this.ann, LAST_DAY.minusDays(1));
		this.enrolments.recheck();
		assertThat(this.desk.state(this.session, seat)).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void whatBeganAlreadyStaysAsItWas() {
		Enrolment seat = this.desk.apply(this.session, this.ann);
		this.clock.moveTo(Desk.DAY, LocalTime.NOON);
		leave(this.ann, Desk.DAY.minusDays(1));
		assertThat(this.desk.state(this.session, seat)).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void whoLeavesTodayCannotApplyOrAcceptTomorrowButCanWithdraw() {
		Enrolment seat = this.desk.apply(this.session, this.bob);
		Enrolment waits = this.desk.apply(this.session, this.ann);
		this.enrolments.withdraw(this.session, seat.id(), Actor.learner(this.bob), null);
		leave(this.ann, TestClock.TODAY);
		this.clock.moveTo(TestClock.TODAY.plusDays(1), LocalTime.of(8, 0));
		assertRefused(Reason.NO_ROLE_THERE,
				() -> this.enrolments.accept(this.session, waits.id(), Actor.learner(this.ann)));
		SessionId other = this.desk.session(5);
		assertRefused(Reason.NO_ROLE_THERE, () -> this.desk.apply(other, this.ann));
		assertThat(
				this.enrolments.withdraw(this.session, waits.id(), Actor.learner(this.ann), null).enrolment().state())
			.isEqualTo(EnrolmentState.CANCELLED);
	}

	@Test
	void aManagerWhoLeftAgreesToNothingAndAnotherOneIsAsked() {
		LearnerId wim = this.desk.employee("Wim", Desk.WATERKERK);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId max = this.desk.manager("Max", Desk.WATERKERK);
		Enrolment asked = this.desk.apply(this.session, wim, mia);
		leave(mia, TestClock.TODAY);
		this.clock.moveTo(TestClock.TODAY.plusDays(1), LocalTime.NOON);
		assertRefused(Reason.MANAGES_NO_LONGER,
				() -> this.enrolments.approve(this.session, asked.id(), Actor.manager(mia)));
		assertRefused(Reason.NOT_A_MANAGER,
				() -> this.enrolments.askAnother(this.session, asked.id(), mia, Desk.OF_WATERKERK));
		assertRefused(Reason.NOT_A_MANAGER,
				() -> this.enrolments.askAnother(this.session, asked.id(), this.bob, Desk.OF_WATERKERK));
		assertRefused(Reason.NOT_YOUR_MUNICIPALITY,
				() -> this.enrolments.askAnother(this.session, asked.id(), max, Desk.OF_HOOGVELD));
		assertRefused(Reason.NOT_YOUR_ROLE,
				() -> this.enrolments.askAnother(this.session, asked.id(), max, Actor.learner(wim)));
		Enrolment again = this.enrolments.askAnother(this.session, asked.id(), max, Desk.OF_WATERKERK).enrolment();
		assertThat(again.manager()).isEqualTo(max);
		assertThat(again.last().why()).isEqualTo(Why.OTHER_MANAGER_ASKED);
		assertThat(this.enrolments.askAnother(this.session, asked.id(), max, Desk.OF_WATERKERK).enrolment())
			.isEqualTo(again);
		assertRefused(Reason.NOT_YOURS, () -> this.enrolments.approve(this.session, asked.id(), Actor.manager(mia)));
		assertThat(this.enrolments.approve(this.session, asked.id(), Actor.manager(max)).enrolment().state())
			.isEqualTo(EnrolmentState.PLACED);
		assertRefused(Reason.NOBODY_ASKED,
				() -> this.enrolments.askAnother(this.session, asked.id(), max, Desk.OF_WATERKERK));
	}

	@Test
	void othersAreToldOfWhoIsInTheWayAndNotOfWhoIsNot() {
		Enrolment seat = this.desk.apply(this.session, this.ann);
		this.desk.apply(this.session, this.bob);
		assertThat(states(Desk.OF_WATERKERK)).containsExactlyInAnyOrder(EnrolmentState.WAITING, EnrolmentState.PLACED);
		this.enrolments.withdraw(this.session, seat.id(), Actor.learner(this.ann), null);
		assertThat(states(Desk.OF_WATERKERK)).containsExactly(EnrolmentState.OFFERED);
		assertThat(states(Desk.OF_HOOGVELD)).contains(EnrolmentState.CANCELLED);
	}

	/** So many that a query without an index would break the index rule. */
	@Test
	void managersAndLeaversOfABigMunicipalityAreFoundWithoutLookingAtTheOthers() {
		LearnerId mia = this.desk.manager("Mia", Desk.HOOGVELD);
		for (int i = 0; i < 60; i++) {
			this.desk.employee("Medewerker " + i, Desk.HOOGVELD);
		}
		Enrolment seat = this.desk.apply(this.session, this.ann);
		leave(this.ann, TestClock.TODAY);
		this.clock.moveTo(TestClock.TODAY.plusDays(1), LocalTime.NOON);
		this.enrolments.recheck();
		assertThat(this.desk.state(this.session, seat)).isEqualTo(EnrolmentState.CANCELLED);
		assertThat(this.enrolments.managersFor(this.bob, Desk.HOOGVELD)).containsExactly(mia);
	}

	private List<EnrolmentState> states(Actor by) {
		return this.enrolments.why(this.session, by).stream().map(SeatExplanation::state).toList();
	}

	private void leave(LearnerId who, LocalDate lastDay) {
		Learner learner = this.people.learner(who).orElseThrow();
		RoleHeld held = learner.roles().getFirst();
		this.people.leaveRole(who, held, lastDay, "test", "hans");
	}

}
