package nl.kundig.courses.enrolment;

import java.time.LocalTime;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static nl.kundig.courses.enrolment.EnrolmentServiceTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/** Sending a colleague instead. */
@CoursesTest
class SeatSwapTests {

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private EnrolmentRulesService rules;

	@Autowired
	private TestClock clock;

	private SessionId session;

	@BeforeEach
	void open() {
		this.desk.open();
		this.session = this.desk.session(1);
	}

	@Test
	void theColleagueHasTheSeatAndTheHolderNot() {
		Enrolment holder = this.desk.apply(this.session, this.desk.employee("Ann", Desk.HOOGVELD));
		LearnerId bob = this.desk.employee("Bob", Desk.HOOGVELD);
		Enrolment sent = send(holder, bob, null);
		assertThat(sent.state()).isEqualTo(EnrolmentState.PLACED);
		assertThat(sent.last().why()).isEqualTo(Why.SEAT_FROM_COLLEAGUE);
		assertThat(this.desk.now(this.session, holder).last().why()).isEqualTo(Why.SEAT_GIVEN_TO_COLLEAGUE);
		assertThat(send(holder, bob, null)).isEqualTo(sent);
		assertThat(this.desk.session(this.session).seats(TestClock.TODAY).taken()).isOne();
	}

	@Test
	void onlyTheHolderOrTheirCoordinatorSendsAColleagueOfTheSameMunicipality() {
		Enrolment holder = this.desk.apply(this.session, this.desk.employee("Ann", Desk.HOOGVELD));
		LearnerId bob = this.desk.employee("Bob", Desk.HOOGVELD);
		LearnerId wim = this.desk.employee("Wim", Desk.WATERKERK);
		assertRefused(Reason.COLLEAGUE_OF_OTHER_MUNICIPALITY, () -> send(holder, wim, null));
		assertRefused(Reason.COLLEAGUE_IS_HOLDER, () -> send(holder, holder.learner(), null));
		assertRefused(Reason.NOT_YOURS,
				() -> this.enrolments.handSeatTo(this.session, holder.id(), bob, null, Actor.learner(bob)));
		assertRefused(Reason.NOT_YOUR_MUNICIPALITY,
				() -> this.enrolments.handSeatTo(this.session, holder.id(), bob, null, Desk.OF_WATERKERK));
		assertThat(this.enrolments.handSeatTo(this.session, holder.id(), bob, null, Desk.OF_HOOGVELD).enrolment())
			.matches(Enrolment::holdsSeat);
	}

	@Test
	void whoHasNoSeatHasNoneToGive() {
		this.desk.apply(this.session, this.desk.employee("Ann", Desk.HOOGVELD));
		Enrolment waiting = this.desk.apply(this.session, this.desk.employee("Bob", Desk.HOOGVELD));
		LearnerId carl = this.desk.employee("Carl", Desk.HOOGVELD);
		assertRefused(Reason.ON_THE_LIST, () -> send(waiting, carl, null));
	}

	@Test
	void aSeatOfTheRegionGoesPastTheListToNobody() {
		SessionId reserved = this.desk.session(Desk.DAY,
				new SessionTerms("", 2, null, 0, Desk.DAY, List.of(), null, 1));
		Enrolment holder = this.enrolments
			.add(reserved, Application.of(this.desk.employee("Ann", Desk.HOOGVELD), Desk.HOOGVELD), Desk.REGIONAL,
					"Sleutelfunctie")
			.enrolment();
		this.desk.apply(reserved, this.desk.employee("Bob", Desk.HOOGVELD));
		Enrolment waiting = this.desk.apply(reserved, this.desk.employee("Carl", Desk.HOOGVELD));
		LearnerId dirk = this.desk.employee("Dirk", Desk.HOOGVELD);
		Actor ann = Actor.learner(holder.learner());
		assertRefused(Reason.COLLEAGUE_PASSES_THE_LIST,
				() -> this.enrolments.handSeatTo(reserved, holder.id(), dirk, null, ann));
		assertThat(this.enrolments.handSeatTo(reserved, holder.id(), waiting.learner(), null, ann).enrolment().id())
			.isEqualTo(waiting.id());
	}

