package nl.kundig.app.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionChange;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.StateChange;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.enrolment.Why;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingInterest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Who is told what, from histories alone. */
class NoticesTests {

	private static final Instant MORNING = Instant.parse("2026-11-25T09:00:00Z");

	private static final LearnerId ANN = new LearnerId("ann");

	private static final LearnerId MAX = new LearnerId("max");

	private static final MunicipalityId WATERKERK = new MunicipalityId("waterkerk");

	private static final Actor SELF = Actor.learner(ANN);

	private static final Actor MANAGER = Actor.manager(MAX);

	private static final Actor COORDINATOR = Actor.coordinator("cor", WATERKERK);

	private static final Actor REGION = Actor.region("rita", new RegionId("regio"));

	private static final StateChange ASKED = step(0, EnrolmentState.REQUESTED, SELF, Why.APPLIED);

	private static final StateChange PLACED = step(2, EnrolmentState.PLACED, Actor.SYSTEM, Why.FREE_SEAT);

	static Stream<Arguments> endings() {
		StateChange waiting = step(2, EnrolmentState.WAITING, Actor.SYSTEM, Why.NO_FREE_SEAT);
		StateChange offered = step(3, EnrolmentState.OFFERED, Actor.SYSTEM, Why.NEXT_IN_ORDER);
		return Stream.of(arguments(List.of(ASKED), List.of("max approval-asked 0")),
				arguments(List.of(step(0, EnrolmentState.REQUESTED, COORDINATOR, Why.NOMINATED)),
						List.of("max approval-asked 0", "ann asked-for-you 0")),
				arguments(List.of(ASKED, step(1, EnrolmentState.REQUESTED, COORDINATOR, Why.OTHER_MANAGER_ASKED)),
						List.of("max approval-asked 1")),
				arguments(List.of(ASKED, PLACED, step(3, EnrolmentState.CANCELLED, Actor.SYSTEM, Why.ROLE_LEFT)),
						List.of("ann role-left 2")),
				arguments(List.of(ASKED, step(1, EnrolmentState.APPROVED, MANAGER, Why.APPROVED_BY_MANAGER), PLACED),
						List.of("ann placed 2")),
				arguments(List.of(ASKED, waiting), List.of("ann waiting 1")),
				arguments(List.of(ASKED, waiting, offered), List.of("ann seat-offered 2")),
				arguments(
						List.of(ASKED, waiting, offered,
								step(4, EnrolmentState.WAITING, Actor.SYSTEM, Why.OFFER_LAPSED)),
						List.of("ann offer-lapsed 3")),
				arguments(List.of(ASKED, waiting, offered, step(4, EnrolmentState.WAITING, SELF, Why.OFFER_DECLINED)),
						List.of()),
				arguments(
						List.of(ASKED, waiting, offered,
								step(4, EnrolmentState.WAITING, COORDINATOR, Why.OFFER_DECLINED)),
						List.of("ann offer-declined 3")),
				arguments(List.of(ASKED, waiting, offered, step(4, EnrolmentState.CANCELLED, SELF, Why.OFFER_DECLINED)),
						List.of()),
				arguments(List.of(ASKED, waiting, offered, step(4, EnrolmentState.PLACED, SELF, Why.OFFER_ACCEPTED)),
						List.of("ann placed 3")),
				arguments(List.of(ASKED, PLACED, step(3, EnrolmentState.HANDED_OVER, REGION, Why.HANDED_OVER)),
						List.of("ann placed 1", "ann handed-over 2")),
				arguments(
						List.of(ASKED, PLACED, step(3, EnrolmentState.HANDED_OVER, REGION, Why.HANDED_OVER),
								step(4, EnrolmentState.CONFIRMED, REGION, Why.CONFIRMED)),
						List.of("ann placed 1", "ann confirmed 3")),
				arguments(List.of(ASKED, step(1, EnrolmentState.REFUSED, MANAGER, Why.REFUSED_BY_MANAGER)),
						List.of("ann refused 1")),
				arguments(List.of(ASKED, step(1, EnrolmentState.CANCELLED, Actor.SYSTEM, Why.APPROVAL_LAPSED)),
						List.of("ann approval-lapsed 1")),
				arguments(List.of(ASKED, waiting, step(3, EnrolmentState.CANCELLED, SELF, Why.WITHDRAWN)), List.of()),
				arguments(List.of(ASKED, PLACED, step(3, EnrolmentState.CANCELLED, SELF, Why.WITHDRAWN)),
						List.of("ann withdrawn 2")),
				arguments(List.of(ASKED, PLACED, step(3, EnrolmentState.CANCELLED, COORDINATOR, Why.BY_COORDINATOR)),
						List.of("ann taken-off 2")),
				arguments(List.of(ASKED, PLACED, step(3, EnrolmentState.CANCELLED, SELF, Why.SEAT_GIVEN_TO_COLLEAGUE)),
						List.of("ann seat-given-away 2")),
				arguments(List.of(ASKED, PLACED, step(3, EnrolmentState.CANCELLED, REGION, Why.SESSION_CANCELLED)),
						List.of("ann session-cancelled 2")),
				arguments(
						List.of(ASKED, waiting,
								step(3, EnrolmentState.CANCELLED, Actor.SYSTEM, Why.STARTED_WITHOUT_SEAT)),
						List.of("ann no-seat 2")));
	}

	@ParameterizedTest
	@MethodSource("endings")
	void tellsWhatIsStillNews(List<StateChange> history, List<String> told) {
		assertThat(said(Notices.of(session(0, List.of(), enrolment(history))))).isEqualTo(told);
	}

