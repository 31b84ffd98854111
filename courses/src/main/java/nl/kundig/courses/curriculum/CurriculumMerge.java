package nl.kundig.courses.curriculum;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import nl.kundig.courses.curriculum.CurriculumDifference.Term;
import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import nl.kundig.courses.people.LearnerRole;
import org.jspecify.annotations.Nullable;

/**
 * A new version of the original brought into a draft that was made from an earlier one.
 * What only one side changed is taken over; what both changed is a conflict, in which the
 * draft wins until somebody chooses otherwise.
 */
public final class CurriculumMerge {

	private final Outline base;

	private final Outline mine;

	private final Outline theirs;

	private final Map<String, Side> choices;

	private final List<Conflict> conflicts = new ArrayList<>();

	/** Which of the two. */
	public enum Side {

		MINE, THEIRS

	}

	/** What two sides can differ about. */
	public enum Kind {

		MINUTES, ROLES, GROUP, PLACE, ORDER,

		/** One dropped what the other changed. */
		DROPPED, TERM

	}

	/**
	 * Both sides changed the same thing, each in its own way.
	 *
	 * @param key names it in a form
	 * @param part the part it is about, as the draft has it when it has it
	 * @param term the term it is about, else null
	 * @param mine what the draft says; null when it dropped the part
	 * @param theirs what the new original says; null when it dropped the part
	 */
	public record Conflict(String key, Kind kind, @Nullable CurriculumPart part, @Nullable Term term,
			@Nullable Object mine, @Nullable Object theirs, Side chosen) {
	}

	/** What comes of it. */
	public record Result(Curriculum curriculum, Period due, List<Conflict> conflicts) {
	}

	/** A version with its due period. */
	public record Version(Curriculum curriculum, Period due) {

		Outline outline(String side) {
			return Outline.of(this.curriculum.root(), side);
		}

	}

	private CurriculumMerge(Version base, Version mine, Version theirs, Map<String, Side> choices) {
		this.base = base.outline("base-");
		this.mine = mine.outline("mine-").matchedTo(this.base);
		this.theirs = theirs.outline("theirs-").matchedTo(this.base).matchedTo(this.mine);
		this.choices = choices;
	}

	/**
	 * The merge of the draft and the new original.
	 * @param base the version the draft was made from
	 * @param choices the side of each conflict that somebody decided, by its key
	 */
	public static Result of(Version base, Version mine, Version theirs, Map<String, Side> choices) {
		CurriculumMerge merge = new CurriculumMerge(base, mine, theirs, choices);
		Map<Term, @Nullable Object> terms = new HashMap<>();
		CurriculumPart root = merge.tree();
		for (Term term : Term.values()) {
			terms.put(term, merge.term(term, base, mine, theirs));
		}
		Curriculum curriculum = mine.curriculum();
		return new Result(
				Curriculum.of(curriculum.curriculum(), (String) Objects.requireNonNull(terms.get(Term.TITLE)),
						(Integer) Objects.requireNonNull(terms.get(Term.LEVEL)),
						(LearnerRole) Objects.requireNonNull(terms.get(Term.ROLE)), validity(terms), root,
						curriculum.publishedAt()),
				(Period) Objects.requireNonNull(terms.get(Term.DUE)), List.copyOf(merge.conflicts));
	}

	private static Validity validity(Map<Term, @Nullable Object> terms) {
		List<CurriculumPart> refreshers = ((Collection<?>) Objects.requireNonNull(terms.get(Term.REFRESHERS))).stream()
			.map(CurriculumPart.class::cast)
			.toList();
		return new Validity((ValidityBasis) Objects.requireNonNull(terms.get(Term.BASIS)),
				(Period) Objects.requireNonNull(terms.get(Term.PERIOD)),
				(Period) Objects.requireNonNull(terms.get(Term.WINDOW)),
				(Period) Objects.requireNonNull(terms.get(Term.GRACE)),
				(EarlyWork) Objects.requireNonNull(terms.get(Term.EARLY)), (CurriculumPart) terms.get(Term.RETURN_PATH),
				refreshers);
	}