	@Test
	void aSeatThatIsEverybodysGoesPastTheListToNobody() {
		Enrolment holder = this.desk.apply(this.session, this.desk.employee("Ann", Desk.HOOGVELD));
		Enrolment first = this.desk.apply(this.session, this.desk.employee("Bob", Desk.HOOGVELD));
		this.clock.moveTo(TestClock.TODAY.plusDays(1), LocalTime.NOON);
		Enrolment second = this.desk.apply(this.session, this.desk.employee("Carl", Desk.HOOGVELD));
		LearnerId other = this.desk.employee("Dirk", Desk.HOOGVELD);
		assertRefused(Reason.COLLEAGUE_PASSES_THE_LIST, () -> send(holder, other, null));
		assertRefused(Reason.COLLEAGUE_PASSES_THE_LIST, () -> send(holder, second.learner(), null));
		assertThat(send(holder, first.learner(), null).id()).isEqualTo(first.id());
		assertThat(this.desk.state(this.session, first)).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void aRegionMayLetAnySeatPassTheList() {
		this.rules.change(Desk.REGION, Weights.PRESET, 3, false, Desk.REGIONAL);
		Enrolment holder = this.desk.apply(this.session, this.desk.employee("Ann", Desk.HOOGVELD));
		this.desk.apply(this.session, this.desk.employee("Bob", Desk.HOOGVELD));
		assertThat(send(holder, this.desk.employee("Dirk", Desk.HOOGVELD), null).state())
			.isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void aSeatOfTheOwnQuotaGoesToAnyColleague() {
		SessionId quota = this.desk.session(Desk.DAY,
				new SessionTerms("", 1, null, 0, Desk.DAY, List.of(new Quota(Desk.HOOGVELD, 1)), Desk.DAY, 0));
		Enrolment holder = this.desk.apply(quota, this.desk.employee("Ann", Desk.HOOGVELD));
		this.desk.apply(quota, this.desk.employee("Bob", Desk.HOOGVELD));
		LearnerId dirk = this.desk.employee("Dirk", Desk.HOOGVELD);
		Enrolment sent = this.enrolments.handSeatTo(quota, holder.id(), dirk, null, Actor.learner(holder.learner()))
			.enrolment();
		assertThat(sent.pool()).isEqualTo(Pool.quota(Desk.HOOGVELD));
	}

	@Test
	void theYesOfTheSameManagerCarriesOver() {
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		Enrolment holder = approved(mia);
		Enrolment sent = send(holder, this.desk.employee("Wies", Desk.WATERKERK), mia);
		assertThat(sent.history()).extracting(StateChange::why)
			.containsExactly(Why.SEAT_FROM_COLLEAGUE, Why.APPROVAL_CARRIED_OVER, Why.SEAT_FROM_COLLEAGUE);
		assertThat(sent.state()).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void theSeatIsKeptUntilAnotherManagerAnswers() {
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId max = this.desk.manager("Max", Desk.WATERKERK);
		Enrolment holder = approved(mia);
		Enrolment sent = send(holder, this.desk.employee("Wies", Desk.WATERKERK), max);
		assertThat(sent.state()).isEqualTo(EnrolmentState.REQUESTED);
		assertThat(sent.holdsSeat()).isTrue();
		Enrolment waiting = this.desk.apply(this.session, this.desk.employee("Bob", Desk.HOOGVELD));
		assertThat(waiting.state()).isEqualTo(EnrolmentState.WAITING);
		assertThat(this.enrolments.approve(this.session, sent.id(), Actor.manager(max)).enrolment().state())
			.isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void aManagersNoFreesTheSeatForTheList() {
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId max = this.desk.manager("Max", Desk.WATERKERK);
		Enrolment sent = send(approved(mia), this.desk.employee("Wies", Desk.WATERKERK), max);
		Enrolment waiting = this.desk.apply(this.session, this.desk.employee("Bob", Desk.HOOGVELD));
		this.enrolments.refuse(this.session, sent.id(), Actor.manager(max), null);
		assertThat(this.desk.state(this.session, waiting)).isEqualTo(EnrolmentState.OFFERED);
	}

	@Test
	void whoWaitsOnTheListNeedsNoSecondYes() {
		LearnerId mia = this.desk.manager("Mia", Desk.WATERKERK);
		LearnerId max = this.desk.manager("Max", Desk.WATERKERK);
		Enrolment holder = approved(mia);
		Enrolment asked = this.desk.apply(this.session, this.desk.employee("Wies", Desk.WATERKERK), max);
		Enrolment waiting = this.enrolments.approve(this.session, asked.id(), Actor.manager(max)).enrolment();
		assertThat(waiting.state()).isEqualTo(EnrolmentState.WAITING);
		assertThat(send(holder, waiting.learner(), null).state()).isEqualTo(EnrolmentState.PLACED);
	}

	private Enrolment approved(LearnerId manager) {
		Enrolment asked = this.desk.apply(this.session, this.desk.employee("Wim", Desk.WATERKERK), manager);
		return this.enrolments.approve(this.session, asked.id(), Actor.manager(manager)).enrolment();
	}

	private Enrolment send(Enrolment holder, LearnerId colleague, @Nullable LearnerId manager) {
		return this.enrolments
			.handSeatTo(this.session, holder.id(), colleague, manager, Actor.learner(holder.learner()))
			.enrolment();
	}

}
