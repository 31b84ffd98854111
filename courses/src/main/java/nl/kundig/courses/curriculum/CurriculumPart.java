package nl.kundig.courses.curriculum;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.kundig.courses.people.LearnerRole;

import org.springframework.data.annotation.TypeAlias;

/** A curriculum as a tree: sets within sets, with requirements at the ends. */
public sealed interface CurriculumPart {

	/** What hangs directly below; nothing below a leaf. */
	List<CurriculumPart> parts();

	/** Every leaf, also those that need not be met. */
	default Stream<Leaf> leaves() {
		return parts().stream().flatMap(CurriculumPart::leaves);
	}

	/** The leaves outside every optional set. */
	default Stream<Leaf> required() {
		return parts().stream().flatMap(CurriculumPart::required);
	}

	static CurriculumPart all(CurriculumPart... parts) {
		return new All(List.of(parts));
	}

	static CurriculumPart inOrder(CurriculumPart... parts) {
		return new AllInOrder(List.of(parts));
	}

	static CurriculumPart atLeast(int least, CurriculumPart... parts) {
		return new AtLeast(least, List.of(parts));
	}

	static CurriculumPart optional(CurriculumPart... parts) {
		return new OptionalSet(List.of(parts));
	}

	/** The requirement, for every role, with its minutes unknown. */
	static Leaf leaf(CurriculumRequirement requirement, LearnerRole... roles) {
		return new Leaf(requirement, 0, Set.copyOf(Arrays.asList(roles)));
	}

	/**
	 * One requirement.
	 *
	 * @param minutes what it takes, or 0 when the content itself says
	 * @param roles for whom; empty for everybody
	 */
	@TypeAlias("curriculumLeaf")
	record Leaf(CurriculumRequirement requirement, int minutes, Set<LearnerRole> roles) implements CurriculumPart {

		// Always in the order of the roles, so that the same content has the same hash.
		public Leaf {
			Collection<LearnerRole> given = roles;
			Set<LearnerRole> sorted = EnumSet.noneOf(LearnerRole.class);
			sorted.addAll(given);
			roles = Collections.unmodifiableSet(sorted);
		}

		/** Whether it is for somebody with one of these roles. */
		public boolean isFor(Set<LearnerRole> held) {
			return this.roles.isEmpty() || !Collections.disjoint(this.roles, held);
		}

		@Override
		public List<CurriculumPart> parts() {
			return List.of();
		}

		@Override
		public Stream<Leaf> leaves() {
			return Stream.of(this);
		}

		@Override
		public Stream<Leaf> required() {
			return Stream.of(this);
		}

	}

	/** Everything, in any order. */
	@TypeAlias("all")
	record All(List<CurriculumPart> parts) implements CurriculumPart {

		public All {
			parts = List.copyOf(parts);
		}

	}

	/** Everything; a part counts from the day the one before it was met. */
	@TypeAlias("allInOrder")
	record AllInOrder(List<CurriculumPart> parts) implements CurriculumPart {

		public AllInOrder {
			parts = List.copyOf(parts);
		}

	}

	/** So many of the parts, whichever. */
	@TypeAlias("atLeast")
	record AtLeast(int least, List<CurriculumPart> parts) implements CurriculumPart {

		public AtLeast {
			parts = List.copyOf(parts);
		}

	}

	/** Offered as well; hinders nobody. */
	@TypeAlias("optionalSet")
	record OptionalSet(List<CurriculumPart> parts) implements CurriculumPart {

		public OptionalSet {
			parts = List.copyOf(parts);
		}

		@Override
		public Stream<Leaf> required() {
			return Stream.empty();
		}

	}

}
