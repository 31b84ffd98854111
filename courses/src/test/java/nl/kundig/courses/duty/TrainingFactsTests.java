package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Application;
import nl.kundig.courses.enrolment.Attendance;
import nl.kundig.courses.enrolment.Desk;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingAttended;
import nl.kundig.courses.enrolment.UrgencyFacts;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.Unit;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import nl.kundig.courses.training.Trainings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What an attendance is good for, and how much somebody needs one. */
@CoursesTest
class TrainingFactsTests {

	private static final TrainingId REFRESHER = new TrainingId("ror-opfris");

	private static final UnitId COUNTER = new UnitId("balie");

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private DutyService duties;

	@Autowired
	private DutyUrgency urgency;

	@Autowired
	private TrainingFacts facts;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private TrainingService trainings;

	@Autowired
	private PeopleService people;

	@Autowired
	private TestClock clock;

	@BeforeEach
	void open() {
		this.desk.open();
		this.trainings.publish(Trainings.countingFor(Desk.ROR.value(), "ROR basis", REFRESHER.value()));
		this.curricula.publish(Curriculum.of(Curricula.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, 24,
				List.of(new AttendTraining(Desk.ROR)), List.of(), TestClock.START));
		this.people.add(new Unit(COUNTER, "Balie", Desk.HOOGVELD, null));
	}

	@Test
	void anAttendanceMeetsTheDutyFromTheDayOfTheLastHalfDay() {
		LearnerId ann = employee("Ann", null);
		attend(ann);
		assertThat(this.duties.history(ann).orElseThrow().facts()).extracting(Fact::finding)
			.containsExactlyInAnyOrder(new Finding.Achieved(new AttendTraining(Desk.ROR)),
					new Finding.Achieved(new AttendTraining(REFRESHER)));
		assertThat(standing(ann).state()).isEqualTo(DutyStanding.State.COMPLETE);
		assertThat(standing(ann).latest()).map(Cycle::completedOn).contains(Desk.DAY);
		assertThat(this.urgency.done(ann, List.of(Desk.ROR, REFRESHER, new TrainingId("other"))))
			.isEqualTo(Set.of(Desk.ROR, REFRESHER));
	}

	@Test
	void aCorrectionTakesTheFactsBackAndAnotherOneGivesThemAgain() {
		LearnerId ann = employee("Ann", null);
		SessionId session = this.desk.session(1);
		EnrolmentId seat = attend(session, ann);
		correct(session, seat, Attendance.NO_SHOW);
		assertThat(standing(ann).state()).isNotEqualTo(DutyStanding.State.COMPLETE);
		assertThat(this.urgency.done(ann, List.of(Desk.ROR))).isEmpty();
		correct(session, seat, Attendance.ATTENDED);
		assertThat(standing(ann).state()).isEqualTo(DutyStanding.State.COMPLETE);
		correct(session, seat, Attendance.ABSENT_WITH_NOTICE);
		assertThat(standing(ann).state()).isNotEqualTo(DutyStanding.State.COMPLETE);
	}

	@Test
	void toldTwiceItIsTheSameFact() {
		LearnerId ann = employee("Ann", null);
		SessionId session = this.desk.session(1);
		EnrolmentId seat = attend(session, ann);
		int known = this.duties.history(ann).orElseThrow().facts().size();
		this.facts.on(new TrainingAttended(session, seat, 2, ann, Desk.ROR, Desk.DAY, "rita"));
		assertThat(this.duties.history(ann).orElseThrow().facts()).hasSize(known);
	}

	@Test
	void ofWhomNothingIsKnownNothingIsWrittenDown() {
		LearnerId gone = new LearnerId("gone");
		this.facts.on(new TrainingAttended(new SessionId("s"), new EnrolmentId("e"), 2, gone, Desk.ROR, TestClock.TODAY,
				"rita"));
		assertThat(this.duties.history(gone)).isEmpty();
	}

	@Test
	void theNeedIsTheDutyThatFallsDueTheGapOfTheUnitAndTheFirstTime() {
		LearnerId ann = employee("Ann", COUNTER);
		LearnerId bob = employee("Bob", COUNTER);
		employee("Carl", null);
		assertThat(need(ann)).isEqualTo(new UrgencyFacts(TestClock.TODAY.plusMonths(3), 2, 2, false));
		attend(bob);
		assertThat(need(ann)).isEqualTo(new UrgencyFacts(TestClock.TODAY.plusMonths(3), 1, 2, false));
		// What he has ends with his certificate.
		LocalDate lastDay = standing(bob).latest().map(Cycle::lastDay).orElseThrow();
		assertThat(need(bob)).isEqualTo(new UrgencyFacts(lastDay, 1, 2, true));
	}

	@Test
	void whoHasNoDutyDoesNotNeedIt() {
		LearnerId mia = this.desk.manager("Mia", Desk.HOOGVELD);
		assertThat(need(mia)).isEqualTo(UrgencyFacts.NONE);
		assertThat(this.urgency.of(List.of(new LearnerId("nobody")), Desk.ROR, TestClock.TODAY)).isEmpty();
	}

	private UrgencyFacts need(LearnerId learner) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), PeopleService.ZONE);
		Map<LearnerId, UrgencyFacts> needs = this.urgency.of(List.of(learner), Desk.ROR, today);
		assertThat(needs).containsOnlyKeys(learner);
		return needs.getOrDefault(learner, UrgencyFacts.NONE);
	}

	private DutyStanding standing(LearnerId learner) {
		return this.duties.standing(learner).duty(Curricula.DESK).orElseThrow();
	}

	private LearnerId employee(String name, @Nullable UnitId unit) {
		LearnerId learner = this.people.register(name);
		this.people.takeRole(learner, new RoleHeld(LearnerRole.DESK_EMPLOYEE, Desk.HOOGVELD, null, unit,
				TestClock.TODAY, null, "test", "", TestClock.START, List.of()));
		return learner;
	}

	private void attend(LearnerId learner) {
		attend(this.desk.session(1), learner);
	}

	private EnrolmentId attend(SessionId session, LearnerId learner) {
		EnrolmentId seat = this.enrolments
			.apply(session, Application.of(learner, Desk.HOOGVELD), Actor.learner(learner))
			.enrolment()
			.id();
		this.clock.moveTo(Desk.DAY, LocalTime.of(17, 0));
		this.enrolments.recordAttendance(session, Map.of(seat, Attendance.ATTENDED), Desk.REGIONAL, Desk.RITA);
		return seat;
	}

	private void correct(SessionId session, EnrolmentId seat, Attendance attendance) {
		this.enrolments.correct(session, seat, attendance, Desk.REGIONAL, Desk.RITA, "Verwisseld");
	}

}
