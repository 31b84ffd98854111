package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumDifference.Term;
import nl.kundig.courses.curriculum.CurriculumMerge.Kind;
import nl.kundig.courses.curriculum.CurriculumMerge.Side;
import nl.kundig.courses.people.LearnerRole;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import static nl.kundig.courses.curriculum.CurriculumPart.all;
import static nl.kundig.courses.curriculum.CurriculumPart.atLeast;
import static nl.kundig.courses.curriculum.CurriculumPart.inOrder;
import static nl.kundig.courses.curriculum.CurriculumPart.optional;
import static org.assertj.core.api.Assertions.assertThat;

class CurriculumMergeTests {

	private static final Period DUE = Period.ofMonths(3);

	private static final CurriculumPart BASE = all(m(1), m(2), atLeast(1, m(3), m(4)), optional(m(5)));

	@Test
	void aDifferenceNamesWhatWasKeptAddedDroppedMovedAndChanged() {
		CurriculumPart after = inOrder(m(2), m(1, 25), atLeast(2, m(3), m(4), m(5)), m(6));
		CurriculumDifference difference = CurriculumDifference.between(version(BASE, 24), DUE, version(after, 36),
				Period.ofMonths(6));
		assertThat(difference.kept()).containsExactlyInAnyOrder(m(1, 25), m(2), m(3), m(4), m(5));
		assertThat(difference.added()).containsExactly(m(6));
		assertThat(difference.dropped()).isEmpty();
		assertThat(difference.moved()).hasSize(2).contains(m(5));
		assertThat(difference.minutes()).containsExactly(new CurriculumDifference.LeafChange(m(1), m(1, 25)));
		assertThat(difference.groups()).hasSize(3);
		assertThat(difference.terms()).extracting(CurriculumDifference.TermChange::term)
			.containsExactly(Term.PERIOD, Term.DUE);
	}

	@Test
	void nothingIsOtherwiseInTheSame() {
		assertThat(CurriculumDifference.between(version(BASE, 24), DUE, version(BASE, 24), DUE).isNone()).isTrue();
	}

	@Test
	void whatOneSideChangedIsTakenOver() {
		CurriculumPart mine = all(m(2), m(1, 40), atLeast(1, m(3), m(4)), m(7));
		CurriculumPart theirs = all(m(1), m(2), m(6), atLeast(2, m(3), m(4)), optional(m(5)));
		CurriculumMerge.Result result = merge(BASE, mine, theirs, Map.of());
		assertThat(result.conflicts()).isEmpty();
		assertThat(result.curriculum().root()).isEqualTo(all(m(2), m(6), m(1, 40), atLeast(2, m(3), m(4)), m(7)));
	}

	@Test
	void bothChangingTheSameIsAConflictAndTheDraftWinsUntilSomebodyChooses() {
		CurriculumPart mine = all(m(1, 40), m(2), atLeast(1, m(3), m(4)), optional(m(5)));
		CurriculumPart theirs = all(m(1, 20), m(2), atLeast(1, m(3), m(4)), optional(m(5)));
		CurriculumMerge.Result result = merge(BASE, mine, theirs, Map.of());
		assertThat(result.conflicts())
			.extracting(CurriculumMerge.Conflict::kind, CurriculumMerge.Conflict::mine,
					CurriculumMerge.Conflict::theirs)
			.containsExactly(Tuple.tuple(Kind.MINUTES, 40, 20));
		assertThat(result.curriculum().root()).isEqualTo(mine);
		String key = result.conflicts().getFirst().key();
		assertThat(merge(BASE, mine, theirs, Map.of(key, Side.THEIRS)).curriculum().root()).isEqualTo(theirs);
	}

	@Test
	void droppingWhatTheOtherChangedIsAConflict() {
		CurriculumPart mine = all(m(1), atLeast(1, m(3), m(4)), optional(m(5)));
		CurriculumPart theirs = all(m(1), m(2, 90), atLeast(1, m(3), m(4)), optional(m(5)));
		CurriculumMerge.Result result = merge(BASE, mine, theirs, Map.of());
		assertThat(result.conflicts()).extracting(CurriculumMerge.Conflict::kind).containsExactly(Kind.DROPPED);
		assertThat(result.curriculum().root()).isEqualTo(mine);
		String key = result.conflicts().getFirst().key();
		assertThat(merge(BASE, mine, theirs, Map.of(key, Side.THEIRS)).curriculum().root()).isEqualTo(theirs);
	}

