package nl.kundig.app.training;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.people.MunicipalityId;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinator's desk, and how the municipality wants enrolments to go. */
@Controller
@RequestMapping("/beheer/trainingen")
class ManageTrainingsController {

	private final Desks desks;

	private final DeskPages pages;

	private final EnrolmentRulesService rules;

	ManageTrainingsController(Desks desks, DeskPages pages, EnrolmentRulesService rules) {
		this.desks = desks;
		this.pages = pages;
		this.rules = rules;
	}

	@GetMapping
	String desk(@AuthenticationPrincipal LoggedIn me, Model model) {
		Desk desk = this.desks.of(me).orElseThrow(NotFound::new);
		model.addAttribute("desk", desk);
		model.addAttribute("page", this.pages.page(desk));
		return "training/manage-desk";
	}

	@GetMapping("/instellingen")
	String settings(@AuthenticationPrincipal LoggedIn me, Model model) {
		MunicipalityId place = place(this.desks.of(me).orElseThrow(NotFound::new));
		model.addAttribute("rules", this.rules.municipality(place));
		return "training/manage-settings";
	}

	@PostMapping("/instellingen")
	String change(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = "") String akkoord,
			RedirectAttributes message) {
		Desk desk = this.desks.of(me).orElseThrow(NotFound::new);
		MunicipalityId place = place(desk);
		boolean approval = switch (akkoord) {
			case "ja" -> true;
			case "nee" -> false;
			default -> throw new BadInput();
		};
		this.rules.change(place, approval, desk.actor());
		message.addFlashAttribute("saved", true);
		return "redirect:/beheer/trainingen/instellingen";
	}

	/** A region has no people of its own to set this for. */
	private static MunicipalityId place(Desk desk) {
		MunicipalityId place = desk.at();
		if (place == null) {
			throw new NotFound();
		}
		return place;
	}

}
