package nl.kundig.courses.enrolment;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofAccepted;
import nl.kundig.courses.training.ProofId;
import nl.kundig.courses.training.ProofState;
import nl.kundig.courses.training.ProofSubject;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.event.ApplicationEvents;

import static nl.kundig.courses.enrolment.EnrolmentServiceTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/** The list for the provider, and who was there. */
@CoursesTest
class AttendanceTests {

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private Sessions sessions;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private TestClock clock;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private ApplicationEventPublisher publisher;

	private SessionId session;

	private Enrolment ann;

	private Enrolment bob;

	@BeforeEach
	void open() {
		this.desk.open();
		this.session = this.desk.session(2);
		this.ann = this.desk.apply(this.session, this.desk.employee("Ann", Desk.HOOGVELD));
		this.bob = this.desk.apply(this.session, this.desk.employee("Bob", Desk.HOOGVELD));
	}

	@Test
	void everybodyWithASeatGoesOnTheListForTheProvider() {
		assertRefused(Reason.NOT_HANDED_OVER,
				() -> this.enrolments.confirm(this.session, List.of(this.ann.id()), Desk.REGIONAL));
		assertRefused(Reason.NOT_YOUR_SESSION, () -> this.enrolments.handOver(this.session, Desk.OF_HOOGVELD));
		this.enrolments.handOver(this.session, Desk.REGIONAL);
		assertThat(this.desk.session(this.session).in(EnrolmentState.HANDED_OVER)).hasSize(2);
		this.enrolments.confirm(this.session, List.of(this.ann.id()), Desk.REGIONAL);
		this.enrolments.confirm(this.session, List.of(this.ann.id()), Desk.REGIONAL);
		assertThat(this.desk.state(this.session, this.ann)).isEqualTo(EnrolmentState.CONFIRMED);
		this.enrolments.handOver(this.session, Desk.REGIONAL);
		assertThat(this.desk.now(this.session, this.bob).history()).hasSize(3);
	}

	@Test
	void nobodyWasThereBeforeTheLastHalfDayBegins() {
		this.clock.moveTo(Desk.DAY, LocalTime.of(13, 29, 59));
		assertRefused(Reason.TOO_EARLY, () -> record(this.ann, Attendance.ATTENDED));
		this.clock.moveTo(Desk.DAY, LocalTime.of(13, 30));
		record(this.ann, Attendance.ATTENDED);
		assertThat(this.events.stream(TrainingAttended.class)).containsExactly(
				new TrainingAttended(this.session, this.ann.id(), 2, this.ann.learner(), Desk.ROR, Desk.DAY, "rita"));
		assertThat(this.desk.session(this.session).attendanceTold()).isTrue();
		assertThat(this.enrolments.recheck().changed()).isZero();
	}

	@Test
	void oneWrongRowLeavesAllOthersOut() {
		afterwards();
		assertRefused(Reason.UNKNOWN_ENROLMENT,
				() -> this.enrolments.recordAttendance(this.session,
						Map.of(this.ann.id(), Attendance.ATTENDED, new EnrolmentId("none"), Attendance.ATTENDED),
						Desk.REGIONAL, Desk.RITA));
		assertRefused(Reason.NOBODY,
				() -> this.enrolments.recordAttendance(this.session, Map.of(), Desk.REGIONAL, Desk.RITA));
		assertThat(this.desk.state(this.session, this.ann)).isEqualTo(EnrolmentState.PLACED);
		assertThat(this.events.stream(TrainingAttended.class)).isEmpty();
	}

