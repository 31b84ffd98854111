package nl.kundig.courses.curriculum;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import nl.kundig.courses.people.LearnerRole;

/** One thing an editor does with a draft. */
public sealed interface DraftChange {

	CurriculumDraft applyTo(CurriculumDraft draft);

	/**
	 * Whether it may be stored while it leaves something to be mended: who takes out one
	 * of three must get the chance to ask for fewer.
	 */
	default boolean mayLeaveMistakes() {
		return false;
	}

	/** A change to one tree, made where a part is. */
	sealed interface Moving extends DraftChange {

		PartPath path();

		@Override
		default boolean mayLeaveMistakes() {
			return true;
		}

	}

	/** One place towards the front. */
	record Up(PartPath path) implements Moving {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			return swap(draft, this.path, -1);
		}

	}

	/** One place towards the end. */
	record Down(PartPath path) implements Moving {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			return swap(draft, this.path, 1);
		}

	}

	/** Into the group right above, or into a new one when there is none. */
	record IntoGroup(PartPath path) implements Moving {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			CurriculumPart part = Trees.at(draft, this.path);
			if (this.path.isTop()) {
				return Trees.put(draft, this.path, CurriculumPart.all(part));
			}
			return siblings(draft, this.path, (parts) -> {
				int place = this.path.last();
				CurriculumPart above = (place > 0) ? parts.get(place - 1) : part;
				if (place > 0 && GroupKind.of(above).isPresent()) {
					List<CurriculumPart> more = new ArrayList<>(above.parts());
					more.add(part);
					parts.set(place - 1, GroupKind.refill(above, more));
					parts.remove(place);
				}
				else {
					parts.set(place, CurriculumPart.all(part));
				}
				return parts;
			});
		}

	}

	/** Behind the group it is in; a group that has nothing left goes. */
	record OutOfGroup(PartPath path) implements Moving {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			if (this.path.steps().size() < 2) {
				throw nowhere(draft);
			}
			CurriculumPart part = Trees.at(draft, this.path);
			PartPath group = this.path.parent();
			CurriculumDraft without = siblings(draft, this.path, (parts) -> {
				parts.remove(this.path.last());
				return parts;
			});
			return siblings(without, group, (parts) -> {
				parts.add(group.last() + 1, part);
				if (parts.get(group.last()).parts().isEmpty()) {
					parts.remove(group.last());
				}
				return parts;
			});
		}

	}

	/** Away with it, and with all that is in it. */
	record Remove(PartPath path) implements Moving {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			Trees.at(draft, this.path);
			if (this.path.isTop()) {
				return Trees.remove(draft, this.path.tree());
			}
			return siblings(draft, this.path, (parts) -> {
				parts.remove(this.path.last());
				return parts;
			});
		}

	}

	/** A group without parts, to be filled. */
	record AddGroup(PartPath path, GroupKind kind) implements Moving {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			return append(draft, this.path, this.kind.with(1, List.of()));
		}

	}

	/** Something to be done, at the end of a group. */
	record AddLeaf(PartPath path, CurriculumPart.Leaf leaf) implements DraftChange {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			return append(draft, this.path, this.leaf);
		}

	}

	/** Another kind of group. */
	record SetGroup(PartPath path, GroupKind kind, int least) implements DraftChange {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			CurriculumPart set = Trees.at(draft, this.path);
			if (GroupKind.of(set).isEmpty()) {
				throw nowhere(draft);
			}
			return Trees.put(draft, this.path, this.kind.with(this.least, set.parts()));
		}

	}

	/** What something takes, and for whom it is. */
	record SetLeaf(PartPath path, int minutes, Set<LearnerRole> roles) implements DraftChange {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			if (!(Trees.at(draft, this.path) instanceof CurriculumPart.Leaf leaf)) {
				throw nowhere(draft);
			}
			return Trees.put(draft, this.path, new CurriculumPart.Leaf(leaf.requirement(), this.minutes, this.roles));
		}

	}

	/** A return path or one more refresher, which begin as the whole. */
	record AddTree(String tree) implements DraftChange {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			return Trees.add(draft, this.tree);
		}

		// What is still to be mended in the whole comes along.
		@Override
		public boolean mayLeaveMistakes() {
			return true;
		}

	}

	/** Everything but the trees; those of the validity stay as they are. */
	record Terms(String title, int level, LearnerRole role, ValidityBasis basis, Period period, Period window,
			Period grace, EarlyWork early, Period due) implements DraftChange {

		@Override
		public CurriculumDraft applyTo(CurriculumDraft draft) {
			Validity known = draft.validity();
			return draft.withTerms(this.title.strip(), this.level, this.role, new Validity(this.basis, this.period,
					this.window, this.grace, this.early, known.returnPath(), known.refreshers()), this.due);
		}

	}

	private static CurriculumDraft swap(CurriculumDraft draft, PartPath path, int by) {
		Trees.at(draft, path);
		if (path.isTop()) {
			throw nowhere(draft);
		}
		return siblings(draft, path, (parts) -> {
			int to = path.last() + by;
			if (to < 0 || to >= parts.size()) {
				throw nowhere(draft);
			}
			CurriculumPart part = parts.remove(path.last());
			parts.add(to, part);
			return parts;
		});
	}

	private static CurriculumDraft append(CurriculumDraft draft, PartPath path, CurriculumPart part) {
		CurriculumPart set = Trees.at(draft, path);
		if (GroupKind.of(set).isEmpty()) {
			throw nowhere(draft);
		}
		List<CurriculumPart> more = new ArrayList<>(set.parts());
		more.add(part);
		return Trees.put(draft, path, GroupKind.refill(set, more));
	}

	private static CurriculumDraft siblings(CurriculumDraft draft, PartPath path,
			Function<List<CurriculumPart>, List<CurriculumPart>> change) {
		CurriculumPart set = Trees.at(draft, path.parent());
		return Trees.put(draft, path.parent(), GroupKind.refill(set, change.apply(new ArrayList<>(set.parts()))));
	}

	private static DraftRefused nowhere(CurriculumDraft draft) {
		return new DraftRefused(DraftRefused.Reason.NO_SUCH_PLACE, draft.id());
	}

}
