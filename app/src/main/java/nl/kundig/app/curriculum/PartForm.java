package nl.kundig.app.curriculum;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import nl.kundig.app.system.BadInput;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.DraftChange;
import nl.kundig.courses.curriculum.GroupKind;
import nl.kundig.courses.curriculum.PartPath;
import nl.kundig.courses.curriculum.ScenarioId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

/**
 * A button that was pressed at one part of a draft, with what stood beside it.
 *
 * @param what what to add: "module:m3", "group:ALL"; "training:" takes its name from the
 * code
 */
record PartForm(@Nullable String doe, @Nullable String path, @Nullable String minutes, @Nullable List<String> roles,
		@Nullable String kind, @Nullable String least, @Nullable String what, @Nullable String code) {

	/** What cannot be read, as the key of a message; empty when all can. */
	Optional<String> mistake() {
		return switch (String.valueOf(this.doe)) {
			case "onderdeel" -> unless(TermsForm.integer(this.minutes), "draft.form.minutes");
			case "groep" -> readKind().filter((kind) -> kind == GroupKind.AT_LEAST)
				.flatMap((kind) -> unless(TermsForm.integer(this.least), "draft.form.least"));
			case "toevoegen" -> unless(added(PartPath.top(PartPath.ROOT)),
					(this.what == null || this.what.isEmpty()) ? "draft.form.what" : "draft.form.code");
			default -> Optional.empty();
		};
	}

	private static Optional<String> unless(Optional<?> read, String key) {
		return read.isPresent() ? Optional.empty() : Optional.of(key);
	}

	/** What it does; only of a form without mistakes. */
	DraftChange change() {
		PartPath at = PartPath.of(String.valueOf(this.path)).orElseThrow(BadInput::new);
		return switch (String.valueOf(this.doe)) {
			case "omhoog" -> new DraftChange.Up(at);
			case "omlaag" -> new DraftChange.Down(at);
			case "in-groep" -> new DraftChange.IntoGroup(at);
			case "uit-groep" -> new DraftChange.OutOfGroup(at);
			case "verwijderen" -> new DraftChange.Remove(at);
			case "boom" -> new DraftChange.AddTree(at.tree());
			case "onderdeel" -> new DraftChange.SetLeaf(at, TermsForm.integer(this.minutes).orElseThrow(), forRoles());
			case "groep" -> new DraftChange.SetGroup(at, readKind().orElseThrow(BadInput::new),
					TermsForm.integer(this.least).orElse(1));
			case "toevoegen" -> added(at).orElseThrow(BadInput::new);
			default -> throw new BadInput();
		};
	}

	/** Where the part is afterwards, for the page to open there. */
	String anchor() {
		return PartPath.of(String.valueOf(this.path)).map((at) -> {
			if (at.isTop()) {
				return anchor(at);
			}
			PartPath group = new PartPath(at.tree(), at.steps().subList(0, at.steps().size() - 1));
			int last = at.steps().getLast();
			return switch (String.valueOf(this.doe)) {
				case "omhoog" -> anchor(group.child(last - 1));
				case "omlaag" -> anchor(group.child(last + 1));
				case "uit-groep", "verwijderen" -> anchor(group);
				case "in-groep" -> anchor(group.child(Math.max(0, last - 1)));
				default -> anchor(at);
			};
		}).orElse("inhoud");
	}

	static String anchor(PartPath path) {
		return "deel-" + path.toString().replace('.', '-');
	}

	private Set<LearnerRole> forRoles() {
		Set<LearnerRole> chosen = new LinkedHashSet<>();
		if (this.roles != null) {
			this.roles.forEach((code) -> chosen.add(LearnerRole.of(code).orElseThrow(BadInput::new)));
		}
		return chosen;
	}

	private Optional<GroupKind> readKind() {
		return kind(String.valueOf(this.kind));
	}

	private static Optional<GroupKind> kind(String written) {
		return Arrays.stream(GroupKind.values()).filter((kind) -> kind.name().equals(written)).findFirst();
	}

	private Optional<DraftChange> added(PartPath at) {
		String chosen = String.valueOf(this.what);
		int colon = chosen.indexOf(':');
		if (colon < 0) {
			return Optional.empty();
		}
		String kind = chosen.substring(0, colon);
		String id = chosen.substring(colon + 1);
		if ("group".equals(kind)) {
			return kind(id).map((group) -> new DraftChange.AddGroup(at, group));
		}
		String name = id.isEmpty() ? String.valueOf(this.code).strip() : id;
		if (!name.matches("[a-z0-9@-]{1,80}") || (this.code == null && id.isEmpty())) {
			return Optional.empty();
		}
		CurriculumRequirement requirement = switch (kind) {
			case "module" -> new CurriculumRequirement.PassModule(new LearningModuleId(name));
			case "training" -> new CurriculumRequirement.AttendTraining(new TrainingId(name));
			case "scenario" -> new CurriculumRequirement.FinishScenario(new ScenarioId(name));
			case "proof" -> new CurriculumRequirement.HandInProof(name);
			case "certificate" -> new CurriculumRequirement.HoldCertificate(new CurriculumId(name));
			default -> throw new BadInput();
		};
		return Optional.of(new DraftChange.AddLeaf(at, CurriculumPart.leaf(requirement)));
	}

}
