package nl.kundig.courses.curriculum;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumMistake.Kind;

/** Finds what is wrong with a curriculum before anybody gets it. */
final class CurriculumCheck {

	/** Every length is measured from this day. */
	private static final LocalDate SOME_DAY = LocalDate.of(2025, 1, 1);

	private static final int HIGHEST_LEVEL = 4;

	private static final int LONGEST_YEARS = 10;

	private static final int MOST_MINUTES = 10_000;

	private static final int DEEPEST = 8;

	private final Predicate<LearningModuleId> modules;

	private final Function<CurriculumId, Optional<Curriculum>> curricula;

	private final List<CurriculumMistake> mistakes = new ArrayList<>();

	/**
	 * @param modules whether there is such a module
	 * @param curricula the version of a curriculum that holds now
	 */
	CurriculumCheck(Predicate<LearningModuleId> modules, Function<CurriculumId, Optional<Curriculum>> curricula) {
		this.modules = modules;
		this.curricula = curricula;
	}

	List<CurriculumMistake> of(Curriculum curriculum) {
		this.mistakes.clear();
		if (curriculum.title().isBlank()) {
			add(Kind.NO_TITLE, curriculum.curriculum());
		}
		if (curriculum.level() < 0 || curriculum.level() > HIGHEST_LEVEL) {
			add(Kind.LEVEL_OUT_OF_RANGE, curriculum.level());
		}
		checkValidity(curriculum.validity());
		curriculum.trees().forEach((tree) -> {
			checkSet(tree, 1);
			Set<String> seen = new HashSet<>();
			tree.leaves()
				.map((leaf) -> leaf.requirement().key() + leaf.roles().stream().sorted().toList())
				.filter((key) -> !seen.add(key))
				.forEach((key) -> add(Kind.DOUBLE, key));
		});
		checkCycle(curriculum);
		return List.copyOf(this.mistakes);
	}

	private void checkSet(CurriculumPart part, int depth) {
		if (depth > DEEPEST) {
			add(Kind.TOO_DEEP, depth);
			return;
		}
		switch (part) {
			case CurriculumPart.Leaf leaf -> checkLeaf(leaf);
			case CurriculumPart.AtLeast set when set.least() < 1 || set.least() > set.parts().size() ->
				add(Kind.IMPOSSIBLE_NUMBER, set.least() + " of " + set.parts().size());
			case CurriculumPart set when set.parts().isEmpty() -> add(Kind.EMPTY_SET, part.getClass().getSimpleName());
			default -> {
				// A set like any other; its parts are looked at below.
			}
		}
		part.parts().forEach((child) -> checkSet(child, depth + 1));
	}

	private void checkLeaf(CurriculumPart.Leaf leaf) {
		if (leaf.minutes() < 0 || leaf.minutes() > MOST_MINUTES) {
			add(Kind.MINUTES_OUT_OF_RANGE, leaf.requirement().key() + " " + leaf.minutes());
		}
		if (leaf.requirement() instanceof CurriculumRequirement.PassModule(var module) && !this.modules.test(module)) {
			add(Kind.UNKNOWN_MODULE, module);
		}
	}

	private void checkValidity(Validity validity) {
		Period period = validity.period();
		if (isLonger(Period.ofMonths(1), period) || isLonger(period, Period.ofYears(LONGEST_YEARS))) {
			add(Kind.PERIOD_OUT_OF_RANGE, period);
		}
		checkSpan(validity.window(), period);
		checkSpan(validity.grace(), period);
		if (validity.basis() instanceof ValidityBasis.FixedDay(var month, var day, var minimum)) {
			checkSpan(minimum, period);
			if (period.getYears() < 1 || period.getMonths() != 0 || period.getDays() != 0) {
				add(Kind.NO_WHOLE_YEARS, period);
			}
			if (day < 1 || day > month.maxLength()) {
				add(Kind.NO_SUCH_DAY, day + " " + month);
			}
		}
	}

	private void checkSpan(Period span, Period period) {
		if (span.isNegative() || isLonger(span, period)) {
			add(Kind.SPAN_OUT_OF_RANGE, span);
		}
	}

	private void checkCycle(Curriculum curriculum) {
		Set<CurriculumId> seen = new HashSet<>();
		List<CurriculumId> open = new ArrayList<>(needed(curriculum));
		for (CurriculumId id : open) {
			if (!id.equals(curriculum.curriculum()) && this.curricula.apply(id).isEmpty()) {
				add(Kind.UNKNOWN_CURRICULUM, id);
			}
		}
		while (!open.isEmpty()) {
			CurriculumId id = open.removeLast();
			if (id.equals(curriculum.curriculum())) {
				add(Kind.CYCLE, id);
				return;
			}
			if (seen.add(id)) {
				this.curricula.apply(id).ifPresent((needs) -> open.addAll(needed(needs)));
			}
		}
	}

	private static List<CurriculumId> needed(Curriculum curriculum) {
		List<CurriculumId> needed = new ArrayList<>();
		curriculum.trees().flatMap(CurriculumPart::leaves).forEach((leaf) -> {
			if (leaf.requirement() instanceof CurriculumRequirement.HoldCertificate(var id)) {
				needed.add(id);
			}
		});
		return needed;
	}

	private static boolean isLonger(Period one, Period other) {
		return SOME_DAY.plus(one).isAfter(SOME_DAY.plus(other));
	}

	private void add(Kind kind, Object what) {
		this.mistakes.add(new CurriculumMistake(kind, what.toString()));
	}

}
