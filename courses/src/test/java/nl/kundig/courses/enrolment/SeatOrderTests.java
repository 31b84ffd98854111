package nl.kundig.courses.enrolment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is asked first, and why. */
class SeatOrderTests {

	private static final LocalDate NEXT = LocalDate.of(2027, 3, 1);

	private static final LearnerId ANN = new LearnerId("ann");

	@Test
	void whatFallsDueBeforeTheNextSessionCounts() {
		assertThat(points(facts(NEXT.minusDays(1)), NEXT, 0)).isEqualByComparingTo("40");
		assertThat(points(facts(NEXT), NEXT, 0)).isEqualByComparingTo("0");
		assertThat(points(facts(LocalDate.of(2030, 1, 1)), null, 0)).isEqualByComparingTo("40");
		assertThat(points(facts(null), null, 0)).isEqualByComparingTo("0");
	}

	@Test
	void theGapOfTheUnitTheFirstTimeAndTheWaitCount() {
		assertThat(points(new UrgencyFacts(null, 2, 3, true), NEXT, 0)).isEqualByComparingTo("19.98");
		assertThat(points(new UrgencyFacts(null, 0, 0, false), NEXT, 0)).isEqualByComparingTo("20");
		assertThat(points(new UrgencyFacts(null, 0, 0, true), NEXT, 15)).isEqualByComparingTo("5");
		assertThat(points(new UrgencyFacts(null, 0, 0, true), NEXT, 31)).isEqualByComparingTo("10");
		assertThat(points(new UrgencyFacts(NEXT.minusDays(9), 3, 3, false), NEXT, 30)).isEqualByComparingTo("100");
	}

	@Test
	void equalPointsAreDecidedByTheLotOfTheSeed() {
		List<Enrolment> waiting = List.of(waiting("a", 0), waiting("b", 0), waiting("c", 0), waiting("d", 0));
		List<String> first = order(waiting, "seed");
		assertThat(order(waiting.reversed(), "seed")).isEqualTo(first);
		assertThat(order(waiting, "another")).isNotEqualTo(first);
		// echo -n 'seed|a' | sha256sum
		assertThat(SeatOrder.lot("seed", new EnrolmentId("a")))
			.isEqualTo("5d1c1ac8d8d9040e23b1b0184b8ab467d2c223978ee95a18c086555ca2588a13");
	}

	@Test
	void whoWaitsLongerComesFirstWhenAllElseIsEqual() {
		assertThat(order(List.of(waiting("new", 1), waiting("old", 9)), "seed")).containsExactly("old", "new");
	}

	private static BigDecimal points(UrgencyFacts facts, @Nullable LocalDate next, int days) {
		return new SeatOrder(Weights.PRESET, Map.of(ANN, facts), (municipality) -> next)
			.of(List.of(waiting("e", days)), "seed", TestClock.START)
			.getFirst()
			.score()
			.points();
	}

	private static UrgencyFacts facts(@Nullable LocalDate due) {
		return new UrgencyFacts(due, 0, 0, true);
	}

	private static List<String> order(List<Enrolment> waiting, String seed) {
		return new SeatOrder(Weights.PRESET, Map.of(), (municipality) -> null).of(waiting, seed, TestClock.START)
			.stream()
			.map((ranked) -> ranked.enrolment().id().value())
			.toList();
	}

	private static Enrolment waiting(String id, int days) {
		Instant applied = TestClock.START.minus(Duration.ofDays(days));
		StateChange change = new StateChange(EnrolmentState.WAITING, applied, Actor.SYSTEM, Why.NO_FREE_SEAT, null,
				null);
		return new Enrolment(new EnrolmentId(id), ANN, Desk.HOOGVELD, null, null, null, applied, List.of(change), null,
				null, Enrolment.NEVER_SKIPPED);
	}

}