	@Test
	void bothMovingAPartElsewhereAndBothReorderingAreConflicts() {
		CurriculumPart mine = all(m(1), atLeast(1, m(3), m(4), m(2)), optional(m(5)));
		CurriculumPart theirs = all(m(1), atLeast(1, m(3), m(4)), optional(m(5), m(2)));
		assertThat(merge(BASE, mine, theirs, Map.of()).conflicts()).extracting(CurriculumMerge.Conflict::kind)
			.containsExactly(Kind.PLACE);
		CurriculumPart flat = all(m(1), m(2), m(3));
		CurriculumMerge.Result result = merge(flat, all(m(3), m(1), m(2)), all(m(2), m(1), m(3)), Map.of());
		assertThat(result.conflicts()).extracting(CurriculumMerge.Conflict::kind).containsExactly(Kind.ORDER);
		assertThat(result.curriculum().root()).isEqualTo(all(m(3), m(1), m(2)));
	}

	@Test
	void termsAreMergedOneByOne() {
		var base = new CurriculumMerge.Version(version(BASE, 24), DUE);
		var mine = new CurriculumMerge.Version(version(BASE, 36), DUE);
		var theirs = new CurriculumMerge.Version(version(BASE, 12), Period.ofMonths(2));
		CurriculumMerge.Result result = CurriculumMerge.of(base, mine, theirs, Map.of());
		assertThat(result.conflicts()).extracting(CurriculumMerge.Conflict::term).containsExactly(Term.PERIOD);
		assertThat(result.curriculum().validity().period()).isEqualTo(Period.ofMonths(36));
		assertThat(result.due()).isEqualTo(Period.ofMonths(2));
	}

	@Test
	void whoChangedNothingGetsTheOtherSide() {
		Random random = new Random(4);
		for (int i = 0; i < 2000; i++) {
			CurriculumPart base = tree(random);
			CurriculumPart other = tree(random);
			assertThat(merge(base, base, other, Map.of())).satisfies((result) -> {
				assertThat(result.conflicts()).isEmpty();
				assertThat(result.curriculum().root()).isEqualTo(other);
			});
			assertThat(merge(base, other, base, Map.of())).satisfies((result) -> {
				assertThat(result.conflicts()).isEmpty();
				assertThat(result.curriculum().root()).isEqualTo(other);
			});
			assertThat(merge(base, other, other, Map.of()).curriculum().root()).isEqualTo(other);
		}
	}

	@Test
	void noPartIsLostOrDoubledByAMerge() {
		Random random = new Random(5);
		for (int i = 0; i < 2000; i++) {
			CurriculumPart base = tree(random);
			CurriculumPart mine = tree(random);
			CurriculumPart theirs = tree(random);
			List<String> merged = keys(merge(base, mine, theirs, Map.of()).curriculum().root());
			assertThat(merged).doesNotHaveDuplicates();
			List<String> expected = new ArrayList<>(keys(mine));
			keys(theirs).stream().filter((key) -> !keys(base).contains(key)).forEach((key) -> {
				if (!expected.contains(key)) {
					expected.add(key);
				}
			});
			assertThat(expected).containsAll(merged);
			assertThat(merged).containsAll(keys(mine).stream().filter((key) -> keys(theirs).contains(key)).toList());
		}
	}

	private static List<String> keys(CurriculumPart tree) {
		return tree.leaves().map((leaf) -> leaf.requirement().key()).toList();
	}

	/** Up to eight modules in sets of every kind. */
	private static CurriculumPart tree(Random random) {
		List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
		Collections.shuffle(numbers, random);
		List<CurriculumPart> parts = new ArrayList<>();
		while (numbers.size() > 2) {
			int size = 1 + random.nextInt(Math.min(3, numbers.size()));
			List<CurriculumPart> leaves = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				leaves.add(m(numbers.removeLast(), random.nextInt(2) * 10));
			}
			if (random.nextBoolean()) {
				parts.addAll(leaves);
			}
			else {
				GroupKind kind = GroupKind.values()[random.nextInt(4)];
				parts.add(kind.with(1, leaves));
			}
		}
		return new CurriculumPart.All(parts);
	}

	private static CurriculumMerge.Result merge(CurriculumPart base, CurriculumPart mine, CurriculumPart theirs,
			Map<String, Side> choices) {
		return CurriculumMerge.of(new CurriculumMerge.Version(version(base, 24), DUE),
				new CurriculumMerge.Version(version(mine, 24), DUE),
				new CurriculumMerge.Version(version(theirs, 24), DUE), choices);
	}

	private static Curriculum version(CurriculumPart root, int months) {
		return Curriculum.of(Curricula.DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, Validity.ofMonths(months),
				root, Instant.EPOCH);
	}

	private static CurriculumPart.Leaf m(int number) {
		return m(number, 0);
	}

	private static CurriculumPart.Leaf m(int number, int minutes) {
		return new CurriculumPart.Leaf(new CurriculumRequirement.PassModule(new LearningModuleId("m" + number)),
				minutes, Set.of());
	}

}
