package nl.kundig.app.duty;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.curriculum.CurriculumViews;
import nl.kundig.app.system.BadInput;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coordinator's pages about people of the own municipality; never their scores. */
@Controller
@RequestMapping("/beheer/deelnemers")
class ManageParticipantsController {

	private static final int LONGEST_NAME = 100;

	private static final int LAST_PAGE = 1000;

	private final Participants participants;

	private final DutyCards cards;

	private final CurriculumViews curricula;

	private final DutyWording words;

	ManageParticipantsController(Participants participants, DutyCards cards, CurriculumViews curricula,
			DutyWording words) {
		this.participants = participants;
		this.cards = cards;
		this.curricula = curricula;
		this.words = words;
	}

	@ModelAttribute("words")
	DutyWording words() {
		return this.words;
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = "") String naam,
			@RequestParam(defaultValue = "1") int pagina, Model model) {
		if (pagina < 1 || pagina > LAST_PAGE) {
			throw new BadInput();
		}
		String name = (naam.length() > LONGEST_NAME) ? naam.substring(0, LONGEST_NAME) : naam;
		model.addAttribute("name", name);
		model.addAttribute("page", this.participants.page(me, name, pagina));
		return "duty/participants";
	}

	@GetMapping("/{learner}")
	String participant(@AuthenticationPrincipal LoggedIn me, @PathVariable String learner, Model model) {
		Participant participant = find(me, learner);
		AsOf asOf = participant.asOf(null, this.cards.today());
		model.addAttribute("participant", participant);
		model.addAttribute("asOf", asOf);
		List<Participants.DutyLine> duties = this.participants.duties(participant, asOf.day());
		model.addAttribute("duties", duties);
		model.addAttribute("roles", participant.roles()
			.stream()
			.map((role) -> new RoleRow(participant.roles().indexOf(role), role,
					this.cards.place(role.municipality(), role.partner(), role.unit()), this.cards.name(role.actor())))
			.toList());
		model.addAttribute("others",
				this.curricula.others(duties.stream()
					.filter((line) -> line.standing().state() != DutyStanding.State.ENDED)
					.map((line) -> line.standing().curriculum())
					.toList()));
		return "duty/participant";
	}

	@GetMapping("/{learner}/waarom/{duty}")
	String why(@AuthenticationPrincipal LoggedIn me, @PathVariable String learner, @PathVariable String duty,
			@RequestParam(required = false) @Nullable String op, HttpServletResponse response, Model model) {
		Participant participant = find(me, learner);
		Curriculum curriculum = curriculum(duty);
		AsOf asOf = participant.asOf(op, this.cards.today());
		if (asOf.wrong()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		}
		DutyCard card = this.cards.card(participant.learner().id(), curriculum.curriculum(), asOf, participant::maySee)
			.orElse(null);
		if (card == null && asOf.typed().isEmpty()) {
			return "redirect:/beheer/deelnemers/{learner}/waarom-niet/" + curriculum.curriculum();
		}
		model.addAttribute("participant", participant);
		model.addAttribute("curriculum", curriculum);
		model.addAttribute("asOf", asOf);
		model.addAttribute("card", card);
		return "duty/participant-why";
	}

	@GetMapping("/{learner}/waarom-niet/{curriculum}")
	String whyNot(@AuthenticationPrincipal LoggedIn me, @PathVariable String learner, @PathVariable String curriculum,
			Model model) {
		Participant participant = find(me, learner);
		Curriculum found = curriculum(curriculum);
		boolean has = this.cards
			.card(participant.learner().id(), found.curriculum(), participant.asOf(null, this.cards.today()),
					participant::maySee)
			.filter((card) -> card.standing().state() != DutyStanding.State.ENDED)
			.isPresent();
		if (has) {
			return "redirect:/beheer/deelnemers/{learner}/waarom/" + found.curriculum();
		}
		model.addAttribute("participant", participant);
		model.addAttribute("curriculum", found);
		model.addAttribute("rules", this.cards.whyNot(participant.learner().id(), found.curriculum()));
		return "duty/participant-why-not";
	}

	private Participant find(LoggedIn me, String learner) {
		return this.participants.participant(me, learner).orElseThrow(NotFound::new);
	}

	private Curriculum curriculum(String id) {
		return this.cards.curriculum(new CurriculumId(id)).orElseThrow(NotFound::new);
	}

}
