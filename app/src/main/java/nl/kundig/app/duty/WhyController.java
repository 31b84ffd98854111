package nl.kundig.app.duty;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.duty.DutyStanding;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Explains to the learner why there is a duty, or why there is none. */
@Controller
class WhyController {

	private final DutyCards cards;

	private final DutyWording words;

	WhyController(DutyCards cards, DutyWording words) {
		this.cards = cards;
		this.words = words;
	}

	@ModelAttribute("words")
	DutyWording words() {
		return this.words;
	}

	@GetMapping("/leerlijn/waarom/{duty}")
	String why(@AuthenticationPrincipal LoggedIn me, @PathVariable String duty,
			@RequestParam(required = false) @Nullable String op, HttpServletResponse response, Model model) {
		Curriculum curriculum = curriculum(duty);
		AsOf asOf = AsOf.of(op, this.cards.today());
		if (asOf.wrong()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		}
		DutyCard card = this.cards.card(me.learner(), curriculum.curriculum(), asOf, (reason) -> true).orElse(null);
		if (card == null && asOf.typed().isEmpty()) {
			return "redirect:/leerlijn/waarom-niet/" + curriculum.curriculum();
		}
		model.addAttribute("curriculum", curriculum);
		model.addAttribute("asOf", asOf);
		model.addAttribute("card", card);
		return "duty/why";
	}

	@GetMapping("/leerlijn/waarom-niet/{curriculum}")
	String whyNot(@AuthenticationPrincipal LoggedIn me, @PathVariable String curriculum, Model model) {
		Curriculum found = curriculum(curriculum);
		AsOf today = AsOf.of(null, this.cards.today());
		boolean has = this.cards.card(me.learner(), found.curriculum(), today, (reason) -> true)
			.filter((card) -> card.standing().state() != DutyStanding.State.ENDED)
			.isPresent();
		if (has) {
			return "redirect:/leerlijn/waarom/" + found.curriculum();
		}
		model.addAttribute("curriculum", found);
		model.addAttribute("rules", this.cards.whyNot(me.learner(), found.curriculum()));
		return "duty/why-not";
	}

	private Curriculum curriculum(String id) {
		return this.cards.curriculum(new CurriculumId(id)).orElseThrow(NotFound::new);
	}

}
