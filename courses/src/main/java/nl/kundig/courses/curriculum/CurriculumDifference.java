package nl.kundig.courses.curriculum;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * What is otherwise in one version than in another.
 *
 * @param kept what both ask, moved or not
 * @param moved what both ask, at another place
 * @param minutes what takes more or less
 * @param roles what is for others
 * @param groups sets of another kind, and sets that only one of the two has
 * @param terms everything that is no part: title, validity, due period
 */
public record CurriculumDifference(List<Leaf> kept, List<Leaf> added, List<Leaf> dropped, List<Leaf> moved,
		List<LeafChange> minutes, List<LeafChange> roles, List<GroupChange> groups, List<TermChange> terms) {

	/** The same requirement in both. */
	public record LeafChange(Leaf before, Leaf after) {
	}

	/** A set in both; null where it is not. */
	public record GroupChange(@Nullable CurriculumPart before, @Nullable CurriculumPart after) {
	}

	/** A term in both; null where it is unknown. */
	public record TermChange(Term term, @Nullable Object before, @Nullable Object after) {
	}

	/** What there is besides the parts. */
	public enum Term {

		TITLE, LEVEL, ROLE, BASIS, PERIOD, WINDOW, GRACE, EARLY, RETURN_PATH, REFRESHERS, DUE;

		/** What this term is in that version. */
		@Nullable Object of(Curriculum curriculum, Period due) {
			Validity validity = curriculum.validity();
			return switch (this) {
				case TITLE -> curriculum.title();
				case LEVEL -> curriculum.level();
				case ROLE -> curriculum.role();
				case BASIS -> validity.basis();
				case PERIOD -> validity.period();
				case WINDOW -> validity.window();
				case GRACE -> validity.grace();
				case EARLY -> validity.early();
				case RETURN_PATH -> validity.returnPath();
				case REFRESHERS -> validity.refreshers();
				case DUE -> due;
			};
		}

	}

	/** From the one to the other, each with its due period. */
	public static CurriculumDifference between(Curriculum before, Period dueBefore, Curriculum after, Period dueAfter) {
		Outline old = Outline.of(before.root(), "old-");
		Outline now = Outline.of(after.root(), "new-").matchedTo(old);
		CurriculumDifference difference = new CurriculumDifference(new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>());
		Set<String> steady = steady(old, now);
		now.nodes().forEach((id, node) -> difference.add(old.node(id), node, steady.contains(id)));
		old.nodes().forEach((id, node) -> {
			if (now.node(id) == null) {
				difference.add(node, null, true);
			}
		});
		for (Term term : Term.values()) {
			Object was = term.of(before, dueBefore);
			Object is = term.of(after, dueAfter);
			if (!Objects.equals(was, is)) {
				difference.terms.add(new TermChange(term, was, is));
			}
		}
		return difference;
	}

	/** Whether nothing is otherwise. */
	public boolean isNone() {
		return this.added.isEmpty() && this.dropped.isEmpty() && this.moved.isEmpty() && this.minutes.isEmpty()
				&& this.roles.isEmpty() && this.groups.isEmpty() && this.terms.isEmpty();
	}

	private void add(Outline.@Nullable Node before, Outline.@Nullable Node after, boolean steady) {
		CurriculumPart old = (before != null) ? before.part() : null;
		CurriculumPart now = (after != null) ? after.part() : null;
		if (old instanceof Leaf was && now instanceof Leaf is) {
			this.kept.add(is);
			if (!steady) {
				this.moved.add(is);
			}
			if (was.minutes() != is.minutes()) {
				this.minutes.add(new LeafChange(was, is));
			}
			if (!was.roles().equals(is.roles())) {
				this.roles.add(new LeafChange(was, is));
			}
		}
		else if (old == null && now instanceof Leaf is) {
			this.added.add(is);
		}
		else if (now == null && old instanceof Leaf was) {
			this.dropped.add(was);
		}
		else if (old == null || now == null || !GroupKind.of(old).equals(GroupKind.of(now))
				|| GroupKind.least(old) != GroupKind.least(now)) {
			this.groups.add(new GroupChange(old, now));
		}
	}

	/**
	 * The parts that stand where they stood: as many as possible, so that who puts one
	 * part in front moved one and not all the others.
	 */
	private static Set<String> steady(Outline old, Outline now) {
		Set<String> steady = new HashSet<>();
		steady.add(Outline.TOP);
		for (String set : now.nodes().keySet()) {
			List<String> before = old.children(set).stream().filter(now.children(set)::contains).toList();
			List<String> after = now.children(set).stream().filter(before::contains).toList();
			steady.addAll(longestCommon(before, after));
		}
		return steady;
	}

	private static List<String> longestCommon(List<String> one, List<String> other) {
		int[][] length = new int[one.size() + 1][other.size() + 1];
		for (int i = one.size() - 1; i >= 0; i--) {
			for (int j = other.size() - 1; j >= 0; j--) {
				length[i][j] = one.get(i).equals(other.get(j)) ? length[i + 1][j + 1] + 1
						: Math.max(length[i + 1][j], length[i][j + 1]);
			}
		}
		List<String> common = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < one.size() && j < other.size()) {
			if (one.get(i).equals(other.get(j))) {
				common.add(one.get(i));
				i++;
				j++;
			}
			else if (length[i + 1][j] >= length[i][j + 1]) {
				i++;
			}
			else {
				j++;
			}
		}
		return common;
	}

}
