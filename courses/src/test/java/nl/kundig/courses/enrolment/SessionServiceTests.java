package nl.kundig.courses.enrolment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.enrolment.SessionRefused.Reason;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.training.TrainingId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Planning sessions, and changing what is planned. */
@CoursesTest
class SessionServiceTests {

	private static final SessionTerms TERMS = SessionTerms.of("Tess", 18, Desk.DAY);

	@Autowired
	private Desk desk;

	@Autowired
	private SessionService sessions;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private TestClock clock;

	@Autowired
	private ApplicationEvents events;

	@BeforeEach
	void open() {
		this.desk.open();
	}

	@Test
	void planningTellsOfANewSessionWithItsOwnLots() {
		TrainingSession one = plan(Desk.plan(Desk.DAY, 18));
		TrainingSession other = plan(Desk.plan(Desk.DAY, 18));
		assertThat(one.seed()).isNotBlank().isNotEqualTo(other.seed());
		assertThat(this.desk.session(one.id())).isEqualTo(one);
		assertThat(this.events.stream(SessionChanged.class)).hasSize(2)
			.allMatch((changed) -> changed.change().kind() == SessionChange.Kind.PLANNED && changed.sequence() == 0);
	}

	static Stream<Arguments> refusals() {
		LocalDate day = Desk.DAY;
		List<HalfDay> days = List.of(Desk.morning(day));
		return Stream.of(arguments(Reason.NO_HALF_DAY, change((plan) -> with(List.of()))),
				arguments(Reason.IN_THE_PAST, change((plan) -> with(List.of(Desk.morning(TestClock.TODAY))))),
				arguments(Reason.TOO_FAR_AHEAD, change((plan) -> with(List.of(Desk.morning(day.plusYears(3)))))),
				arguments(Reason.ENDS_BEFORE_IT_STARTS,
						change((plan) -> with(List.of(new HalfDay(day, LocalTime.of(12, 0), LocalTime.of(12, 0)))))),
				arguments(Reason.HALF_DAYS_OVERLAP,
						change((plan) -> with(List.of(Desk.morning(day),
								new HalfDay(day, LocalTime.of(12, 0), LocalTime.of(17, 0)))))),
				arguments(Reason.NO_PLACE, change((plan) -> new SessionPlan(days, new Venue(" ", null, ""), TERMS))),
				arguments(Reason.LINK_NOT_SAFE,
						change((plan) -> new SessionPlan(days, new Venue(null, null, "http://meet.example/1"), TERMS))),
				arguments(Reason.TEXT_TOO_LONG,
						change((plan) -> new SessionPlan(days, new Venue("x".repeat(301), null, null), TERMS))),
				arguments(Reason.CAPACITY_OUT_OF_RANGE, terms(0, null, 0, 0)),
				arguments(Reason.CAPACITY_OUT_OF_RANGE, terms(41, "Grote zaal", 0, 0)),
				arguments(Reason.CAPACITY_NEEDS_REASON, terms(21, " ", 0, 0)),
				arguments(Reason.MINIMUM_OUT_OF_RANGE, terms(18, null, 19, 0)),
				arguments(Reason.MINIMUM_OUT_OF_RANGE, terms(18, null, -1, 0)),
				arguments(Reason.RESERVE_OUT_OF_RANGE, terms(18, null, 0, -1)),
				arguments(Reason.QUOTAS_EXCEED_CAPACITY, terms(18, null, 0, 19)),
				arguments(Reason.CLOSES_AFTER_START,
						terms(new SessionTerms("", 18, null, 0, day.plusDays(1), List.of(), null, 0))),
				arguments(Reason.CLOSES_IN_THE_PAST,
						terms(new SessionTerms("", 18, null, 0, TestClock.TODAY.minusDays(1), List.of(), null, 0))),
				arguments(Reason.QUOTA_OUT_OF_RANGE, quotas(day, new Quota(Desk.HOOGVELD, 0))),
				arguments(Reason.QUOTA_DOUBLE, quotas(day, new Quota(Desk.HOOGVELD, 1), new Quota(Desk.HOOGVELD, 1))),
				arguments(Reason.QUOTA_NOT_OPEN, quotas(day, new Quota(Desk.ELSEWHERE, 1))),
				arguments(Reason.QUOTAS_EXCEED_CAPACITY,
						quotas(day, new Quota(Desk.HOOGVELD, 10), new Quota(Desk.WATERKERK, 9))),
				arguments(Reason.NO_RELEASE_DAY, quotas(null, new Quota(Desk.HOOGVELD, 1))),
				arguments(Reason.RELEASE_AFTER_START, quotas(day.plusDays(1), new Quota(Desk.HOOGVELD, 1))));
	}

	private static SessionPlan with(List<HalfDay> days) {
		return new SessionPlan(days, Desk.townHall(), TERMS);
	}

	private static UnaryOperator<SessionPlan> change(UnaryOperator<SessionPlan> change) {
		return change;
	}

