package nl.kundig.courses.enrolment;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import nl.kundig.courses.training.Trainings;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Asking for a seat, and the answers. */
@CoursesTest
class EnrolmentServiceTests {

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private SessionService sessions;

	@Autowired
	private TrainingService trainings;

	@Autowired
	private PeopleService people;

	@Autowired
	private TestClock clock;

	@Autowired
	private ApplicationEvents events;

	private LearnerId ann;

	private LearnerId bob;

	@BeforeEach
	void open() {
		this.desk.open();
		this.ann = this.desk.employee("Ann", Desk.HOOGVELD);
		this.bob = this.desk.employee("Bob", Desk.HOOGVELD);
	}

	@Test
	void givesAFreeSeatAtOnceAndSaysFromWhichPart() {
		SessionId session = this.desk.session(1);
		Enrolment seat = this.desk.apply(session, this.ann);
		assertThat(seat.state()).isEqualTo(EnrolmentState.PLACED);
		assertThat(seat.last().why()).isEqualTo(Why.FREE_SEAT);
		assertThat(seat.placing()).map(Placing::pool).contains(Pool.GENERAL);
		assertThat(seat.history()).extracting(StateChange::state)
			.containsExactly(EnrolmentState.REQUESTED, EnrolmentState.PLACED);
		assertThat(this.events.stream(EnrolmentChanged.class)).singleElement().satisfies((changed) -> {
			assertThat(changed.index()).isZero();
			assertThat(changed.changes()).isEqualTo(seat.history());
		});
	}

	@Test
	void putsWhoComesTooLateOnTheList() {
		SessionId session = this.desk.session(1);
		this.desk.apply(session, this.ann);
		Enrolment late = this.desk.apply(session, this.bob);
		assertThat(late.state()).isEqualTo(EnrolmentState.WAITING);
		assertThat(late.last().why()).isEqualTo(Why.NO_FREE_SEAT);
		assertThat(late.holdsSeat()).isFalse();
	}

	@Test
	void theSameRequestTwiceIsOne() {
		SessionId session = this.desk.session(2);
		Enrolment first = this.desk.apply(session, this.ann);
		long version = this.desk.session(session).version();
		assertThat(this.desk.apply(session, this.ann)).isEqualTo(first);
		assertThat(this.desk.session(session).enrolments()).hasSize(1);
		assertThat(this.desk.session(session).version()).isEqualTo(version);
	}

	@Test
	void whoWithdrewMayComeBackFourTimes() {
		SessionId session = this.desk.session(1);
		for (int i = 0; i < 5; i++) {
			withdraw(session, this.desk.apply(session, this.ann));
		}
		assertThat(this.desk.session(session).enrolments()).hasSize(5);
		assertRefused(Reason.TOO_OFTEN, () -> this.desk.apply(session, this.ann));
	}

	@Test
	void withdrawingTwiceIsOnce() {
		SessionId session = this.desk.session(1);
		Enrolment seat = this.desk.apply(session, this.ann);
		Enrolment gone = withdraw(session, seat);
		assertThat(withdraw(session, seat)).isEqualTo(gone);
		assertThat(gone.last().why()).isEqualTo(Why.WITHDRAWN);
	}

	@Test
	void nobodyWithdrawsSomebodyElse() {
		SessionId session = this.desk.session(1);
		Enrolment seat = this.desk.apply(session, this.ann);
		assertRefused(Reason.NOT_YOURS,
				() -> this.enrolments.withdraw(session, seat.id(), Actor.learner(this.bob), null));
		assertRefused(Reason.NOT_YOUR_MUNICIPALITY,
				() -> this.enrolments.withdraw(session, seat.id(), Desk.OF_WATERKERK, "Kan niet"));
		assertRefused(Reason.NO_REASON, () -> this.enrolments.withdraw(session, seat.id(), Desk.OF_HOOGVELD, " "));
		assertThat(this.enrolments.withdraw(session, seat.id(), Desk.OF_HOOGVELD, "Is ziek").enrolment().last())
			.satisfies((change) -> {
				assertThat(change.why()).isEqualTo(Why.BY_COORDINATOR);
				assertThat(change.text()).isEqualTo("Is ziek");
			});
	}

