package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import nl.kundig.courses.duty.RandomHistories.Life;
import nl.kundig.courses.duty.ReferenceStanding.Told;
import nl.kundig.courses.duty.ReferenceStanding.ToldCycle;
import nl.kundig.courses.duty.ReferenceStanding.ToldLeaf;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The reckoning and the slow, obvious one tell the same of made-up lives. */
class StandingReferenceTests {

	private static final int LIVES = 10_000;

	@Test
	void tenThousandLivesStandAsTheReferenceSays() {
		Map<DutyStanding.State, Integer> seen = new EnumMap<>(DutyStanding.State.class);
		Map<Integer, Integer> cycles = new TreeMap<>();
		for (int seed = 0; seed < LIVES; seed++) {
			compare(seed, 1000, seen, cycles);
		}
		System.out.println("states " + seen + ", certificates per duty " + cycles);
		// Else the lives prove nothing.
		assertThat(seen.keySet()).contains(DutyStanding.State.values());
		assertThat(cycles.keySet()).contains(0, 1, 2, 3, 4);
	}

	@Test
	void longLivesStandAsTheReferenceSays() {
		Map<Integer, Integer> cycles = new TreeMap<>();
		for (int seed = 0; seed < 25; seed++) {
			compare(-1 - seed, 365 * 25, new EnumMap<>(DutyStanding.State.class), cycles);
		}
		System.out.println("certificates per duty in long lives " + cycles);
		assertThat(((TreeMap<Integer, Integer>) cycles).lastKey()).isGreaterThan(5);
	}

	private static void compare(long seed, int span, Map<DutyStanding.State, Integer> seen,
			Map<Integer, Integer> cycles) {
		Life life = new RandomHistories(seed, span).life();
		Standing standing = Standing.of(life.history(), life.policy(), life.asOf());
		List<Told> expected = new ReferenceStanding(life.history(), life.policy(), life.asOf()).told();
		List<Told> told = standing.duties().stream().map((duty) -> told(duty, life.asOf())).toList();
		if (!told.equals(expected)) {
			assertThat(told).as("seed " + seed + "\n" + RandomHistories.describe(life)).isEqualTo(expected);
		}
		standing.duties().forEach((duty) -> {
			seen.merge(duty.state(), 1, Integer::sum);
			cycles.merge(duty.cycles().size(), 1, Integer::sum);
		});
	}

	private static Told told(DutyStanding duty, LocalDate asOf) {
		return new Told(duty.curriculum(), duty.version(), duty.state(), duty.dueOn(),
				duty.cycles().stream().map(ToldCycle::of).toList(), duty.leaves().stream().map(ToldLeaf::of).toList(),
				duty.next(),
				duty.reasons()
					.stream()
					.filter((reason) -> reason.holdsOn(asOf))
					.map(Reason::until)
					.filter(Objects::nonNull)
					.sorted()
					.toList());
	}

}
