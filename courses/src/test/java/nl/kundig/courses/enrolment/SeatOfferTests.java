package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static nl.kundig.courses.enrolment.EnrolmentServiceTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a seat that comes free. */
@CoursesTest
class SeatOfferTests {

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private SessionService sessions;

	@Autowired
	private EnrolmentRulesService rules;

	@Autowired
	private TestClock clock;

	private SessionId session;

	private Enrolment holder;

	/** Applied in this order, a day after each other. */
	private Enrolment first;

	private Enrolment second;

	@BeforeEach
	void open() {
		this.desk.open();
		this.session = this.desk.session(1);
		this.holder = this.desk.apply(this.session, this.desk.employee("Hans", Desk.HOOGVELD));
		this.first = this.desk.apply(this.session, this.desk.employee("Ann", Desk.HOOGVELD));
		this.clock.moveTo(TestClock.TODAY.plusDays(1), LocalTime.NOON);
		this.second = this.desk.apply(this.session, this.desk.employee("Bob", Desk.HOOGVELD));
	}

	@Test
	void offersTheSeatToTheFirstInTheOrderWithADeadline() {
		free();
		Enrolment offered = this.desk.now(this.session, this.first);
		assertThat(offered.state()).isEqualTo(EnrolmentState.OFFERED);
		assertThat(offered.offerUntil()).isEqualTo(at(TestClock.TODAY.plusDays(6), LocalTime.of(18, 0)));
		assertThat(offered.placing()).hasValueSatisfying((placing) -> {
			assertThat(placing.rank()).isOne();
			assertThat(placing.of()).isEqualTo(2);
			assertThat(placing.score()).isNotNull();
		});
		assertThat(this.desk.state(this.session, this.second)).isEqualTo(EnrolmentState.WAITING);
	}

	@Test
	void theRegionSaysHowManyDaysAndWhatWeighs() {
		this.rules.change(Desk.REGION, new Weights(0, 0, 0, 100), 1, false, Desk.REGIONAL);
		free();
		Enrolment offered = this.desk.now(this.session, this.first);
		assertThat(offered.offerUntil()).isEqualTo(at(TestClock.TODAY.plusDays(2), LocalTime.of(18, 0)));
		assertThat(offered.placing().orElseThrow().score()).isNotNull()
			.satisfies((score) -> assertThat(score.points()).isEqualByComparingTo("3.3"));
	}

	@Test
	void acceptingTwiceIsOnceAndAfterTheDeadlineItIsOver() {
		free();
		Enrolment accepted = accept(this.first);
		assertThat(accepted.state()).isEqualTo(EnrolmentState.PLACED);
		assertThat(accept(this.first)).isEqualTo(accepted);
		withdraw(this.first);
		Instant deadline = deadline(this.second);
		this.clock.moveTo(deadline);
		assertRefused(Reason.OFFER_OVER, () -> accept(this.second));
		this.enrolments.recheck();
		assertRefused(Reason.OFFER_OVER, () -> accept(this.second));
	}

