package nl.kundig.courses.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.RoleRefused.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class PeopleServiceTests {

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final MunicipalityId STAD = new MunicipalityId("stad");

	@Autowired
	private PeopleService people;

	@Test
	void takingARoleTwiceIsOneRoleHeld(ApplicationEvents events) {
		LearnerId ann = this.people.register("Ann");
		takeDesk(ann, DORP, TestClock.TODAY);
		takeDesk(ann, DORP, TestClock.TODAY);
		assertThat(roles(ann)).containsExactly(
				RoleHeld.of(LearnerRole.DESK_EMPLOYEE, DORP, null, TestClock.TODAY, null, TestClock.START));
		assertThat(events.stream(RoleTaken.class)).isNotEmpty();
	}

	@Test
	void takingARoleTwentyTimesAtOnceIsOneRoleHeld() throws Exception {
		LearnerId ann = this.people.register("Ann");
		AtOnce.run(20, () -> {
			takeDesk(ann, DORP, TestClock.TODAY);
			return ann;
		});
		assertThat(roles(ann)).hasSize(1);
	}

	@Test
	void holdsAnotherRoleAndTheSameRoleElsewhere() {
		LearnerId ann = this.people.register("Ann");
		takeDesk(ann, DORP, TestClock.TODAY);
		takeDesk(ann, STAD, TestClock.TODAY);
		this.people.takeRole(ann, LearnerRole.EXTERNAL_PARTNER, DORP, new PartnerId("school"), TestClock.TODAY);
		assertThat(roles(ann)).hasSize(3);
		assertThat(roles(ann).getLast().partner()).isEqualTo(new PartnerId("school"));
	}

	@Test
	void holdsARoleFromItsFirstDay() {
		LearnerId id = this.people.register("Ann");
		takeDesk(id, DORP, TestClock.TODAY);
		Learner ann = this.people.learner(id).orElseThrow();
		assertThat(ann.rolesOn(TestClock.TODAY.minusDays(1))).isEmpty();
		assertThat(ann.municipalityOn(TestClock.TODAY.minusDays(1))).isEmpty();
		assertThat(ann.rolesOn(TestClock.TODAY)).hasSize(1);
		assertThat(ann.municipalityOn(TestClock.TODAY)).contains(DORP);
	}

	@Test
	void holdsARoleThroughItsLastDay() {
		RoleHeld held = RoleHeld.of(LearnerRole.MANAGER, DORP, null, TestClock.TODAY, TestClock.TODAY.plusDays(1),
				TestClock.START);
		assertThat(held.isHeldOn(TestClock.TODAY.plusDays(1))).isTrue();
		assertThat(held.isHeldOn(TestClock.TODAY.plusDays(2))).isFalse();
	}

	@Test
	void refusesTheSameRoleOnDaysThatOverlap() {
		LearnerId ann = this.people.register("Ann");
		takeDesk(ann, DORP, TestClock.TODAY.minusDays(9));
		assertRefused(Reason.OVERLAPS, () -> takeDesk(ann, DORP, TestClock.TODAY));
		assertRefused(Reason.OVERLAPS, () -> takeDesk(ann, DORP, TestClock.TODAY.minusDays(20)));
		assertThat(roles(ann)).hasSize(1);
	}

	@Test
	void takesTheSameRoleAgainAfterItEnded() {
		LearnerId ann = this.people.register("Ann");
		takeDesk(ann, DORP, TestClock.TODAY.minusDays(9));
		this.people.leaveRole(ann, roles(ann).getFirst(), TestClock.TODAY.minusDays(5), "import", "carla");
		assertRefused(Reason.OVERLAPS, () -> takeDesk(ann, DORP, TestClock.TODAY.minusDays(5)));
		takeDesk(ann, DORP, TestClock.TODAY.minusDays(4));
		assertThat(roles(ann)).extracting(RoleHeld::from)
			.containsExactly(TestClock.TODAY.minusDays(9), TestClock.TODAY.minusDays(4));
	}

	@Test
	void takesARoleForAWhile() {
		LearnerId ann = this.people.register("Ann");
		RoleHeld summer = RoleHeld.of(LearnerRole.DESK_EMPLOYEE, DORP, null, TestClock.TODAY.minusDays(9),
				TestClock.TODAY.minusDays(5), TestClock.START);
		this.people.takeRole(ann, summer);
		takeDesk(ann, DORP, TestClock.TODAY.minusDays(4));
		assertRefused(Reason.OVERLAPS, () -> this.people.takeRole(ann, RoleHeld.of(LearnerRole.DESK_EMPLOYEE, DORP,
				null, TestClock.TODAY.minusDays(20), TestClock.TODAY.minusDays(9), TestClock.START)));
		this.people.takeRole(ann, RoleHeld.of(LearnerRole.DESK_EMPLOYEE, DORP, null, TestClock.TODAY.minusDays(20),
				TestClock.TODAY.minusDays(10), TestClock.START));
		assertThat(roles(ann)).hasSize(3);
	}

	@Test
	void refusesDatesBefore2000OrAfterTomorrow() {
		LearnerId ann = this.people.register("Ann");
		assertRefused(Reason.DATE_OUT_OF_RANGE, () -> takeDesk(ann, DORP, LocalDate.of(1999, 12, 31)));
		assertRefused(Reason.DATE_OUT_OF_RANGE, () -> takeDesk(ann, DORP, TestClock.TODAY.plusDays(2)));
		assertRefused(Reason.ENDS_BEFORE_IT_STARTS, () -> this.people.takeRole(ann, RoleHeld.of(LearnerRole.MANAGER,
				DORP, null, TestClock.TODAY, TestClock.TODAY.minusDays(1), TestClock.START)));
		assertThat(roles(ann)).isEmpty();
		takeDesk(ann, DORP, TestClock.TODAY.plusDays(1));
		takeDesk(ann, STAD, LocalDate.of(2000, 1, 1));
		assertThat(roles(ann)).hasSize(2);
	}

	@Test
	void refusesAnUnknownLearnerUnitOrRoleToLeave() {
		LearnerId ann = this.people.register("Ann");
		assertRefused(Reason.UNKNOWN_LEARNER, () -> takeDesk(new LearnerId("nobody"), DORP, TestClock.TODAY));
		assertRefused(Reason.UNKNOWN_UNIT, () -> this.people.takeRole(ann, new RoleHeld(LearnerRole.MANAGER, DORP, null,
				new UnitId("none"), TestClock.TODAY, null, "by hand", "carla", TestClock.START, List.of())));
		assertRefused(Reason.NOT_HELD,
				() -> this.people.leaveRole(ann,
						RoleHeld.of(LearnerRole.MANAGER, DORP, null, TestClock.TODAY, null, TestClock.START),
						TestClock.TODAY, "by hand", "carla"));
	}

	@Test
	void leavingKeepsTheHistoryAndSaysWho(ApplicationEvents events) {
		LearnerId ann = this.people.register("Ann");
		takeDesk(ann, DORP, TestClock.TODAY.minusDays(9));
		this.people.leaveRole(ann, roles(ann).getFirst(), TestClock.TODAY, "import", "carla");
		RoleHeld left = roles(ann).getFirst();
		assertThat(left.until()).isEqualTo(TestClock.TODAY);
		assertThat(left.endings())
			.containsExactly(new RoleEnding(null, TestClock.TODAY, "import", "carla", TestClock.START));
		assertThat(events.stream(RoleLeft.class)).extracting(RoleLeft::until).containsExactly(TestClock.TODAY);
	}

	@Test
	void tellsWhatWasKnownThen() {
		Instant later = TestClock.START.plusSeconds(60);
		RoleHeld held = RoleHeld.of(LearnerRole.MANAGER, DORP, null, TestClock.TODAY, TestClock.TODAY.plusDays(90),
				TestClock.START);
		RoleHeld left = held
			.ending(new RoleEnding(held.until(), TestClock.TODAY.plusDays(5), "by hand", "carla", later));
		assertThat(left.knownAt(TestClock.START.minusSeconds(1))).isEmpty();
		assertThat(left.knownAt(TestClock.START)).contains(held);
		assertThat(left.knownAt(later)).contains(left);
	}

	@Test
	void knowsWhatHangsBelowAUnit() {
		UnitId service = new UnitId("service");
		UnitId desk = new UnitId("desk");
		this.people.add(new Unit(service, "Dienstverlening", DORP, null));
		this.people.add(new Unit(desk, "Balie", DORP, service));
		Places places = this.people.places();
		assertThat(places.isAtOrBelow(desk, service)).isTrue();
		assertThat(places.isAtOrBelow(desk, desk)).isTrue();
		assertThat(places.isAtOrBelow(service, desk)).isFalse();
		assertThat(places.isAtOrBelow(null, desk)).isFalse();
	}

	@Test
	void unitsThatAreEachOthersParentHangNothing() {
		UnitId one = new UnitId("one");
		UnitId two = new UnitId("two");
		Places places = new Places(Map.of(one, new Unit(one, "1", DORP, two), two, new Unit(two, "2", DORP, one)),
				Map.of());
		assertThat(places.isAtOrBelow(one, new UnitId("three"))).isFalse();
	}

	@Test
	void everyRoleIsFoundByItsCode() {
		for (LearnerRole role : LearnerRole.values()) {
			assertThat(LearnerRole.of(role.code())).contains(role);
		}
		assertThat(LearnerRole.of("nonsense")).isEmpty();
	}

	@Test
	void knowsWhereSomebodyBelongs() {
		Region region = new Region(new RegionId("regio"), "Regio");
		Municipality municipality = new Municipality(DORP, "Dorp", region.id());
		Partner partner = new Partner(new PartnerId("school"), "School", DORP, PartnerKind.SCHOOL);
		this.people.add(region);
		this.people.add(municipality);
		this.people.add(partner);
		assertThat(this.people.region(region.id())).contains(region);
		assertThat(this.people.municipality(DORP)).contains(municipality);
		assertThat(this.people.partner(partner.id())).contains(partner);
	}

	// MongoDB's first answer holds 101 documents; for the others the driver asks again.
	@Test
	void knowsEverybodyHoweverManyTheyAre() {
		List<LearnerId> registered = IntStream.range(0, 102).mapToObj((i) -> this.people.register("Ann " + i)).toList();
		assertThat(this.people.learners()).extracting(Learner::id).containsExactlyInAnyOrderElementsOf(registered);
	}

	private void takeDesk(LearnerId learner, MunicipalityId municipality, LocalDate from) {
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, municipality, null, from);
	}

	private static void assertRefused(Reason reason, ThrowingCallable action) {
		assertThatExceptionOfType(RoleRefused.class).isThrownBy(action)
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	private List<RoleHeld> roles(LearnerId learner) {
		return this.people.learner(learner).orElseThrow().roles();
	}

}