	@ParameterizedTest
	@EnumSource(names = { "ATTENDED", "ABSENT_WITH_NOTICE", "NO_SHOW", "PROOF_RECEIVED" })
	void nobodyIsToldOfWhatIsOver(EnrolmentState state) {
		Enrolment enrolment = enrolment(List.of(ASKED, PLACED, step(9, state, REGION, Why.ATTENDANCE_RECORDED)));
		assertThat(Notices.of(session(0, List.of(), enrolment))).isEmpty();
	}

	@Test
	void everyStateIsInTheseTests() {
		List<EnrolmentState> seen = new ArrayList<>(List.of(EnrolmentState.ATTENDED, EnrolmentState.ABSENT_WITH_NOTICE,
				EnrolmentState.NO_SHOW, EnrolmentState.PROOF_RECEIVED));
		endings().flatMap((ending) -> ((List<?>) ending.get()[0]).stream())
			.forEach((step) -> seen.add(((StateChange) step).state()));
		assertThat(seen).contains(EnrolmentState.values());
	}

	@Test
	void aMoveIsToldOnceToWhoeverWasThereAndStillIs() {
		Enrolment before = enrolment(List.of(ASKED, PLACED));
		Enrolment gone = new Enrolment(new EnrolmentId("e2"), new LearnerId("bob"), WATERKERK, null, null, null,
				MORNING, List.of(ASKED, step(3, EnrolmentState.CANCELLED, COORDINATOR, Why.BY_COORDINATOR)), null, null,
				0);
		Enrolment after = new Enrolment(new EnrolmentId("e3"), new LearnerId("eve"), WATERKERK, null, null, null,
				MORNING.plus(Duration.ofHours(9)), List.of(step(9, EnrolmentState.WAITING, SELF, Why.NO_FREE_SEAT)),
				null, null, 0);
		TrainingSession session = session(2, List.of(moved(4), moved(5)), before, gone, after);
		assertThat(said(Notices.of(session))).containsExactly("ann placed 1", "ann session-moved move-2",
				"bob taken-off 1", "eve waiting 0");
	}

	@Test
	void whenItIsCancelledNobodyNeedsToKnowWhereItWasMoved() {
		Enrolment enrolment = enrolment(
				List.of(ASKED, PLACED, step(6, EnrolmentState.CANCELLED, REGION, Why.SESSION_CANCELLED)));
		TrainingSession session = session(2, List.of(moved(4), change(6, SessionChange.Kind.CANCELLED)), enrolment);
		assertThat(said(Notices.of(session))).containsExactly("ann session-cancelled 2");
	}

	@Test
	void keysAreTheSameWheneverTheyAreDrawn() {
		TrainingSession session = session(1, List.of(moved(4)), enrolment(List.of(ASKED, PLACED)));
		assertThat(Notices.of(session)).isEqualTo(Notices.of(session));
		assertThat(Notices.of(session)).extracting(Notice::about).containsOnly("e1");
	}

	@Test
	void theInterestedOfBeforeAreInvitedAsLongAsTheyCanApply() {
		TrainingSession session = session(0, List.of(), enrolment(List.of(ASKED, PLACED)));
		List<TrainingInterest> interests = List.of(interest(ANN, WATERKERK, -1),
				interest(new LearnerId("bob"), WATERKERK, -1), interest(new LearnerId("cas"), WATERKERK, 1),
				interest(new LearnerId("dan"), new MunicipalityId("elders"), -1));
		assertThat(said(Notices.invitations(session, interests, WATERKERK::equals, MORNING)))
			.containsExactly("bob invited 0");
		assertThat(Notices.invitations(session, interests, WATERKERK::equals, session.closesAt())).isEmpty();
	}

	private static TrainingInterest interest(LearnerId learner, MunicipalityId municipality, int hours) {
		return new TrainingInterest("ror|" + learner, learner, new TrainingId("ror"), municipality, at(hours));
	}

	private static List<String> said(List<Notice> notices) {
		return notices.stream()
			.map((notice) -> notice.person() + " " + notice.kind().code() + " " + notice.cycle())
			.toList();
	}

	private static Enrolment enrolment(List<StateChange> history) {
		return new Enrolment(new EnrolmentId("e1"), ANN, WATERKERK, MAX, null, null, MORNING, history, null, null, 0);
	}

	private static TrainingSession session(int sequence, List<SessionChange> later, Enrolment... enrolments) {
		LocalDate day = LocalDate.of(2026, 12, 14);
		SessionPlan plan = new SessionPlan(List.of(new HalfDay(day, LocalTime.of(9, 0), LocalTime.of(12, 0))),
				new Venue("Stadhuis", null, null), SessionTerms.of("", 10, day.minusDays(3)));
		List<SessionChange> history = new ArrayList<>(List.of(change(0, SessionChange.Kind.PLANNED)));
		history.addAll(later);
		boolean cancelled = history.getLast().kind() == SessionChange.Kind.CANCELLED;
		return new TrainingSession(new SessionId("s1"), 1, new TrainingId("ror"), Owner.of(new RegionId("regio")), plan,
				day, cancelled ? TrainingSession.State.CANCELLED : TrainingSession.State.PLANNED, sequence, "seed",
				false, 0, true, null, MORNING, history, List.of(enrolments));
	}

	private static SessionChange moved(int hours) {
		return change(hours, SessionChange.Kind.MOVED);
	}

	private static SessionChange change(int hours, SessionChange.Kind kind) {
		return new SessionChange(kind, at(hours), REGION, null, List.of());
	}

	private static StateChange step(int hours, EnrolmentState state, Actor by, Why why) {
		return new StateChange(state, at(hours), by, why, null, null);
	}

	private static Instant at(int hours) {
		return MORNING.plus(Duration.ofHours(hours));
	}

}
