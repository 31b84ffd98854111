package nl.kundig.app.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.curriculum.DraftPage.PartView;
import nl.kundig.app.curriculum.DraftPage.StepView;
import nl.kundig.app.curriculum.DraftPage.TreeView;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.GroupKind;
import nl.kundig.courses.curriculum.PartPath;
import nl.kundig.courses.people.LearnerRole;

import org.springframework.stereotype.Component;

/** Puts a draft together for the pages that show it. */
@Component
class DraftPages {

	private final CurriculumDraftService drafts;

	private final CurriculumService curricula;

	private final ContentService content;

	private final CurriculumWords words;

	private final CurriculumAccess access;

	DraftPages(CurriculumDraftService drafts, CurriculumService curricula, ContentService content,
			CurriculumWords words, CurriculumAccess access) {
		this.drafts = drafts;
		this.curricula = curricula;
		this.content = content;
		this.words = words;
		this.access = access;
	}

	/** Something that can be added. */
	record Choice(String value, String text) {
	}

	DraftPage of(CurriculumDraft draft, LoggedIn me) {
		boolean working = this.access.mayWork(me, draft.municipality());
		String original = this.drafts.original(draft)
			.map((version) -> this.words.text("draft.original", version.title(), shortened(version.version()),
					this.words.day(version.publishedAt())))
			.orElse(null);
		Curriculum version = draft.asVersion(draft.lastStep().at());
		return new DraftPage(draft, this.access.owner(draft.municipality()),
				working && draft.state() == CurriculumDraft.State.DRAFT, working,
				working && draft.state() == CurriculumDraft.State.OFFERED && draft.isSecondPairOfEyes(me.getUsername()),
				original, this.drafts.newerOriginal(draft).isPresent(), this.words.person(draft.author()),
				this.words.person(draft.lastEditor()), shortened(version.version()), trees(draft),
				this.drafts.mistakes(draft).stream().map(this.words::mistake).toList(),
				this.drafts.difference(draft).map(this.words::difference).orElse(List.of()),
				draft.history()
					.stream()
					.map((step) -> new StepView(this.words.text("draft.action." + step.action()),
							this.words.person(step.by()), this.words.moment(step.at())))
					.toList(),
				modules(version, version.requirements()), others(version), modules(version, version.optional()));
	}

	static String shortened(String version) {
		return version.substring(0, 12);
	}

	private List<TreeView> trees(CurriculumDraft draft) {
		List<TreeView> trees = new ArrayList<>();
		trees.add(tree(PartPath.ROOT, this.words.text("draft.tree.root"), draft.root()));
		CurriculumPart back = draft.validity().returnPath();
		if (back != null) {
			trees.add(tree(PartPath.RETURN, this.words.text("draft.tree.return"), back));
		}
		List<CurriculumPart> refreshers = draft.validity().refreshers();
		for (int i = 0; i < refreshers.size(); i++) {
			trees.add(tree(PartPath.REFRESHER + i, this.words.text("draft.tree.refresher", i + 1), refreshers.get(i)));
		}
		return trees;
	}

	private TreeView tree(String name, String title, CurriculumPart root) {
		return new TreeView(name, title, !PartPath.ROOT.equals(name), part(root, PartPath.top(name), true, true));
	}

	private PartView part(CurriculumPart part, PartPath path, boolean first, boolean last) {
		List<PartView> parts = new ArrayList<>();
		for (int i = 0; i < part.parts().size(); i++) {
			parts.add(part(part.parts().get(i), path.child(i), i == 0, i == part.parts().size() - 1));
		}
		String anchor = PartForm.anchor(path);
		boolean inGroup = path.steps().size() > 1;
		if (part instanceof Leaf leaf) {
			String summary = this.words.text("draft.leaf.summary", this.words.minutes(leaf),
					this.words.roles(leaf.roles()));
			return new PartView(path.toString(), anchor, this.words.part(leaf), summary, true, null, 0, leaf.minutes(),
					leaf.roles().stream().map(LearnerRole::code).collect(Collectors.toSet()), first, last, path.isTop(),
					inGroup, parts);
		}
		GroupKind kind = GroupKind.of(part).orElseThrow();
		int least = GroupKind.least(part);
		String title = this.words.group(kind, least);
		return new PartView(path.toString(), anchor, title, this.words.text("draft.group.size", parts.size()), false,
				kind, Math.max(1, least), 0, Set.of(), first, last, path.isTop(), inGroup, parts);
	}

	/** What can be added without knowing its code: what some curriculum has already. */
	List<Choice> modules() {
		return requirements(CurriculumRequirement.PassModule.class::isInstance);
	}

	/** The curricula whose certificate can be asked. */
	List<Choice> certificates() {
		return this.curricula.versions()
			.stream()
			.map(Curriculum::curriculum)
			.filter((id) -> id.municipality().isEmpty())
			.distinct()
			.map((id) -> new Choice(new CurriculumRequirement.HoldCertificate(id).key(), this.words.curriculum(id)))
			.sorted((one, other) -> one.text().compareToIgnoreCase(other.text()))
			.toList();
	}

	private List<Choice> requirements(Predicate<CurriculumRequirement> kind) {
		return this.curricula.versions()
			.stream()
			.flatMap(Curriculum::trees)
			.flatMap(CurriculumPart::leaves)
			.map(Leaf::requirement)
			.filter(kind)
			.distinct()
			.map((requirement) -> new Choice(requirement.key(), this.words.requirement(requirement)))
			.sorted((one, other) -> one.text().compareToIgnoreCase(other.text()))
			.toList();
	}

	private List<ModuleView> modules(Curriculum version, List<CurriculumRequirement> requirements) {
		return mine(version).map(Leaf::requirement)
			.filter(requirements::contains)
			.filter(CurriculumRequirement.PassModule.class::isInstance)
			.map(CurriculumRequirement.PassModule.class::cast)
			.flatMap((requirement) -> this.content.module(requirement.module()).stream())
			.map((module) -> new ModuleView(module.module(), module.title(), module.summary(),
					module.minutesFor(version.role()), module.minutesFor(version.role()), null,
					"/modules/" + module.module(), false))
			.toList();
	}

	private List<String> others(Curriculum version) {
		return mine(version).filter((leaf) -> !(leaf.requirement() instanceof CurriculumRequirement.PassModule))
			.map((leaf) -> this.words.requirement(leaf.requirement()))
			.distinct()
			.toList();
	}

	private static Stream<Leaf> mine(Curriculum version) {
		return version.root().leaves().filter((leaf) -> leaf.isFor(Set.of(version.role())));
	}

}
