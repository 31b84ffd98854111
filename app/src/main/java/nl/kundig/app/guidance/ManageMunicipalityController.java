package nl.kundig.app.guidance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.guidance.GuidanceService;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What a municipality has arranged: curricula as adopted and contact cards. No persons.
 */
@Controller
class ManageMunicipalityController {

	private final PeopleService people;

	private final CurriculumService curricula;

	private final GuidanceService guidance;

	ManageMunicipalityController(PeopleService people, CurriculumService curricula, GuidanceService guidance) {
		this.people = people;
		this.curricula = curricula;
		this.guidance = guidance;
	}

	@GetMapping("/beheer")
	String start(@AuthenticationPrincipal LoggedIn me, Model model) {
		List<Municipality> visible = this.people.municipalities()
			.stream()
			.filter((municipality) -> maySee(me, municipality))
			.toList();
		model.addAttribute("municipalities", visible);
		return "guidance/manage";
	}

	@GetMapping("/beheer/gemeenten/{id}")
	String municipality(@AuthenticationPrincipal LoggedIn me, @PathVariable String id, Model model) {
		// Somebody else's municipality answers like one that does not exist.
		Municipality municipality = this.people.municipality(new MunicipalityId(id))
			.filter((found) -> maySee(me, found))
			.orElseThrow(NotFound::new);
		model.addAttribute("municipality", municipality);
		model.addAttribute("curricula",
				Arrays.stream(LearnerRole.values()).map(this.curricula::curriculum).flatMap(Optional::stream).toList());
		model.addAttribute("contacts", this.guidance.contacts(municipality.id()));
		return "guidance/manage-municipality";
	}

	private static boolean maySee(LoggedIn me, Municipality municipality) {
		boolean own = me.municipality().filter(municipality.id()::equals).isPresent()
				&& (me.roles().contains(AccountRole.COORDINATOR) || me.roles().contains(AccountRole.AUDITOR));
		boolean region = me.region().filter(municipality.region()::equals).isPresent()
				&& me.roles().contains(AccountRole.REGIONAL_COORDINATOR);
		return own || region;
	}

}
