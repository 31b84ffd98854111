package nl.kundig.app.training;

import java.util.Locale;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.training.InterestService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingRefused;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One training of the catalogue, and saying that one would like to follow it. */
@Controller
@RequestMapping("/trainingen/catalogus/{training}")
class CatalogueController {

	private final TrainingPages pages;

	private final InterestService interests;

	private final Trainees trainees;

	CatalogueController(TrainingPages pages, InterestService interests, Trainees trainees) {
		this.pages = pages;
		this.interests = interests;
		this.trainees = trainees;
	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String training, Locale locale, Model model) {
		TrainingPage page = this.pages.page(me, new TrainingId(training)).orElseThrow(NotFound::new);
		model.addAttribute("page", page);
		model.addAttribute("language", Locale.forLanguageTag(page.training().language()).getDisplayLanguage(locale));
		return "training/training";
	}

	@PostMapping("/belangstelling")
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String training, RedirectAttributes message) {
		Trainee trainee = this.trainees.of(me).orElseThrow(NotFound::new);
		try {
			this.interests.show(trainee.learner(), new TrainingId(training), trainee.at());
		}
		catch (TrainingRefused ex) {
			// The button is not shown where there is nothing to be interested in.
			throw new NotFound();
		}
		message.addFlashAttribute("done", "shown");
		return "redirect:/trainingen/catalogus/{training}";
	}

	@PostMapping("/belangstelling/intrekken")
	String withdraw(@AuthenticationPrincipal LoggedIn me, @PathVariable String training, RedirectAttributes message) {
		Trainee trainee = this.trainees.of(me).orElseThrow(NotFound::new);
		this.pages.page(me, new TrainingId(training)).orElseThrow(NotFound::new);
		this.interests.withdraw(trainee.learner(), new TrainingId(training));
		message.addFlashAttribute("done", "withdrawn");
		return "redirect:/trainingen/catalogus/{training}";
	}

}
