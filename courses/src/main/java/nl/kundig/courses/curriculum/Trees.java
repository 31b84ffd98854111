package nl.kundig.courses.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The trees of a draft and the parts in them, by their paths. */
final class Trees {

	private Trees() {
	}

	static Optional<CurriculumPart> tree(CurriculumDraft draft, String name) {
		if (PartPath.ROOT.equals(name)) {
			return Optional.of(draft.root());
		}
		if (PartPath.RETURN.equals(name)) {
			return Optional.ofNullable(draft.validity().returnPath());
		}
		int number = number(name);
		return (number < draft.validity().refreshers().size()) ? Optional.of(draft.validity().refreshers().get(number))
				: Optional.empty();
	}

	/** What is there, or a refusal. */
	static CurriculumPart at(CurriculumDraft draft, PartPath path) {
		CurriculumPart part = tree(draft, path.tree()).orElseThrow(() -> nowhere(draft));
		for (int step : path.steps()) {
			if (step >= part.parts().size()) {
				throw nowhere(draft);
			}
			part = part.parts().get(step);
		}
		return part;
	}

	static CurriculumDraft put(CurriculumDraft draft, PartPath path, CurriculumPart part) {
		CurriculumPart whole = tree(draft, path.tree()).orElseThrow(() -> nowhere(draft));
		return with(draft, path.tree(), replaced(whole, path.steps(), part));
	}

	private static CurriculumPart replaced(CurriculumPart whole, List<Integer> steps, CurriculumPart part) {
		if (steps.isEmpty()) {
			return part;
		}
		List<CurriculumPart> parts = new ArrayList<>(whole.parts());
		int step = steps.getFirst();
		parts.set(step, replaced(parts.get(step), steps.subList(1, steps.size()), part));
		return GroupKind.refill(whole, parts);
	}

	static CurriculumDraft add(CurriculumDraft draft, String name) {
		Validity known = draft.validity();
		if (PartPath.RETURN.equals(name) && known.returnPath() == null) {
			return withValidity(draft, draft.root(), known.refreshers());
		}
		if (name.startsWith(PartPath.REFRESHER) && number(name) == known.refreshers().size()) {
			List<CurriculumPart> more = new ArrayList<>(known.refreshers());
			more.add(draft.root());
			return withValidity(draft, known.returnPath(), more);
		}
		throw nowhere(draft);
	}

	/** Takes a whole tree away; the curriculum itself cannot go. */
	static CurriculumDraft remove(CurriculumDraft draft, String name) {
		Validity known = draft.validity();
		if (PartPath.RETURN.equals(name)) {
			return withValidity(draft, null, known.refreshers());
		}
		if (PartPath.ROOT.equals(name)) {
			throw nowhere(draft);
		}
		List<CurriculumPart> fewer = new ArrayList<>(known.refreshers());
		fewer.remove(number(name));
		return withValidity(draft, known.returnPath(), fewer);
	}

	private static CurriculumDraft with(CurriculumDraft draft, String name, CurriculumPart tree) {
		Validity known = draft.validity();
		if (PartPath.ROOT.equals(name)) {
			return draft.withRoot(tree);
		}
		if (PartPath.RETURN.equals(name)) {
			return withValidity(draft, tree, known.refreshers());
		}
		List<CurriculumPart> changed = new ArrayList<>(known.refreshers());
		changed.set(number(name), tree);
		return withValidity(draft, known.returnPath(), changed);
	}

	private static CurriculumDraft withValidity(CurriculumDraft draft, @Nullable CurriculumPart returnPath,
			List<CurriculumPart> refreshers) {
		Validity known = draft.validity();
		return draft.withTerms(draft.title(), draft.level(), draft.role(), new Validity(known.basis(), known.period(),
				known.window(), known.grace(), known.early(), returnPath, refreshers), draft.due());
	}

	private static int number(String name) {
		return Integer.parseInt(name.substring(PartPath.REFRESHER.length()));
	}

	private static DraftRefused nowhere(CurriculumDraft draft) {
		return new DraftRefused(DraftRefused.Reason.NO_SUCH_PLACE, draft.id());
	}

}