	@Test
	void theSameListTwiceIsOnceAndAnotherAnswerIsACorrection() {
		afterwards();
		record(this.ann, Attendance.ATTENDED);
		long version = this.desk.session(this.session).version();
		record(this.ann, Attendance.ATTENDED);
		assertThat(this.desk.session(this.session).version()).isEqualTo(version);
		assertRefused(Reason.ATTENDANCE_KNOWN, () -> record(this.ann, Attendance.NO_SHOW));
		assertRefused(Reason.NO_REASON, () -> this.enrolments.correct(this.session, this.ann.id(), Attendance.NO_SHOW,
				Desk.REGIONAL, Desk.RITA, " "));
		this.enrolments.correct(this.session, this.ann.id(), Attendance.NO_SHOW, Desk.REGIONAL, Desk.RITA,
				"Verkeerde Ann");
		assertThat(this.desk.state(this.session, this.ann)).isEqualTo(EnrolmentState.NO_SHOW);
		assertThat(this.events.stream(AttendanceCorrected.class)).singleElement().satisfies((corrected) -> {
			assertThat(corrected.reason()).isEqualTo("Verkeerde Ann");
			assertThat(corrected.attended().source()).isEqualTo("attendance:" + this.ann.id() + "#2");
		});
	}

	@Test
	void aCoordinatorTellsOfTheirOwnPeople() {
		afterwards();
		assertRefused(Reason.NOT_YOUR_MUNICIPALITY, () -> this.enrolments.recordAttendance(this.session,
				Map.of(this.ann.id(), Attendance.ATTENDED), Desk.OF_WATERKERK, Desk.RITA));
		assertRefused(Reason.NOT_YOUR_ROLE, () -> this.enrolments.recordAttendance(this.session,
				Map.of(this.ann.id(), Attendance.ATTENDED), Actor.learner(this.ann.learner()), Desk.RITA));
		this.enrolments.recordAttendance(this.session,
				Map.of(this.ann.id(), Attendance.ATTENDED, this.bob.id(), Attendance.ABSENT_WITH_NOTICE),
				Desk.OF_HOOGVELD, Desk.RITA);
		assertThat(this.desk.session(this.session).in(EnrolmentState.ABSENT_WITH_NOTICE)).hasSize(1);
	}

	@Test
	void theProofComesAfterTheAttendance() {
		afterwards();
		assertRefused(Reason.ATTENDANCE_UNKNOWN,
				() -> this.enrolments.proofReceived(this.session, this.ann.id(), Desk.OF_HOOGVELD));
		record(this.ann, Attendance.ATTENDED);
		this.enrolments.proofReceived(this.session, this.ann.id(), Desk.OF_HOOGVELD);
		this.enrolments.proofReceived(this.session, this.ann.id(), Desk.OF_HOOGVELD);
		assertThat(this.desk.state(this.session, this.ann)).isEqualTo(EnrolmentState.PROOF_RECEIVED);
		assertThat(this.events.stream(AttendanceCorrected.class)).isEmpty();
	}

	@Test
	void aCrashAfterTheWriteIsMadeGoodByTheRecheck() {
		afterwards();
		record(this.ann, Attendance.ATTENDED);
		this.events.clear();
		// As if the server had died between the write and the telling.
		this.mongo.updateFirst(new Query(),
				new Update().set("attendanceTold", false).set("dueAt", this.clock.instant()), TrainingSession.class);
		assertThat(this.enrolments.recheck().changed()).isOne();
		assertThat(this.events.stream(TrainingAttended.class)).hasSize(1);
		assertThat(this.enrolments.recheck().sessions()).isZero();
	}

	@Test
	void nobodyRecordsOrCorrectsTheirOwnAttendance() {
		afterwards();
		LearnerId ann = this.ann.learner();
		assertRefused(Reason.OWN_ATTENDANCE, () -> this.enrolments.recordAttendance(this.session,
				Map.of(this.bob.id(), Attendance.ATTENDED, this.ann.id(), Attendance.ATTENDED), Desk.OF_HOOGVELD, ann));
		assertThat(this.desk.session(this.session).in(EnrolmentState.PLACED)).hasSize(2);
		record(this.ann, Attendance.NO_SHOW);
		assertRefused(Reason.OWN_ATTENDANCE, () -> this.enrolments.correct(this.session, this.ann.id(),
				Attendance.ATTENDED, Desk.OF_HOOGVELD, ann, "Ik was er wel"));
		assertThat(this.desk.state(this.session, this.ann)).isEqualTo(EnrolmentState.NO_SHOW);
	}

