package nl.kundig.app.knowledge;

import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.knowledge.KnowledgeService;
import nl.kundig.courses.knowledge.Symbol;
import nl.kundig.courses.knowledge.Unambiguity;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor's pages: choose a symbol, change it, see the preview, publish. */
@Controller
@RequestMapping("/beheer/kennisbank")
class ManageKnowledgeController {

	private final KnowledgeService knowledge;

	private final Clock clock;

	ManageKnowledgeController(KnowledgeService knowledge, Clock clock) {
		this.knowledge = knowledge;
		this.clock = clock;
	}

	/**
	 * What no page of ours sends counts as not filled in; without this the rest of the
	 * form would be lost.
	 */
	@InitBinder("form")
	void readLeniently(WebDataBinder form) {
		form.registerCustomEditor(Unambiguity.class, new LenientEditor<>(Unambiguity::valueOf));
		form.registerCustomEditor(Long.class, new LenientEditor<>(Long::valueOf));
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("symbols", this.knowledge.symbols());
		return "knowledge/manage";
	}

	@GetMapping("/symbolen/{slug}")
	String edit(@PathVariable String slug, Model model) {
		Symbol symbol = find(slug);
		model.addAttribute("form", SymbolForm.of(symbol));
		return show(symbol, model);
	}

	@PostMapping("/symbolen/{slug}")
	String save(@AuthenticationPrincipal LoggedIn me, @PathVariable String slug,
			@Valid @ModelAttribute("form") SymbolForm form, BindingResult mistakes,
			@RequestParam(defaultValue = "voorbeeld") String doe, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Symbol symbol = find(slug);
		if (!mistakes.hasFieldErrors("contextQuestions") && !form.hasEnoughQuestions()) {
			mistakes.rejectValue("contextQuestions", "symbol.form.twoQuestions");
		}
		if (mistakes.hasErrors()) {
			response.setStatus(422);
			return show(symbol, model);
		}
		Symbol changed = form.applyTo(symbol, me.getUsername(), this.clock.instant());
		if ("publiceren".equals(doe)) {
			this.knowledge.revise(changed);
			message.addFlashAttribute("published", true);
			return "redirect:/kennisbank/symbolen/" + slug;
		}
		model.addAttribute("preview", changed);
		return show(symbol, model);
	}

	private String show(Symbol symbol, Model model) {
		model.addAttribute("symbol", symbol);
		model.addAttribute("grades", Unambiguity.values());
		return "knowledge/edit-symbol";
	}

	private Symbol find(String slug) {
		return this.knowledge.symbol(slug).orElseThrow(NotFound::new);
	}

}
