package nl.kundig.courses.curriculum;

import java.util.List;
import java.util.Optional;

/** The kinds of set an editor chooses from. */
public enum GroupKind {

	ALL, IN_ORDER, AT_LEAST, OPTIONAL;

	/** The kind of this set; empty for a leaf. */
	public static Optional<GroupKind> of(CurriculumPart part) {
		return switch (part) {
			case CurriculumPart.Leaf leaf -> Optional.empty();
			case CurriculumPart.All set -> Optional.of(ALL);
			case CurriculumPart.AllInOrder set -> Optional.of(IN_ORDER);
			case CurriculumPart.AtLeast set -> Optional.of(AT_LEAST);
			case CurriculumPart.OptionalSet set -> Optional.of(OPTIONAL);
		};
	}

	/** How many of its parts this set asks; 0 when it does not count. */
	public static int least(CurriculumPart part) {
		return (part instanceof CurriculumPart.AtLeast set) ? set.least() : 0;
	}

	/** A set of this kind. */
	public CurriculumPart with(int least, List<CurriculumPart> parts) {
		return switch (this) {
			case ALL -> new CurriculumPart.All(parts);
			case IN_ORDER -> new CurriculumPart.AllInOrder(parts);
			case AT_LEAST -> new CurriculumPart.AtLeast(least, parts);
			case OPTIONAL -> new CurriculumPart.OptionalSet(parts);
		};
	}

	/** The same set with these parts. */
	static CurriculumPart refill(CurriculumPart set, List<CurriculumPart> parts) {
		return of(set).orElseThrow().with(least(set), parts);
	}

}