	@Test
	void whatGoesWrongForOneIsToldOfAllOthers() {
		afterwards();
		List<LearnerId> heard = new ArrayList<>();
		AttendanceTeller teller = new AttendanceTeller(this.sessions, (event) -> {
			LearnerId learner = ((TrainingAttended) event).learner();
			if (learner.equals(this.ann.learner())) {
				throw new IllegalStateException("no facts of Ann");
			}
			heard.add(learner);
		});
		record(this.ann, Attendance.ATTENDED);
		record(this.bob, Attendance.ATTENDED);
		this.mongo.updateFirst(new Query(), new Update().set("attendanceTold", false), TrainingSession.class);
		assertThat(teller.tell(this.desk.session(this.session)).attendanceTold()).isFalse();
		assertThat(heard).containsExactly(this.bob.learner());
	}

	@Test
	void whoWasThereAfterAllStillHasTheProofThatWasAccepted() {
		afterwards();
		record(this.ann, Attendance.ATTENDED);
		this.publisher.publishEvent(new ProofAccepted(proof(this.ann)));
		correct(Attendance.NO_SHOW);
		assertThat(this.desk.state(this.session, this.ann)).isEqualTo(EnrolmentState.NO_SHOW);
		correct(Attendance.ATTENDED);
		assertThat(this.desk.now(this.session, this.ann).history()).extracting(StateChange::state)
			.endsWith(EnrolmentState.NO_SHOW, EnrolmentState.ATTENDED, EnrolmentState.PROOF_RECEIVED);
		assertThat(this.events.stream(TrainingAttended.class)).extracting(TrainingAttended::index).endsWith(5);
	}

	private void correct(Attendance attendance) {
		this.enrolments.correct(this.session, this.ann.id(), attendance, Desk.REGIONAL, Desk.RITA, "Verwisseld");
	}

	@Test
	void anAcceptedProofTakesTheEnrolmentOneStepFurther() {
		afterwards();
		this.publisher.publishEvent(new ProofAccepted(proof(this.ann)));
		assertThat(this.desk.state(this.session, this.ann)).isEqualTo(EnrolmentState.PLACED);
		record(this.ann, Attendance.ATTENDED);
		this.publisher.publishEvent(new ProofAccepted(proof(this.ann)));
		this.publisher.publishEvent(new ProofAccepted(proof(this.ann)));
		assertThat(this.desk.now(this.session, this.ann).history()).extracting(StateChange::state)
			.endsWith(EnrolmentState.ATTENDED, EnrolmentState.PROOF_RECEIVED);
	}

	@Test
	void aSessionThatCannotBeReadKeepsNoOtherWaiting() {
		afterwards();
		this.mongo.getCollection("trainingSessions")
			.insertOne(new Document("_id", "broken").append("dueAt", Date.from(TestClock.START))
				.append("owner", "nobody"));
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(this.session)),
				new Update().set("attendanceTold", false).set("dueAt", this.clock.instant()), TrainingSession.class);
		EnrolmentRecheck run = this.enrolments.recheck();
		assertThat(run.changed()).isOne();
		assertThat(run.skipped()).singleElement()
			.satisfies((skipped) -> assertThat(skipped.session()).isEqualTo(new SessionId("broken")));
	}

	private Proof proof(Enrolment enrolment) {
		Proof.Change accepted = new Proof.Change(ProofState.ACCEPTED, TestClock.START, "hans", "");
		return new Proof(new ProofId("p"), enrolment.learner(), Desk.HOOGVELD, new ProofSubject.OfTraining(Desk.ROR),
				Desk.DAY, "ROR", this.session.value(), enrolment.id().value(), "bewijs.pdf", "", ProofState.ACCEPTED,
				TestClock.START, List.of(accepted), null);
	}

	private void afterwards() {
		this.clock.moveTo(Desk.DAY.plusDays(1), LocalTime.NOON);
	}

	private void record(Enrolment enrolment, Attendance attendance) {
		this.enrolments.recordAttendance(this.session, Map.of(enrolment.id(), attendance), Desk.REGIONAL, Desk.RITA);
	}

}