	private @Nullable Object term(Term term, Version base, Version mine, Version theirs) {
		return pick("term|" + term, Kind.TERM, null, term, term.of(base.curriculum(), base.due()),
				term.of(mine.curriculum(), mine.due()), term.of(theirs.curriculum(), theirs.due()));
	}

	// What only one changed is that one's; what both changed to the same is no question.
	private @Nullable Object pick(String key, Kind kind, @Nullable CurriculumPart part, @Nullable Term term,
			@Nullable Object was, @Nullable Object mineSays, @Nullable Object theirsSays) {
		if (Objects.equals(mineSays, theirsSays) || Objects.equals(was, theirsSays)) {
			return mineSays;
		}
		if (Objects.equals(was, mineSays)) {
			return theirsSays;
		}
		Side chosen = this.choices.getOrDefault(key, Side.MINE);
		this.conflicts.add(new Conflict(key, kind, part, term, mineSays, theirsSays, chosen));
		return (chosen == Side.MINE) ? mineSays : theirsSays;
	}

	private CurriculumPart tree() {
		Set<String> all = new LinkedHashSet<>(this.mine.nodes().keySet());
		all.addAll(this.theirs.nodes().keySet());
		all.addAll(this.base.nodes().keySet());
		Set<String> kept = new LinkedHashSet<>();
		all.stream().filter(this::isKept).forEach(kept::add);
		Map<String, List<String>> children = new HashMap<>();
		Map<String, String> parents = new HashMap<>();
		for (String id : kept) {
			if (!Outline.TOP.equals(id)) {
				parents.put(id, parent(id, kept));
			}
		}
		parents.forEach((id, parent) -> children
			.computeIfAbsent(isRound(id, parents) ? Outline.TOP : parent, (missing) -> new ArrayList<>())
			.add(id));
		children.replaceAll(this::ordered);
		return part(Outline.TOP, children);
	}

	private boolean isKept(String id) {
		Outline.Node was = this.base.node(id);
		Outline.Node my = this.mine.node(id);
		Outline.Node their = this.theirs.node(id);
		if (was == null || (my != null && their != null)) {
			return true;
		}
		Outline.Node left = (my != null) ? my : their;
		if (left == null || isSame(was.part(), left.part())) {
			return false;
		}
		String key = "dropped|" + id;
		Side chosen = this.choices.getOrDefault(key, Side.MINE);
		this.conflicts.add(new Conflict(key, Kind.DROPPED, left.part(), null, (my != null) ? my.part() : null,
				(their != null) ? their.part() : null, chosen));
		return ((chosen == Side.MINE) ? my : their) != null;
	}

	// Of a set only its kind is compared: what is in it is looked at by itself.
	private static boolean isSame(CurriculumPart one, CurriculumPart other) {
		return (one instanceof Leaf) ? one.equals(other)
				: GroupKind.of(one).equals(GroupKind.of(other)) && GroupKind.least(one) == GroupKind.least(other);
	}

	private String parent(String id, Set<String> kept) {
		Outline.Node was = this.base.node(id);
		Outline.Node my = this.mine.node(id);
		Outline.Node their = this.theirs.node(id);
		String wanted;
		if (my != null && their != null) {
			Object picked = pick("place|" + id, Kind.PLACE, my.part(), null, (was != null) ? was.parent() : null,
					my.parent(), their.parent());
			wanted = String.valueOf(picked);
		}
		else {
			wanted = String.valueOf(((my != null) ? my : Objects.requireNonNull(their)).parent());
		}
		while (!kept.contains(wanted)) {
			Outline.Node gone = this.mine.node(wanted);
			gone = (gone != null) ? gone : this.theirs.node(wanted);
			gone = (gone != null) ? gone : this.base.node(wanted);
			wanted = (gone != null && gone.parent() != null) ? gone.parent() : Outline.TOP;
		}
		return wanted;
	}

	// One side put A into B, the other B into A.
	private static boolean isRound(String id, Map<String, String> parents) {
		Set<String> seen = new HashSet<>();
		String at = id;
		while (at != null && !Outline.TOP.equals(at)) {
			if (!seen.add(at)) {
				return at.equals(id);
			}
			at = parents.get(at);
		}
		return false;
	}

