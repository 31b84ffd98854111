package nl.kundig.app.training;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who gets a seat, by which rules, and why somebody did or did not. */
@Controller
class SeatOrderController {

	private final SessionPages pages;

	private final SeatReasons reasons;

	private final EnrolmentRulesService rules;

	private final Trainees trainees;

	private final PeopleService people;

	SeatOrderController(SessionPages pages, SeatReasons reasons, EnrolmentRulesService rules, Trainees trainees,
			PeopleService people) {
		this.pages = pages;
		this.reasons = reasons;
		this.rules = rules;
		this.trainees = trainees;
		this.people = people;
	}

	/** The rules of the own region, for everybody to read. */
	@GetMapping("/trainingen/volgorde")
	String order(@AuthenticationPrincipal LoggedIn me, Model model) {
		RegionId region = this.trainees.viewer(me).region();
		if (region == null) {
			throw new NotFound();
		}
		model.addAttribute("rules", this.rules.region(region));
		model.addAttribute("region", this.people.region(region).map(Region::name).orElse(region.value()));
		return "training/order";
	}

	@GetMapping("/trainingen/{session}/waarom")
	String why(@AuthenticationPrincipal LoggedIn me, @PathVariable String session, Model model) {
		model.addAttribute("page", this.pages.page(me, session).orElseThrow(NotFound::new));
		model.addAttribute("own", this.reasons.own(me, new SessionId(session)).orElse(null));
		model.addAttribute("all", this.reasons.all(me, new SessionId(session)));
		model.addAttribute("coordinates", me.isCoordinator());
		return "training/why";
	}

}
