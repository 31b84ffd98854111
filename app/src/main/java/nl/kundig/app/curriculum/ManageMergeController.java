package nl.kundig.app.curriculum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.curriculum.CurriculumWords.DifferenceView;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumDraftService.MergePreview;
import nl.kundig.courses.curriculum.CurriculumMerge;
import nl.kundig.courses.curriculum.CurriculumMerge.Side;
import nl.kundig.courses.curriculum.DraftRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new version of the original brought into a draft, seen before it is done. */
@Controller
@RequestMapping("/beheer/curricula/{id}/samenvoegen")
class ManageMergeController {

	private static final String CHOICE = "keuze-";

	private final CurriculumDraftService drafts;

	private final CurriculumAccess access;

	private final CurriculumWords words;

	ManageMergeController(CurriculumDraftService drafts, CurriculumAccess access, CurriculumWords words) {
		this.drafts = drafts;
		this.access = access;
		this.words = words;
	}

	/** A conflict, to choose in. */
	record ConflictView(String key, String about, String mine, String theirs, boolean ours) {
	}

	/**
	 * The preview.
	 *
	 * @param newer when the new original was published; null when there is none
	 */
	record MergePage(CurriculumDraft draft, boolean working, @Nullable String newer, String newerVersion,
			List<DifferenceView> original, List<DifferenceView> result, List<ConflictView> conflicts) {
	}

	@GetMapping
	String preview(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, Model model) {
		return show(me, find(me, id), Map.of(), model);
	}

	@PostMapping
	String act(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, @RequestParam Map<String, String> form,
			HttpServletResponse response, Model model) {
		CurriculumDraft draft = find(me, id);
		if (!this.access.mayWork(me, draft.municipality())) {
			throw new AccessDeniedException("reads only");
		}
		Map<String, Side> choices = choices(form);
		if ("bekijken".equals(form.get("doe"))) {
			return show(me, draft, choices, model);
		}
		if (!"overnemen".equals(form.get("doe"))) {
			throw new BadInput();
		}
		long seen = ManageDraftController.revision(form.getOrDefault("revision", ""));
		try {
			return "redirect:/beheer/curricula/"
					+ this.drafts.acceptMerge(id, seen, form.getOrDefault("newer", ""), choices, me.getUsername()).id();
		}
		catch (DraftRefused ex) {
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			CurriculumDraft.Step first = ex.first();
			model.addAttribute("refused",
					this.words.text("draft.refused." + ex.reason(),
							(first != null) ? this.words.person(first.by()) : "",
							(first != null) ? this.words.moment(first.at()) : ""));
			return show(me, find(me, id), choices, model);
		}
	}

	private static Map<String, Side> choices(Map<String, String> form) {
		Map<String, Side> choices = new HashMap<>();
		form.forEach((name, value) -> {
			if (name.startsWith(CHOICE)) {
				choices.put(name.substring(CHOICE.length()), "origineel".equals(value) ? Side.THEIRS : Side.MINE);
			}
		});
		return choices;
	}

	private String show(LoggedIn me, CurriculumDraft draft, Map<String, Side> choices, Model model) {
		boolean working = this.access.mayWork(me, draft.municipality());
		MergePage page = new MergePage(draft, working, null, "", List.of(), List.of(), List.of());
		if (this.drafts.newerOriginal(draft).isPresent()) {
			MergePreview preview = this.drafts.previewMerge(draft.id(), choices);
			List<ConflictView> conflicts = new ArrayList<>();
			preview.result().conflicts().forEach((conflict) -> conflicts.add(view(conflict)));
			page = new MergePage(draft, working, this.words.day(preview.newer().publishedAt()),
					preview.newer().version(), this.words.difference(preview.originalChanges()),
					this.words.difference(preview.draftChanges()), conflicts);
		}
		model.addAttribute("page", page);
		return "curriculum/manage-merge";
	}

	private ConflictView view(CurriculumMerge.Conflict conflict) {
		var term = conflict.term();
		String about = (term != null) ? this.words.term(term)
				: this.words.text("draft.conflict." + conflict.kind(), this.words.part(conflict.part()));
		boolean place = conflict.kind() == CurriculumMerge.Kind.PLACE;
		return new ConflictView(conflict.key(), about,
				place ? this.words.text("draft.conflict.here") : side(conflict.kind(), conflict.mine()),
				place ? this.words.text("draft.conflict.there") : side(conflict.kind(), conflict.theirs()),
				conflict.chosen() == Side.MINE);
	}

	private String side(CurriculumMerge.Kind kind, @Nullable Object value) {
		return switch (kind) {
			case MINUTES -> this.words.minutes((value instanceof Integer minutes) ? minutes : 0);
			case DROPPED -> this.words.text((value != null) ? "draft.conflict.keep" : "draft.conflict.drop");
			default -> this.words.value(value);
		};
	}

	private CurriculumDraft find(LoggedIn me, String id) {
		return this.drafts.draft(id)
			.filter((draft) -> this.access.mayReadDrafts(me, draft.municipality()))
			.orElseThrow(NotFound::new);
	}

}