	private List<String> ordered(String set, List<String> children) {
		List<String> was = in(this.base, set, children);
		List<String> my = in(this.mine, set, children);
		List<String> their = in(this.theirs, set, children);
		boolean movedTheirs = isReordered(was, their);
		boolean first = !movedTheirs;
		if (movedTheirs && isReordered(was, my) && isReordered(my, their)) {
			String key = "order|" + set;
			Side chosen = this.choices.getOrDefault(key, Side.MINE);
			Outline.Node node = this.mine.node(set);
			this.conflicts.add(new Conflict(key, Kind.ORDER, (node != null) ? node.part() : null, null,
					parts(this.mine, my), parts(this.theirs, their), chosen));
			first = chosen == Side.MINE;
		}
		else if (movedTheirs && isReordered(was, my)) {
			first = true;
		}
		List<String> ordered = new ArrayList<>(first ? my : their);
		List<String> other = first ? their : my;
		for (int i = 0; i < other.size(); i++) {
			if (!ordered.contains(other.get(i))) {
				int place = 0;
				for (int before = i - 1; before >= 0 && place == 0; before--) {
					place = ordered.indexOf(other.get(before)) + 1;
				}
				ordered.add(place, other.get(i));
			}
		}
		children.stream().filter((child) -> !ordered.contains(child)).forEach(ordered::add);
		return ordered;
	}

	private static List<String> in(Outline outline, String set, List<String> children) {
		return outline.children(set).stream().filter(children::contains).toList();
	}

	private static boolean isReordered(List<String> one, List<String> other) {
		return !one.stream().filter(other::contains).toList().equals(other.stream().filter(one::contains).toList());
	}

	private static List<CurriculumPart> parts(Outline outline, List<String> ids) {
		return ids.stream().map(outline::node).filter(Objects::nonNull).map(Outline.Node::part).toList();
	}

	private CurriculumPart part(String id, Map<String, List<String>> children) {
		Outline.Node was = this.base.node(id);
		Outline.Node my = this.mine.node(id);
		Outline.Node their = this.theirs.node(id);
		CurriculumPart old = (was != null) ? was.part() : null;
		CurriculumPart one = ((my != null) ? my : Objects.requireNonNull((their != null) ? their : was)).part();
		CurriculumPart other = (their != null) ? their.part() : one;
		if (one instanceof Leaf mineLeaf && other instanceof Leaf theirLeaf) {
			Leaf oldLeaf = (old instanceof Leaf leaf) ? leaf : null;
			Object minutes = pick("minutes|" + id, Kind.MINUTES, one, null,
					(oldLeaf != null) ? oldLeaf.minutes() : null, mineLeaf.minutes(), theirLeaf.minutes());
			Object roles = pick("roles|" + id, Kind.ROLES, one, null, (oldLeaf != null) ? oldLeaf.roles() : null,
					mineLeaf.roles(), theirLeaf.roles());
			return new Leaf(mineLeaf.requirement(), (Integer) Objects.requireNonNull(minutes),
					((roles == mineLeaf.roles()) ? mineLeaf : theirLeaf).roles());
		}
		Object kind = pick("group|" + id, Kind.GROUP, one, null, (old != null) ? Shape.of(old) : null, Shape.of(one),
				Shape.of(other));
		List<CurriculumPart> parts = children.getOrDefault(id, List.of())
			.stream()
			.map((child) -> part(child, children))
			// A group that lost all its parts to other groups has nothing left to say.
			.filter((child) -> child instanceof Leaf || !child.parts().isEmpty())
			.toList();
		Shape shape = (Shape) Objects.requireNonNull(kind);
		return shape.kind().with(shape.least(), parts);
	}

	/**
	 * What a set is without its parts.
	 *
	 * @param least 0 when it does not count
	 */
	public record Shape(GroupKind kind, int least) {

		static Shape of(CurriculumPart set) {
			return new Shape(GroupKind.of(set).orElse(GroupKind.ALL), GroupKind.least(set));
		}

	}

}
