package nl.kundig.app.duty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.Migration;
import nl.kundig.courses.duty.MigrationService;
import nl.kundig.courses.duty.PreviewOutdated;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving people to another version of their curriculum: see it, then do exactly that. */
@Controller
@RequestMapping("/beheer/curricula/{curriculum}/overstap/{version}")
class ManageMigrationController {

	/** More people than this nobody reads; the numbers are of all of them. */
	private static final int SHOWN = 200;

	private final MigrationService migrations;

	private final CurriculumService curricula;

	private final PeopleService people;

	private final Requirements requirements;

	private final SeenPreviews seen;

	ManageMigrationController(MigrationService migrations, CurriculumService curricula, PeopleService people,
			Requirements requirements, SeenPreviews seen) {
		this.migrations = migrations;
		this.curricula = curricula;
		this.people = people;
		this.requirements = requirements;
		this.seen = seen;
	}

	@GetMapping
	String preview(@AuthenticationPrincipal LoggedIn me, @PathVariable String curriculum, @PathVariable String version,
			Model model) {
		Curriculum target = find(curriculum, version);
		return show(target, preview(target, Managing.of(me, this.people)), me, model);
	}

	@PostMapping
	String activate(@AuthenticationPrincipal LoggedIn me, @PathVariable String curriculum, @PathVariable String version,
			@RequestParam(defaultValue = "") String gezien, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Curriculum target = find(curriculum, version);
		Managing managing = Managing.of(me, this.people);
		if (!managing.isDeciding()) {
			throw new NotFound();
		}
		try {
			this.migrations.activate(target.version(), scope(managing), gezien, me.name());
			message.addFlashAttribute("activated", true);
			return "redirect:/beheer/curricula/" + target.curriculum() + "/overstap/" + target.version();
		}
		catch (PreviewOutdated ex) {
			model.addAttribute("outdated", true);
			this.seen.differing(String.valueOf(scope(managing)), gezien, numbers(ex.now()))
				.ifPresent((differing) -> addDiffering(differing, managing, model));
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			return show(target, ex.now(), me, model);
		}
	}

	private void addDiffering(Set<LearnerId> differing, Managing managing, Model model) {
		model.addAttribute("differs", differing.size());
		model.addAttribute("differing", (managing.own() != null) ? Names.of(this.people, differing) : Map.of());
	}

	private String show(Curriculum target, Migration migration, LoggedIn me, Model model) {
		Managing managing = Managing.of(me, this.people);
		this.seen.remember(String.valueOf(scope(managing)), migration.fingerprint(), numbers(migration));
		model.addAttribute("target", target);
		model.addAttribute("migration", migration);
		model.addAttribute("fates", Migration.Fate.values());
		model.addAttribute("deciding", managing.isDeciding());
		model.addAttribute("requirements", this.requirements);
		MunicipalityId own = managing.own();
		model.addAttribute("everywhere", own == null);
		if (own != null) {
			model.addAttribute("place", this.people.municipality(own).map((known) -> known.name()).orElse(own.value()));
			List<Migration.Person> shown = migration.people().subList(0, Math.min(SHOWN, migration.people().size()));
			Set<LearnerId> learners = new HashSet<>();
			shown.forEach((person) -> learners.add(person.learner()));
			model.addAttribute("shown", shown);
			model.addAttribute("learners", Names.of(this.people, learners));
		}
		return "duty/manage-migration";
	}

	private Migration preview(Curriculum target, Managing managing) {
		return this.migrations.preview(target.version(), scope(managing));
	}

	/**
	 * A coordinator moves the own people; an editor, and numbers of a region, are of all.
	 */
	private static @Nullable MunicipalityId scope(Managing managing) {
		return managing.own();
	}

	private static Map<LearnerId, Integer> numbers(Migration migration) {
		Map<LearnerId, Integer> numbers = new HashMap<>();
		migration.people()
			.forEach((person) -> numbers.put(person.learner(), List.of(person.before(), person.after()).hashCode()));
		return numbers;
	}

	private Curriculum find(String curriculum, String version) {
		return this.curricula.version(version)
			.filter((found) -> found.curriculum().equals(new CurriculumId(curriculum)))
			.filter((found) -> !this.curricula.withdrawn().contains(found.version()))
			.orElseThrow(NotFound::new);
	}

}
