package nl.kundig.app.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.app.KundigTest;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.enrolment.SessionOverview;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class DemoTrainingsTests {

	private static final RegionId REGION = new RegionId("delta");

	private static final MunicipalityId WATERKERK = new MunicipalityId("waterkerk");

	private static final MunicipalityId HOOGVELD = new MunicipalityId("hoogveld");

	@Autowired
	private DemoTrainings demo;

	@Autowired
	private DemoColleagues colleagues;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private EnrolmentRulesService rules;

	@Test
	void somebodyIsInEveryStateThatLasts() {
		Set<EnrolmentState> seen = all().stream()
			.flatMap((session) -> session.enrolments().stream())
			.map(Enrolment::state)
			.collect(Collectors.toSet());
		// From the manager's yes one passes on at once.
		assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(EnrolmentState.APPROVED)));
	}

	@Test
	void aSeatOfTheFullSessionIsKeptForTheOneWhoIsNext() {
		TrainingSession full = all().stream()
			.filter((session) -> !session.in(EnrolmentState.OFFERED).isEmpty())
			.findFirst()
			.orElseThrow();
		assertThat(full.in(EnrolmentState.OFFERED)).extracting(Enrolment::learner)
			.containsExactly(this.colleagues.named(WATERKERK).get("Noor van den Berg"));
		assertThat(full.in(EnrolmentState.WAITING)).extracting(Enrolment::municipality)
			.containsExactlyInAnyOrder(WATERKERK, HOOGVELD, HOOGVELD);
		assertThat(this.enrolments.overview(full.id()).orElseThrow().seats().free()).isZero();
	}

	@Test
	void aSecondStartMakesNothing() {
		List<SessionOverview> before = this.enrolments.sessions(SessionFilter.from(REGION, PeopleService.EARLIEST));
		int people = this.colleagues.named(WATERKERK).size();
		this.demo.create();
		assertThat(this.enrolments.sessions(SessionFilter.from(REGION, PeopleService.EARLIEST))).hasSameSizeAs(before)
			.hasSizeGreaterThanOrEqualTo(7);
		assertThat(this.colleagues.named(WATERKERK)).hasSize(people);
	}

	@Test
	void onlyInWaterkerkAManagerMustAgree() {
		assertThat(this.rules.municipality(WATERKERK).approvalByManager()).isTrue();
		assertThat(this.rules.municipality(HOOGVELD).approvalByManager()).isFalse();
	}

	private List<TrainingSession> all() {
		return this.enrolments.sessions(SessionFilter.from(REGION, PeopleService.EARLIEST))
			.stream()
			.flatMap((session) -> this.enrolments.session(session.id()).stream())
			.toList();
	}

}