	@Test
	void onlyWhoWorksThereComesForAMunicipalityOfTheRegion() {
		SessionId session = this.desk.session(1);
		LearnerId stranger = this.desk.employee("Stan", Desk.ELSEWHERE);
		assertRefused(Reason.NOT_OPEN_TO_MUNICIPALITY, () -> this.enrolments.apply(session,
				Application.of(stranger, Desk.ELSEWHERE), Actor.learner(stranger)));
		assertRefused(Reason.NO_ROLE_THERE,
				() -> this.enrolments.apply(session, Application.of(stranger, Desk.HOOGVELD), Actor.learner(stranger)));
		assertRefused(Reason.NOT_YOURS,
				() -> this.enrolments.apply(session, Application.of(this.ann, Desk.HOOGVELD), Actor.learner(this.bob)));
		LearnerId nobody = new LearnerId("nobody");
		assertRefused(Reason.UNKNOWN_LEARNER,
				() -> this.enrolments.apply(session, Application.of(nobody, Desk.HOOGVELD), Actor.learner(nobody)));
		assertRefused(Reason.UNKNOWN_SESSION, () -> this.desk.apply(new SessionId("none"), this.ann));
	}

	// ---- managers

	@Test
	void waitsForTheManagerWhereThatIsTheRule() {
		SessionId session = this.desk.session(1);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId wim = this.desk.employee("Wim", Desk.WATERKERK);
		Enrolment asked = this.desk.apply(session, wim, mia);
		assertThat(asked.state()).isEqualTo(EnrolmentState.REQUESTED);
		assertThat(asked.holdsSeat()).isFalse();
		Enrolment placed = approve(session, asked, mia);
		assertThat(placed.history()).extracting(StateChange::state)
			.containsExactly(EnrolmentState.REQUESTED, EnrolmentState.APPROVED, EnrolmentState.PLACED);
		assertThat(approve(session, asked, mia)).isEqualTo(placed);
		assertRefused(Reason.HAS_SEAT,
				() -> this.enrolments.refuse(session, asked.id(), Actor.manager(mia), "Toch niet"));
	}

	@Test
	void theSeatGoesToWhoeverIsApprovedFirst() {
		SessionId session = this.desk.session(1);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		Enrolment first = this.desk.apply(session, this.desk.employee("Wim", Desk.WATERKERK), mia);
		Enrolment second = this.desk.apply(session, this.desk.employee("Wies", Desk.WATERKERK), mia);
		assertThat(approve(session, second, mia).state()).isEqualTo(EnrolmentState.PLACED);
		assertThat(approve(session, first, mia).state()).isEqualTo(EnrolmentState.WAITING);
	}

	@Test
	void onlyTheManagerWhoWasAskedAnswers() {
		SessionId session = this.desk.session(1);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId max = this.desk.manager("Max", Desk.WATERKERK);
		LearnerId wim = this.desk.employee("Wim", Desk.WATERKERK);
		Enrolment asked = this.desk.apply(session, wim, mia);
		assertRefused(Reason.NOT_YOURS, () -> this.enrolments.approve(session, asked.id(), Actor.manager(max)));
		assertRefused(Reason.NOT_YOUR_ROLE, () -> this.enrolments.approve(session, asked.id(), Actor.learner(wim)));
		assertRefused(Reason.NOT_YOUR_ROLE, () -> this.enrolments.approve(session, asked.id(), Desk.OF_WATERKERK));
		Enrolment refused = this.enrolments.refuse(session, asked.id(), Actor.manager(mia), "Rooster").enrolment();
		assertThat(refused.state()).isEqualTo(EnrolmentState.REFUSED);
		assertThat(refused.last().text()).isEqualTo("Rooster");
		assertRefused(Reason.REFUSED_BY_MANAGER,
				() -> this.enrolments.approve(session, asked.id(), Actor.manager(mia)));
	}

	@Test
	void aManagerMustBeOneThereAndSomebodyElse() {
		SessionId session = this.desk.session(1);
		LearnerId wim = this.desk.employee("Wim", Desk.WATERKERK);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		assertRefused(Reason.NO_MANAGER,
				() -> this.enrolments.apply(session, Application.of(wim, Desk.WATERKERK), Actor.learner(wim)));
		assertRefused(Reason.NOT_A_MANAGER, () -> this.desk.apply(session, wim, this.ann));
		assertRefused(Reason.OWN_MANAGER, () -> this.desk.apply(session, mia, mia));
		assertThat(this.enrolments.managersFor(wim, Desk.WATERKERK)).containsExactly(mia);
	}

