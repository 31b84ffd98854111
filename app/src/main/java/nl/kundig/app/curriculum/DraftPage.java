package nl.kundig.app.curriculum;

import java.util.List;
import java.util.Set;

import nl.kundig.app.curriculum.CurriculumWords.DifferenceView;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.GroupKind;
import org.jspecify.annotations.Nullable;

/**
 * A draft, ready to show.
 *
 * @param editable whether this person may change it now
 * @param working whether this person works on drafts of this owner at all
 * @param publishable whether this person is the second pair of eyes
 * @param original what it was made from, in words; null when it started from nothing
 * @param newer whether the original has a newer version
 */
record DraftPage(CurriculumDraft draft, String owner, boolean editable, boolean working, boolean publishable,
		@Nullable String original, boolean newer, String author, String lastEditor, String version,
		List<TreeView> trees, List<String> mistakes, List<DifferenceView> difference, List<StepView> history,
		List<ModuleView> learnerModules, List<String> learnerOthers, List<ModuleView> learnerOptional) {

	/**
	 * One tree of it.
	 *
	 * @param name "root", "return" or "refresher-0"
	 * @param removable whether the tree as a whole can go
	 */
	record TreeView(String name, String title, boolean removable, PartView top) {
	}

	/**
	 * One part, with what can be done there.
	 *
	 * @param anchor its id in the page
	 * @param summary how a group counts, or what a leaf takes and for whom
	 * @param kind of a group; null for a leaf
	 * @param roles codes of the roles a leaf is for; empty for everybody
	 */
	record PartView(String path, String anchor, String title, String summary, boolean leaf, @Nullable GroupKind kind,
			int least, int minutes, Set<String> roles, boolean first, boolean last, boolean top, boolean inGroup,
			List<PartView> parts) {
	}

	/** What somebody did. */
	record StepView(String action, String by, String at) {
	}

}