	@Test
	void aSecondBeforeTheDeadlineIsInTime() {
		free();
		this.clock.moveTo(deadline(this.first).minusSeconds(1));
		assertThat(accept(this.first).state()).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void anOfferThatLapsesGoesToTheNextOneAndNotBack() {
		free();
		this.clock.moveTo(deadline(this.first));
		assertThat(this.enrolments.recheck().changed()).isOne();
		assertThat(this.desk.now(this.session, this.first).last().why()).isEqualTo(Why.OFFER_LAPSED);
		assertThat(this.desk.state(this.session, this.second)).isEqualTo(EnrolmentState.OFFERED);
		this.clock.moveTo(deadline(this.second));
		this.enrolments.recheck();
		assertThat(this.desk.session(this.session).in(EnrolmentState.WAITING)).hasSize(2);
		// Both passed on this seat, so a newcomer has it at once.
		Enrolment newcomer = this.desk.apply(this.session, this.desk.employee("Nel", Desk.HOOGVELD));
		assertThat(newcomer.state()).isEqualTo(EnrolmentState.PLACED);
		// Another seat that comes free is another one.
		withdraw(newcomer);
		assertThat(this.desk.state(this.session, this.first)).isEqualTo(EnrolmentState.OFFERED);
	}

	@Test
	void whoDeclinesStaysOnTheListOrLeavesIt() {
		free();
		Enrolment stays = decline(this.first, true);
		assertThat(stays.state()).isEqualTo(EnrolmentState.WAITING);
		assertThat(decline(this.first, true)).isEqualTo(stays);
		Enrolment leaves = decline(this.second, false);
		assertThat(leaves.state()).isEqualTo(EnrolmentState.CANCELLED);
		assertThat(leaves.last().why()).isEqualTo(Why.OFFER_DECLINED);
		assertThat(this.desk.session(this.session).seats(TestClock.TODAY).taken()).isZero();
		assertRefused(Reason.ON_THE_LIST, () -> accept(this.first));
		assertRefused(Reason.CANCELLED, () -> accept(this.second));
	}

	@Test
	void aNewcomerDoesNotPassTheList() {
		free();
		Enrolment newcomer = this.desk.apply(this.session, this.desk.employee("Nel", Desk.HOOGVELD));
		assertThat(newcomer.state()).isEqualTo(EnrolmentState.WAITING);
	}

	@Test
	void moreSeatsAreOfferedAsWell() {
		this.sessions.change(this.session, SessionTerms.of("Tess", 3, Desk.DAY), Desk.REGIONAL);
		assertThat(this.desk.session(this.session).in(EnrolmentState.OFFERED)).hasSize(2);
	}

	@Test
	void aSeatOfAQuotaGoesToItsOwnMunicipality() {
		SessionId quota = this.desk.session(Desk.DAY,
				new SessionTerms("", 2, null, 0, Desk.DAY, List.of(new Quota(Desk.WATERKERK, 1)), Desk.DAY, 0));
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		Enrolment seat = approve(quota, this.desk.apply(quota, this.desk.employee("Wim", Desk.WATERKERK), mia), mia);
		this.desk.apply(quota, this.desk.employee("Hein", Desk.HOOGVELD));
		Enrolment longer = this.desk.apply(quota, this.desk.employee("Huub", Desk.HOOGVELD));
		this.clock.moveTo(TestClock.TODAY.plusDays(3), LocalTime.NOON);
		Enrolment own = approve(quota, this.desk.apply(quota, this.desk.employee("Wies", Desk.WATERKERK), mia), mia);
		this.enrolments.withdraw(quota, seat.id(), Actor.learner(seat.learner()), null);
		assertThat(this.desk.state(quota, longer)).isEqualTo(EnrolmentState.WAITING);
		assertThat(this.desk.now(quota, own).pool()).isEqualTo(Pool.quota(Desk.WATERKERK));
	}

	@Test
	void nobodyIsPromotedAfterTheStart() {
		this.clock.moveTo(Desk.DAY, LocalTime.of(9, 0));
		assertRefused(Reason.STARTED, this::free);
		this.enrolments.recheck();
		assertThat(this.desk.session(this.session).enrolments()).extracting((one) -> one.last().why())
			.containsExactly(Why.FREE_SEAT, Why.STARTED_WITHOUT_SEAT, Why.STARTED_WITHOUT_SEAT);
	}

	@Test
	void afterTheClosingDayASeatIsStillOfferedAndNeverJustGiven() {
		this.clock.moveTo(Desk.DAY.minusDays(2), LocalTime.NOON);
		assertRefused(Reason.CLOSED, () -> this.desk.apply(this.session, this.desk.employee("Nel", Desk.HOOGVELD)));
		free();
		Enrolment offered = this.desk.now(this.session, this.first);
		assertThat(offered.state()).isEqualTo(EnrolmentState.OFFERED);
		// Saturday: noon of the next working day is after the start, which is earlier.
		assertThat(offered.offerUntil()).isEqualTo(at(Desk.DAY, LocalTime.of(9, 0)));
	}

	@Test
	void explainsEverySeatToThePersonAndWithoutNamesToOthers() {
		free();
		SeatExplanation own = this.enrolments.why(this.session, this.second.learner()).orElseThrow();
		assertThat(own.state()).isEqualTo(EnrolmentState.WAITING);
		assertThat(own.rank()).isOne();
		assertThat(own.score().orElseThrow().rows()).extracting(Score.Row::criterion)
			.containsExactly(Score.Criterion.values());
		assertThat(this.enrolments.why(this.session, new LearnerId("nobody"))).isEmpty();
		assertThat(this.enrolments.why(this.session, Desk.OF_WATERKERK)).as("who withdrew is nobody's business")
			.hasSize(2)
			.allSatisfy((one) -> assertThat(one.enrolment()).isEmpty());
		assertThat(this.enrolments.why(this.session, Desk.OF_HOOGVELD))
			.allSatisfy((one) -> assertThat(one.enrolment()).isPresent());
		assertThat(this.enrolments.why(this.session, Desk.REGIONAL))
			.allSatisfy((one) -> assertThat(one.enrolment()).isPresent());
	}

	private void free() {
		withdraw(this.holder);
	}

	private void withdraw(Enrolment enrolment) {
		this.enrolments.withdraw(this.session, enrolment.id(), Actor.learner(enrolment.learner()), null);
	}

	private Enrolment accept(Enrolment enrolment) {
		return this.enrolments.accept(this.session, enrolment.id(), Actor.learner(enrolment.learner())).enrolment();
	}

	private Enrolment decline(Enrolment enrolment, boolean stay) {
		return this.enrolments.decline(this.session, enrolment.id(), stay, Actor.learner(enrolment.learner()))
			.enrolment();
	}

	private Enrolment approve(SessionId of, Enrolment enrolment, LearnerId manager) {
		return this.enrolments.approve(of, enrolment.id(), Actor.manager(manager)).enrolment();
	}

	private Instant deadline(Enrolment enrolment) {
		Instant until = this.desk.now(this.session, enrolment).offerUntil();
		assertThat(until).isNotNull();
		return until;
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(PeopleService.ZONE).toInstant();
	}

}
