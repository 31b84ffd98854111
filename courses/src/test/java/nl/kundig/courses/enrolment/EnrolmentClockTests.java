package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.PeopleService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static nl.kundig.courses.enrolment.EnrolmentServiceTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/** To the second: closing days, starts, days that are 23 or 25 hours long. */
@CoursesTest
class EnrolmentClockTests {

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private TestClock clock;

	@BeforeEach
	void open() {
		this.desk.open();
	}

	/** A summer's day, a winter's day, and the days on which the clock changes. */
	@ParameterizedTest
	@CsvSource({ "2027-01-14", "2027-07-14", "2027-03-28", "2027-10-31" })
	void theClosingDayIsOpenThroughItsLastSecond(LocalDate closing) {
		SessionId session = this.desk.session(closing.plusDays(10), SessionTerms.of("", 9, closing));
		this.clock.moveTo(closing, LocalTime.of(23, 59, 59));
		assertThat(this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD)).state())
			.isEqualTo(EnrolmentState.PLACED);
		this.clock.moveTo(closing.plusDays(1), LocalTime.MIDNIGHT);
		assertRefused(Reason.CLOSED, () -> this.desk.apply(session, this.desk.employee("Bob", Desk.HOOGVELD)));
	}

	@Test
	void aSessionThatClosesOnItsFirstDayClosesWhenItStarts() {
		SessionId session = this.desk.session(Desk.DAY, SessionTerms.of("", 9, Desk.DAY));
		this.clock.moveTo(Desk.DAY, LocalTime.of(8, 59, 59));
		this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		this.clock.moveTo(Desk.DAY, LocalTime.of(9, 0));
		assertRefused(Reason.STARTED, () -> this.desk.apply(session, this.desk.employee("Bob", Desk.HOOGVELD)));
		assertRefused(Reason.STARTED, () -> this.enrolments.add(session,
				Application.of(this.desk.employee("Carl", Desk.HOOGVELD), Desk.HOOGVELD), Desk.OF_HOOGVELD, "Laat"));
	}

	@Test
	void whoClosesTheListMayStillAddSomebody() {
		SessionId session = this.desk.session(1);
		this.clock.moveTo(Desk.DAY.minusDays(1), LocalTime.NOON);
		assertThat(this.enrolments
			.add(session, Application.of(this.desk.employee("Carl", Desk.HOOGVELD), Desk.HOOGVELD), Desk.OF_HOOGVELD,
					"Belde vandaag")
			.enrolment()
			.state()).isEqualTo(EnrolmentState.PLACED);
	}

	@Test
	void anOfferBeforeAWeekendWithTheChangeToSummerTimeEndsAtSixInTheEvening() {
		// Thursday 25 March 2027; on the 26th is Good Friday, on the 28th Easter and the
		// change of the clock, on the 29th Easter Monday.
		Enrolment offered = offeredOn(LocalDate.of(2027, 3, 25), LocalDate.of(2027, 4, 20));
		Instant until = at(LocalDate.of(2027, 4, 1), LocalTime.of(18, 0));
		assertThat(offered.offerUntil()).isEqualTo(until).isEqualTo(Instant.parse("2027-04-01T16:00:00Z"));
	}

	@Test
	void anOfferAcrossTheChangeToWinterTimeIsAnHourLonger() {
		Enrolment offered = offeredOn(LocalDate.of(2027, 10, 29), LocalDate.of(2027, 11, 30));
		assertThat(offered.offerUntil()).isEqualTo(Instant.parse("2027-11-03T17:00:00Z"));
	}

	@Test
	void offersGoOnByThemselvesAcrossAWeekendUntilTheStart() {
		SessionId session = this.desk.session(1);
		Enrolment holder = this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		List<Enrolment> waiting = List.of(this.desk.apply(session, this.desk.employee("Bob", Desk.HOOGVELD)),
				this.desk.apply(session, this.desk.employee("Carl", Desk.HOOGVELD)),
				this.desk.apply(session, this.desk.employee("Dirk", Desk.HOOGVELD)));
		// Thursday in the week before: the next working days are Friday and Monday.
		this.clock.moveTo(Desk.DAY.minusDays(4), LocalTime.of(16, 0));
		this.enrolments.withdraw(session, holder.id(), Actor.learner(holder.learner()), null);
		assertThat(deadline(session)).isEqualTo(at(Desk.DAY.minusDays(3), LocalTime.NOON));
		this.clock.moveTo(Desk.DAY.minusDays(3), LocalTime.NOON);
		this.enrolments.recheck();
		assertThat(deadline(session)).isEqualTo(at(Desk.DAY, LocalTime.of(9, 0)));
		this.clock.moveTo(Desk.DAY, LocalTime.of(9, 0));
		this.enrolments.recheck();
		assertThat(waiting).allSatisfy(
				(enrolment) -> assertThat(this.desk.state(session, enrolment)).isEqualTo(EnrolmentState.CANCELLED));
		assertThat(this.desk.session(session).seats(Desk.DAY).taken()).isZero();
		assertThat(this.enrolments.recheck()).isEqualTo(new EnrolmentRecheck(0, 0, List.of()));
	}

	private Enrolment offeredOn(LocalDate day, LocalDate sessionDay) {
		SessionId session = this.desk.session(sessionDay, SessionTerms.of("", 1, sessionDay));
		Enrolment holder = this.desk.apply(session, this.desk.employee("Ann", Desk.HOOGVELD));
		Enrolment waiting = this.desk.apply(session, this.desk.employee("Bob", Desk.HOOGVELD));
		this.clock.moveTo(day, LocalTime.of(10, 0));
		this.enrolments.withdraw(session, holder.id(), Actor.learner(holder.learner()), null);
		return this.desk.now(session, waiting);
	}

	private Instant deadline(SessionId session) {
		Instant until = this.desk.session(session).in(EnrolmentState.OFFERED).getFirst().offerUntil();
		assertThat(until).isNotNull();
		return until;
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(PeopleService.ZONE).toInstant();
	}

}