	@Test
	void whatNobodyAnswersInFourteenDaysLapses() {
		LocalDate day = TestClock.TODAY.plusDays(60);
		SessionId session = this.desk.session(day, SessionTerms.of("", 1, day));
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		Enrolment asked = this.desk.apply(session, this.desk.employee("Wim", Desk.WATERKERK), mia);
		this.clock.moveTo(TestClock.TODAY.plusDays(14), LocalTime.of(23, 59, 59));
		assertThat(this.enrolments.recheck().sessions()).isZero();
		this.clock.moveTo(TestClock.TODAY.plusDays(15), LocalTime.MIDNIGHT);
		assertRefused(Reason.APPROVAL_OVER, () -> this.enrolments.approve(session, asked.id(), Actor.manager(mia)));
		assertThat(this.enrolments.recheck().changed()).isOne();
		assertThat(this.desk.now(session, asked).last().why()).isEqualTo(Why.APPROVAL_LAPSED);
		assertRefused(Reason.APPROVAL_OVER, () -> this.enrolments.approve(session, asked.id(), Actor.manager(mia)));
	}

	@Test
	void aCoordinatorNominatesAndTheManagerStillAgrees() {
		SessionId session = this.desk.session(1);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId wim = this.desk.employee("Wim", Desk.WATERKERK);
		Application application = new Application(wim, Desk.WATERKERK, mia, "  Vegetarisch ", null);
		assertRefused(Reason.NOT_YOUR_MUNICIPALITY,
				() -> this.enrolments.nominate(session, application, Desk.OF_HOOGVELD));
		Enrolment nominated = this.enrolments.nominate(session, application, Desk.OF_WATERKERK).enrolment();
		assertThat(nominated.state()).isEqualTo(EnrolmentState.REQUESTED);
		assertThat(nominated.last().why()).isEqualTo(Why.NOMINATED);
		assertThat(nominated.wishes()).isEqualTo("Vegetarisch");
	}

	@Test
	void aCoordinatorAddsWithoutTheManagerButNotPastTheList() {
		SessionId session = this.desk.session(2);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		Enrolment asked = this.desk.apply(session, this.desk.employee("Wim", Desk.WATERKERK), mia);
		Enrolment added = add(session, asked.learner());
		assertThat(added.id()).isEqualTo(asked.id());
		assertThat(added.state()).isEqualTo(EnrolmentState.PLACED);
		this.desk.apply(session, this.ann);
		assertThat(add(session, this.desk.employee("Wies", Desk.WATERKERK)).state()).isEqualTo(EnrolmentState.WAITING);
	}

