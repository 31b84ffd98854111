package nl.kundig.app.curriculum;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumRefused;
import nl.kundig.courses.curriculum.DraftChange;
import nl.kundig.courses.curriculum.DraftRefused;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.GroupKind;
import nl.kundig.courses.people.LearnerRole;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One draft: every button is one change, so that it works without a script. */
@Controller
@RequestMapping("/beheer/curricula/{id}")
class ManageDraftController {

	private final CurriculumDraftService drafts;

	private final CurriculumAccess access;

	private final DraftPages pages;

	private final CurriculumWords words;

	ManageDraftController(CurriculumDraftService drafts, CurriculumAccess access, DraftPages pages,
			CurriculumWords words) {
		this.drafts = drafts;
		this.access = access;
		this.pages = pages;
		this.words = words;
	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, Model model) {
		CurriculumDraft draft = find(me, id);
		return show(me, draft, TermsForm.of(draft), model);
	}

	@PostMapping
	String act(@AuthenticationPrincipal LoggedIn me, @PathVariable String id,
			@RequestParam(defaultValue = "") String doe, @RequestParam(defaultValue = "") String revision,
			@ModelAttribute TermsForm terms, @ModelAttribute PartForm part, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		CurriculumDraft draft = find(me, id);
		if (!this.access.mayWork(me, draft.municipality())) {
			throw new AccessDeniedException("reads only");
		}
		long seen = revision(revision);
		String anchor = "inhoud";
		try {
			switch (doe) {
				case "aanbieden" -> this.drafts.offer(id, seen, me.getUsername());
				case "terug" -> this.drafts.takeBack(id, seen, me.getUsername());
				case "publiceren" -> this.drafts.publish(id, seen, me.getUsername());
				case "intrekken" -> this.drafts.withdraw(id, seen, me.getUsername());
				case "voorwaarden" -> {
					anchor = "voorwaarden";
					List<String> wrong = terms.mistakes();
					if (!wrong.isEmpty()) {
						return refuse(me, id, 422, wrong.stream()
							.map((field) -> this.words.text("draft.form.wrong", this.words.text("draft.form." + field)))
							.toList(), terms, model, response);
					}
					this.drafts.change(id, seen, terms.change(), me.getUsername());
				}
				default -> {
					anchor = change(me, id, seen, part);
				}
			}
		}
		catch (CurriculumRefused ex) {
			return refuse(me, id, 422, ex.mistakes().stream().map(this.words::mistake).toList(),
					"voorwaarden".equals(doe) ? terms : null, model, response);
		}
		catch (DraftRefused ex) {
			int status = (ex.reason() == DraftRefused.Reason.SAME_EYES) ? HttpServletResponse.SC_FORBIDDEN
					: HttpServletResponse.SC_CONFLICT;
			return refuse(me, id, status, List.of(refusal(ex)), "voorwaarden".equals(doe) ? terms : null, model,
					response);
		}
		catch (Unreadable ex) {
			return refuse(me, id, 422, List.of(this.words.text(ex.key)), null, model, response);
		}
		message.addFlashAttribute("done", doe);
		return "redirect:/beheer/curricula/{id}#" + anchor;
	}

	private String change(LoggedIn me, String id, long seen, PartForm part) {
		part.mistake().ifPresent((key) -> {
			throw new Unreadable(key);
		});
		DraftChange change = part.change();
		this.drafts.change(id, seen, change, me.getUsername());
		return part.anchor();
	}

	/** What was typed cannot be read. */
	private static final class Unreadable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String key;

		Unreadable(String key) {
			super(key);
			this.key = key;
		}

	}

	String refusal(DraftRefused ex) {
		CurriculumDraft.Step first = ex.first();
		if (first == null) {
			return this.words.text("draft.refused." + ex.reason(), "", "");
		}
		return this.words.text("draft.refused." + ex.reason(), this.words.person(first.by()),
				this.words.moment(first.at()));
	}

	private String refuse(LoggedIn me, String id, int status, List<String> lines, @Nullable TermsForm typed,
			Model model, HttpServletResponse response) {
		response.setStatus(status);
		model.addAttribute("refused", lines);
		CurriculumDraft now = find(me, id);
		return show(me, now, (typed != null) ? typed : TermsForm.of(now), model);
	}

	private String show(LoggedIn me, CurriculumDraft draft, TermsForm form, Model model) {
		model.addAttribute("page", this.pages.of(draft, me));
		model.addAttribute("form", form);
		model.addAttribute("modules", this.pages.modules());
		model.addAttribute("certificates", this.pages.certificates());
		model.addAttribute("kinds", GroupKind.values());
		model.addAttribute("roles", LearnerRole.values());
		model.addAttribute("units", TermsForm.UNITS);
		model.addAttribute("earlyWork", EarlyWork.values());
		return "curriculum/manage-draft";
	}

	/** Somebody else's draft answers like one that does not exist. */
	private CurriculumDraft find(LoggedIn me, String id) {
		return this.drafts.draft(id)
			.filter((draft) -> this.access.mayReadDrafts(me, draft.municipality()))
			.orElseThrow(NotFound::new);
	}

	static long revision(String typed) {
		if (!typed.matches("\\d{1,15}")) {
			throw new BadInput();
		}
		return Long.parseLong(typed);
	}

}