	private static UnaryOperator<SessionPlan> terms(SessionTerms terms) {
		return (plan) -> new SessionPlan(plan.halfDays(), plan.venue(), terms);
	}

	private static UnaryOperator<SessionPlan> terms(int capacity, @Nullable String reason, int minimum, int reserve) {
		return terms(new SessionTerms("", capacity, reason, minimum, Desk.DAY, List.of(), null, reserve));
	}

	private static UnaryOperator<SessionPlan> quotas(@Nullable LocalDate release, Quota... quotas) {
		return terms(new SessionTerms("", 18, null, 0, Desk.DAY, List.of(quotas), release, 0));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void refusesWhatCannotBeAndStoresNothing(Reason reason, UnaryOperator<SessionPlan> change) {
		assertRefused(reason, () -> plan(change.apply(Desk.plan(Desk.DAY, 18))));
		assertThat(this.enrolments.sessions(SessionFilter.from(Desk.REGION, TestClock.TODAY))).isEmpty();
	}

	@Test
	void moreThanTwentySeatsHaveAReason() {
		SessionTerms large = new SessionTerms("", 21, "Grote zaal, twee trainers", 0, Desk.DAY, List.of(), null, 0);
		assertThat(plan(Desk.plan(Desk.DAY, large)).plan().terms().capacity()).isEqualTo(21);
	}

	@Test
	void onlyWhoRunsItPlansIt() {
		Owner hoogveld = Owner.of(new Municipality(Desk.HOOGVELD, "Hoogveld", Desk.REGION));
		assertRefused(Reason.NOT_YOUR_SESSION,
				() -> this.sessions.plan(Desk.ROR, Owner.of(Desk.REGION), Desk.plan(Desk.DAY, 5), Desk.OF_HOOGVELD));
		assertRefused(Reason.NOT_YOUR_SESSION,
				() -> this.sessions.plan(Desk.ROR, hoogveld, Desk.plan(Desk.DAY, 5), Desk.OF_WATERKERK));
		assertRefused(Reason.RESERVE_NOT_ALLOWED, () -> this.sessions.plan(Desk.ROR, hoogveld,
				terms(5, null, 0, 1).apply(Desk.plan(Desk.DAY, 5)), Desk.OF_HOOGVELD));
		assertRefused(Reason.UNKNOWN_TRAINING,
				() -> this.sessions.plan(new TrainingId("none"), hoogveld, Desk.plan(Desk.DAY, 5), Desk.OF_HOOGVELD));
		SessionId own = this.sessions.plan(Desk.ROR, hoogveld, Desk.plan(Desk.DAY, 5), Desk.OF_HOOGVELD).id();
		SessionFilter waterkerk = new SessionFilter(Desk.REGION, Desk.WATERKERK, Desk.ROR, TestClock.TODAY, null);
		assertThat(this.enrolments.sessions(waterkerk)).isEmpty();
		assertThat(this.enrolments.overview(own)).isPresent();
	}

	@Test
	void aCopyHasOtherDaysAndNobody() {
		SessionId session = this.desk.session(5);
		this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		LocalDate later = Desk.DAY.plusDays(7);
		TrainingSession copy = this.sessions.copy(session, List.of(Desk.morning(later)), later, null, Desk.REGIONAL);
		assertThat(copy.firstDay()).isEqualTo(later);
		assertThat(copy.enrolments()).isEmpty();
		assertThat(copy.plan().terms().capacity()).isEqualTo(5);
		assertThat(copy.sequence()).isZero();
	}

	@Test
	void aMoveTellsOnceAndCutsOffersThatWouldOutlastIt() {
		SessionId session = this.desk.session(1);
		Enrolment holder = this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		Enrolment offered = this.desk.apply(session, this.desk.employee("Bob", Desk.HOOGVELD));
		this.enrolments.withdraw(session, holder.id(), Actor.learner(holder.learner()), null);
		LocalDate sooner = TestClock.TODAY.plusDays(2);
		List<HalfDay> days = List.of(Desk.morning(sooner));
		TrainingSession moved = this.sessions.move(session, days, Desk.townHall(), sooner, null, Desk.REGIONAL);
		assertThat(this.sessions.move(session, days, Desk.townHall(), sooner, null, Desk.REGIONAL)).isEqualTo(moved);
		assertThat(moved.sequence()).isOne();
		assertThat(moved.firstDay()).isEqualTo(sooner);
		assertThat(this.events.stream(SessionChanged.class))
			.filteredOn((changed) -> changed.change().kind() == SessionChange.Kind.MOVED)
			.hasSize(1);
		assertThat(this.desk.now(session, offered).offerUntil()).isEqualTo(moved.startsAt());
	}

	@Test
	void everyMoveRemembersTheHalfDaysItLeftBehind() {
		SessionId session = this.desk.session(5);
		List<HalfDay> first = this.desk.session(session).plan().halfDays();
		List<HalfDay> second = List.of(Desk.morning(Desk.DAY.plusDays(1)));
		List<HalfDay> third = List.of(Desk.morning(Desk.DAY.plusDays(2)));
		LocalDate closing = Desk.DAY.minusDays(3);
		this.sessions.move(session, second, Desk.townHall(), closing, null, Desk.REGIONAL);
		this.sessions.change(session, SessionTerms.of("", 4, closing), Desk.REGIONAL);
		this.sessions.move(session, third, Desk.townHall(), closing, null, Desk.REGIONAL);
		assertThat(this.desk.session(session).history()).extracting(SessionChange::before)
			.containsExactly(List.of(), first, List.of(), second);
	}

	@Test
	void anotherClosingDayMovesNobody() {
		SessionId session = this.desk.session(5);
		SessionPlan plan = this.desk.session(session).plan();
		TrainingSession changed = this.sessions.move(session, plan.halfDays(), plan.venue(), Desk.DAY.minusDays(1),
				null, Desk.REGIONAL);
		assertThat(changed.plan().terms().closingDay()).isEqualTo(Desk.DAY.minusDays(1));
		assertThat(changed.sequence()).isZero();
		assertThat(changed.history().getLast().kind()).isEqualTo(SessionChange.Kind.CHANGED);
	}

	@Test
	void fewerSeatsThanAreTakenAreRefused() {
		SessionId session = this.desk.session(3);
		this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		this.desk.apply(session, this.desk.employee("Bob", Desk.HOOGVELD));
		assertRefused(Reason.CAPACITY_BELOW_TAKEN,
				() -> this.sessions.change(session, SessionTerms.of("", 1, Desk.DAY), Desk.REGIONAL));
		TrainingSession changed = this.sessions.change(session, SessionTerms.of("", 2, Desk.DAY), Desk.REGIONAL);
		assertThat(changed.sequence()).isZero();
		assertThat(changed.history().getLast().kind()).isEqualTo(SessionChange.Kind.CHANGED);
	}

	@Test
	void saysHowManyAreStillNeeded() {
		SessionId session = this.desk.session(Desk.DAY, new SessionTerms("", 5, null, 2, Desk.DAY, List.of(), null, 0));
		assertThat(this.enrolments.overview(session).orElseThrow().stillNeeded()).isEqualTo(2);
		this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		assertThat(this.enrolments.overview(session).orElseThrow().stillNeeded()).isOne();
	}

	@Test
	void cancellingEndsEveryEnrolmentOnceAndSaysWhy() {
		SessionId session = this.desk.session(1);
		Enrolment seat = this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		Enrolment waiting = this.desk.apply(session, this.desk.employee("Bob", Desk.HOOGVELD));
		assertRefused(Reason.NO_REASON, () -> this.sessions.cancel(session, " ", Desk.REGIONAL));
		assertRefused(Reason.NOT_YOUR_SESSION, () -> this.sessions.cancel(session, "Ziek", Desk.OF_HOOGVELD));
		TrainingSession cancelled = this.sessions.cancel(session, "Trainer ziek", Desk.REGIONAL);
		assertThat(this.sessions.cancel(session, "Trainer ziek", Desk.REGIONAL)).isEqualTo(cancelled);
		assertThat(cancelled.sequence()).isOne();
		assertThat(cancelled.cancelledBecause()).contains("Trainer ziek");
		assertThat(this.desk.now(session, seat).last().why()).isEqualTo(Why.SESSION_CANCELLED);
		assertThat(this.desk.state(session, waiting)).isEqualTo(EnrolmentState.CANCELLED);
		EnrolmentServiceTests.assertRefused(EnrolmentRefused.Reason.SESSION_CANCELLED,
				() -> this.desk.apply(session, seat.learner()));
		assertRefused(Reason.CANCELLED,
				() -> this.sessions.change(session, SessionTerms.of("", 2, Desk.DAY), Desk.REGIONAL));
	}

	@Test
	void whatHasBegunIsNotMovedOrCancelled() {
		SessionId session = this.desk.session(1);
		this.clock.moveTo(Desk.DAY, LocalTime.of(9, 0));
		assertRefused(Reason.STARTED, () -> this.sessions.cancel(session, "Te laat", Desk.REGIONAL));
		assertRefused(Reason.UNKNOWN_SESSION, () -> this.sessions.cancel(new SessionId("none"), "Weg", Desk.REGIONAL));
	}

	private TrainingSession plan(SessionPlan plan) {
		return this.sessions.plan(Desk.ROR, Owner.of(Desk.REGION), plan, Desk.REGIONAL);
	}

	private static void assertRefused(Reason reason, ThrowingCallable action) {
		assertThatExceptionOfType(SessionRefused.class).isThrownBy(action)
			.extracting(SessionRefused::reason)
			.isEqualTo(reason);
	}

}