	@Test
	void onlyTheRegionGivesItsReserveAway() {
		SessionId session = this.desk.session(Desk.DAY, new SessionTerms("", 2, null, 0, Desk.DAY, List.of(), null, 1));
		this.desk.apply(session, this.ann);
		assertThat(this.desk.apply(session, this.bob).state()).isEqualTo(EnrolmentState.WAITING);
		LearnerId wies = this.desk.employee("Wies", Desk.WATERKERK);
		Enrolment added = this.enrolments
			.add(session, Application.of(wies, Desk.WATERKERK), Desk.REGIONAL, "Sleutelfunctie")
			.enrolment();
		assertThat(added.pool()).isEqualTo(Pool.RESERVE);
		assertThat(added.state()).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void theRegionGivesItsReserveToSomebodyWhoWaitsAndTheReasonIsKept() {
		SessionId session = this.desk.session(Desk.DAY, new SessionTerms("", 2, null, 0, Desk.DAY, List.of(), null, 1));
		this.desk.apply(session, this.ann);
		Enrolment waiting = this.desk.apply(session, this.bob);
		Enrolment given = this.enrolments
			.add(session, Application.of(this.bob, Desk.HOOGVELD), Desk.REGIONAL, "Sleutelfunctie")
			.enrolment();
		assertThat(given.id()).isEqualTo(waiting.id());
		assertThat(given.pool()).isEqualTo(Pool.RESERVE);
		assertThat(given.state()).isEqualTo(EnrolmentState.PLACED);
		assertThat(given.last().why()).isEqualTo(Why.ADDED);
		assertThat(given.last().text()).isEqualTo("Sleutelfunctie");
	}

	@Test
	void aCoordinatorDoesNotAddWhoAskedFromAnotherMunicipality() {
		SessionId session = this.desk.session(2);
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId wim = this.desk.employee("Wim", Desk.WATERKERK);
		this.people.takeRole(wim, LearnerRole.MANAGER, Desk.HOOGVELD, null, TestClock.TODAY);
		Enrolment asked = this.desk.apply(session, wim, mia);
		assertRefused(Reason.NOT_YOUR_MUNICIPALITY,
				() -> this.enrolments.add(session, Application.of(wim, Desk.HOOGVELD), Desk.OF_HOOGVELD, "Moet mee"));
		assertThat(this.desk.state(session, asked)).isEqualTo(EnrolmentState.REQUESTED);
	}

	// ---- quotas

	@Test
	void aQuotaIsKeptForItsMunicipalityUntilItIsReleased() {
		SessionId session = this.desk.session(Desk.DAY, new SessionTerms("", 2, null, 0, Desk.DAY,
				List.of(new Quota(Desk.WATERKERK, 1)), TestClock.TODAY.plusDays(5), 0));
		this.desk.apply(session, this.ann);
		Enrolment waiting = this.desk.apply(session, this.bob);
		assertThat(waiting.state()).isEqualTo(EnrolmentState.WAITING);
		assertThat(this.desk.session(session).seats(TestClock.TODAY).freeFor(Desk.WATERKERK)).isOne();
		this.clock.moveTo(TestClock.TODAY.plusDays(5), LocalTime.MIDNIGHT);
		this.enrolments.recheck();
		assertThat(this.desk.now(session, waiting)).satisfies((offered) -> {
			assertThat(offered.state()).isEqualTo(EnrolmentState.OFFERED);
			assertThat(offered.pool()).isEqualTo(Pool.GENERAL);
		});
		assertThat(this.desk.session(session).history()).extracting(SessionChange::kind)
			.containsExactly(SessionChange.Kind.PLANNED, SessionChange.Kind.QUOTAS_RELEASED);
	}

	@Test
	void theOwnQuotaIsTakenFirst() {
		SessionId session = this.desk.session(Desk.DAY, new SessionTerms("", 2, null, 0, Desk.DAY,
				List.of(new Quota(Desk.HOOGVELD, 1)), TestClock.TODAY.plusDays(5), 0));
		assertThat(this.desk.apply(session, this.ann).pool()).isEqualTo(Pool.quota(Desk.HOOGVELD));
		assertThat(this.desk.apply(session, this.bob).pool()).isEqualTo(Pool.GENERAL);
	}

	// ---- what the person should know

	@Test
	void saysThatTwoSessionsOverlapAndForbidsNeither() {
		SessionId one = this.desk.session(1);
		SessionId other = this.desk.session(1);
		this.desk.apply(one, this.ann);
		EnrolmentOutcome outcome = this.enrolments.apply(other, Application.of(this.ann, Desk.HOOGVELD),
				Actor.learner(this.ann));
		assertThat(outcome.enrolment().state()).isEqualTo(EnrolmentState.PLACED);
		assertThat(outcome.warnings()).containsExactly(new EnrolmentOutcome.Warning.Overlaps(one));
	}

	@Test
	void whatShouldComeFirstIsConfirmedAndTheReasonKept() {
		TrainingId deeper = new TrainingId("ror-verdieping");
		this.trainings.publish(Trainings.after(deeper.value(), "Verdieping", Desk.ROR.value()));
		SessionId session = this.sessions.plan(deeper, Owner.of(Desk.REGION), Desk.plan(Desk.DAY, 5), Desk.REGIONAL)
			.id();
		assertRefused(Reason.PREREQUISITE_UNCONFIRMED, () -> this.desk.apply(session, this.ann));
		EnrolmentOutcome outcome = this.enrolments.apply(session,
				new Application(this.ann, Desk.HOOGVELD, null, null, "Vijf jaar ervaring"), Actor.learner(this.ann));
		assertThat(outcome.enrolment().prerequisitesNote()).isEqualTo("Vijf jaar ervaring");
		assertThat(outcome.warnings()).containsExactly(new EnrolmentOutcome.Warning.Prerequisite(Desk.ROR));
	}

	@Test
	void longTextsAreRefused() {
		SessionId session = this.desk.session(1);
		assertRefused(Reason.TEXT_TOO_LONG, () -> this.enrolments.apply(session,
				new Application(this.ann, Desk.HOOGVELD, null, "x".repeat(301), null), Actor.learner(this.ann)));
		assertThat(this.desk.session(session).enrolments()).isEmpty();
	}

	@Test
	void wishesAreForgottenThirtyDaysAfterTheSession() {
		SessionId session = this.desk.session(1);
		Enrolment seat = this.enrolments
			.apply(session, new Application(this.ann, Desk.HOOGVELD, null, "Vegetarisch", null),
					Actor.learner(this.ann))
			.enrolment();
		this.clock.moveTo(Desk.DAY.plusDays(30), LocalTime.of(23, 59, 59));
		this.enrolments.recheck();
		assertThat(this.desk.now(session, seat).wishes()).isEqualTo("Vegetarisch");
		this.clock.moveTo(Desk.DAY.plusDays(31), LocalTime.MIDNIGHT);
		this.enrolments.recheck();
		assertThat(this.desk.now(session, seat).wishes()).isNull();
		assertThat(this.enrolments.recheck()).isEqualTo(new EnrolmentRecheck(0, 0, List.of()));
	}

	@Test
	void everybodyFindsTheirOwnEnrolments() {
		SessionId one = this.desk.session(1);
		SessionId other = this.desk.session(Desk.DAY.plusDays(7), SessionTerms.of("", 1, Desk.DAY));
		this.desk.apply(other, this.ann);
		Enrolment gone = withdraw(one, this.desk.apply(one, this.ann));
		this.desk.apply(one, this.bob);
		assertThat(this.enrolments.enrolmentsOf(this.ann))
			.extracting((own) -> own.session().id(), (own) -> own.enrolment().state())
			.containsExactly(tuple(one, gone.state()), tuple(other, EnrolmentState.PLACED));
		assertThat(this.enrolments.sessions(SessionFilter.from(Desk.REGION, TestClock.TODAY)))
			.extracting(SessionOverview::id)
			.containsExactly(one, other);
		assertThat(this.enrolments.changedSince(TestClock.START.minus(Duration.ofSeconds(1)))).hasSize(2);
		assertThat(this.enrolments.changedSince(TestClock.START)).isEmpty();
	}

	/** So many that a query without an index would break the index rule. */
	@Test
	void oneOfManySessionsIsFoundWithoutLookingAtTheOthers() {
		List<LearnerId> learners = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			LocalDate day = Desk.DAY.plusDays(i);
			SessionId session = this.desk.session(day, SessionTerms.of("", 1, day));
			learners.add(this.desk.employee("Ann " + i, Desk.HOOGVELD));
			this.clock.moveTo(TestClock.START.plusSeconds(i));
			withdraw(session, this.desk.apply(session, learners.getLast()));
			this.desk.apply(session, learners.getLast());
		}
		assertThat(learners).allSatisfy((learner) -> assertThat(this.enrolments.enrolmentsOf(learner)).hasSize(2));
		assertThat(this.enrolments.changedSince(TestClock.START.plusSeconds(38))).hasSize(1);
		LocalDate last = Desk.DAY.plusDays(39);
		assertThat(this.enrolments.sessions(SessionFilter.from(Desk.REGION, last))).hasSize(1);
		SessionId full = this.enrolments.sessions(SessionFilter.from(Desk.REGION, last)).getFirst().id();
		this.desk.apply(full, this.bob);
		assertThat(this.enrolments.why(full, this.bob).orElseThrow().rank()).isOne();
		this.clock.moveTo(last, LocalTime.NOON);
		assertThat(this.enrolments.recheck()).isEqualTo(new EnrolmentRecheck(1, 1, List.of()));
	}

	private Enrolment withdraw(SessionId session, Enrolment enrolment) {
		return this.enrolments.withdraw(session, enrolment.id(), Actor.learner(enrolment.learner()), null).enrolment();
	}

	private Enrolment approve(SessionId session, Enrolment enrolment, LearnerId manager) {
		return this.enrolments.approve(session, enrolment.id(), Actor.manager(manager)).enrolment();
	}

	private Enrolment add(SessionId session, LearnerId learner) {
		return this.enrolments.add(session, Application.of(learner, Desk.WATERKERK), Desk.OF_WATERKERK, "Nodig")
			.enrolment();
	}

	static void assertRefused(Reason reason, ThrowingCallable action) {
		assertThatExceptionOfType(EnrolmentRefused.class).isThrownBy(action)
			.extracting(EnrolmentRefused::reason)
			.isEqualTo(reason);
	}

}
