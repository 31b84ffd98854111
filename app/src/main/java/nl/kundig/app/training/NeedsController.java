package nl.kundig.app.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.app.table.TableFiles;
import nl.kundig.app.table.TableFormat;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.training.NeedRefused;
import nl.kundig.courses.training.NeedsService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many seats a municipality needs, which the region adds up and takes along. */
@Controller
@RequestMapping("/beheer/behoefte")
class NeedsController {

	private static final int LONGEST_NUMBER = 6;

	private final Runners runners;

	private final NeedsPages pages;

	private final NeedsService needs;

	private final TrainingService trainings;

	private final Trainees trainees;

	NeedsController(Runners runners, NeedsPages pages, NeedsService needs, TrainingService trainings,
			Trainees trainees) {
		this.runners = runners;
		this.pages = pages;
		this.needs = needs;
		this.trainings = trainings;
		this.trainees = trainees;
	}

	/** What somebody typed of one need. */
	public record Typed(String training, String role, String number) {

		static final Typed NOTHING = new Typed("", "", "");

	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = "") String jaar, Model model) {
		int year = jaar.isEmpty() ? this.pages.usual() : year(jaar);
		return show(this.runners.of(me), year, Typed.NOTHING, new Mistakes(), model);
	}

	@PostMapping
	String state(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = "") String jaar,
			@RequestParam(defaultValue = "") String training, @RequestParam(defaultValue = "") String functie,
			@RequestParam(defaultValue = "") String aantal, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Running running = this.runners.of(me);
		if (running.isRegion()) {
			throw new NotFound();
		}
		int year = year(jaar);
		Mistakes mistakes = new Mistakes();
		if (training.isEmpty()) {
			mistakes.add("training", "region.mistake.training");
		}
		Optional<LearnerRole> role = LearnerRole.of(functie);
		if (role.isEmpty()) {
			mistakes.add("functie", "region.mistake.role");
		}
		String number = aantal.strip();
		if (!number.matches("\\d+") || number.length() > LONGEST_NUMBER) {
			mistakes.add("aantal", "region.mistake.number");
		}
		if (mistakes.isEmpty()) {
			try {
				this.needs.state(running.municipalities().getFirst().id(), year, role.orElseThrow(),
						new TrainingId(training), Integer.parseInt(number), me.getUsername());
				message.addFlashAttribute("saved", true);
				return "redirect:/beheer/behoefte?jaar=" + year;
			}
			catch (NeedRefused ex) {
				refuse(ex, mistakes);
			}
		}
		response.setStatus(422);
		return show(running, year, new Typed(training, functie, number), mistakes, model);
	}

	private static void refuse(NeedRefused refused, Mistakes mistakes) {
		switch (refused.reason()) {
			case NUMBER_OUT_OF_RANGE -> mistakes.add("aantal", "region.needs.refused.number");
			case UNKNOWN_TRAINING -> mistakes.add("training", "region.mistake.training");
			case NOT_OPEN_YET -> mistakes.add("formulier", "region.needs.refused.not-open-yet");
			case YEAR_OVER -> mistakes.add("formulier", "region.needs.refused.year-over");
			case UNKNOWN_MUNICIPALITY -> throw new NotFound();
		}
	}

	@GetMapping("/{year}.{format}")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal LoggedIn me, @PathVariable String year,
			@PathVariable String format, Locale locale) {
		Running running = this.runners.of(me);
		TableFormat chosen = TableFormat.of(format).orElseThrow(NotFound::new);
		NeedsPage page = this.pages.page(running, year(year));
		String name = "behoefte-" + running.owner().name() + "-" + page.year() + "." + chosen.extension();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(chosen.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
			.body(TableFiles.write(chosen, this.pages.tables(page, running.isRegion(), locale)));
	}

	private int year(String typed) {
		return this.pages.years()
			.stream()
			.filter((year) -> year.toString().equals(typed))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	private String show(Running running, int year, Typed typed, Mistakes mistakes, Model model) {
		model.addAttribute("running", running);
		model.addAttribute("page", this.pages.page(running, year));
		model.addAttribute("typed", typed);
		model.addAttribute("mistakes", mistakes);
		model.addAttribute("roles", Arrays.asList(LearnerRole.values()));
		model.addAttribute("place", running.municipalities().stream().map(Municipality::name).findFirst().orElse(""));
		model.addAttribute("trainings",
				this.trainings.trainings()
					.stream()
					.filter((training) -> training.isOfferedOn(this.trainees.today()))
					.toList());
		return "training/region-needs";
	}

}
