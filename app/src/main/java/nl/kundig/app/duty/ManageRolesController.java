package nl.kundig.app.duty;

import java.beans.PropertyEditorSupport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Partner;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.RoleRefused;
import nl.kundig.courses.people.Unit;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator writes down that somebody takes or leaves a role. */
@Controller
@RequestMapping("/beheer/deelnemers/{learner}/functies")
class ManageRolesController {

	private static final String BY_HAND = "by hand";

	private static final int YEARS_AHEAD = 10;

	private final Participants participants;

	private final PeopleService people;

	private final DutyCards cards;

	private final DutyWording words;

	private final Clock clock;

	ManageRolesController(Participants participants, PeopleService people, DutyCards cards, DutyWording words,
			Clock clock) {
		this.participants = participants;
		this.people = people;
		this.cards = cards;
		this.words = words;
		this.clock = clock;
	}

	@ModelAttribute("words")
	DutyWording words() {
		return this.words;
	}

	@ModelAttribute("participant")
	Participant participant(@AuthenticationPrincipal LoggedIn me, @PathVariable String learner) {
		return this.participants.participant(me, learner).orElseThrow(NotFound::new);
	}

	/** A role that no page of ours sends counts as not chosen. */
	@InitBinder("form")
	void readLeniently(WebDataBinder form) {
		form.registerCustomEditor(LearnerRole.class, new PropertyEditorSupport() {

			@Override
			public void setAsText(String text) {
				setValue(LearnerRole.of(text).orElse(null));
			}

		});
	}

	@GetMapping("/nieuw")
	String ask(@ModelAttribute("participant") Participant participant, Model model) {
		model.addAttribute("form", new RoleForm(null, "", "", this.cards.today().toString(), ""));
		return showRole(participant, model);
	}

	@PostMapping("/nieuw")
	String take(@AuthenticationPrincipal LoggedIn me, @ModelAttribute("participant") Participant participant,
			@Valid @ModelAttribute("form") RoleForm form, BindingResult mistakes, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		LocalDate from = day(form.from(), "from", mistakes);
		String typedUntil = form.until();
		LocalDate until = (typedUntil == null || typedUntil.isBlank()) ? null : day(typedUntil, "until", mistakes);
		Optional<Unit> unit = chosen(form.unit(), "unit", units(participant), (one) -> one.id().value(), mistakes);
		Optional<Partner> partner = chosen(form.partner(), "partner", partners(participant), (one) -> one.id().value(),
				mistakes);
		if (!mistakes.hasErrors() && from != null && form.role() != null) {
			RoleHeld wanted = new RoleHeld(form.role(), participant.municipality(),
					partner.map(Partner::id).orElse(null), unit.map(Unit::id).orElse(null), from, until, BY_HAND,
					me.learner().value(), this.clock.instant(), List.of());
			try {
				this.people.takeRole(participant.learner().id(), wanted);
				message.addFlashAttribute("saved", "taken");
				return "redirect:/beheer/deelnemers/{learner}";
			}
			catch (RoleRefused ex) {
				refuse(ex, until, mistakes);
			}
		}
		response.setStatus(422);
		return showRole(participant, model);
	}

	@GetMapping("/{number}/einde")
	String askEnd(@ModelAttribute("participant") Participant participant, @PathVariable int number, Model model) {
		model.addAttribute("form", new LeaveForm(this.cards.today().toString()));
		return showEnd(role(participant, number), number, model);
	}

	@PostMapping("/{number}/einde")
	String leave(@AuthenticationPrincipal LoggedIn me, @ModelAttribute("participant") Participant participant,
			@PathVariable int number, @Valid @ModelAttribute("form") LeaveForm form, BindingResult mistakes,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		RoleHeld role = role(participant, number);
		LocalDate lastDay = day(form.lastDay(), "lastDay", mistakes);
		if (lastDay != null && lastDay.isAfter(this.cards.today().plusYears(YEARS_AHEAD))) {
			mistakes.rejectValue("lastDay", "decide.wrong.too-far");
		}
		if (!mistakes.hasErrors() && lastDay != null) {
			try {
				this.people.leaveRole(participant.learner().id(), role, lastDay, BY_HAND, me.learner().value());
				message.addFlashAttribute("saved", "left");
				return "redirect:/beheer/deelnemers/{learner}";
			}
			catch (RoleRefused ex) {
				refuseEnd(ex, mistakes);
			}
		}
		response.setStatus(422);
		return showEnd(role, number, model);
	}

	private String showRole(Participant participant, Model model) {
		model.addAttribute("roles", LearnerRole.values());
		model.addAttribute("units", units(participant));
		model.addAttribute("partners", partners(participant));
		return "duty/take-role";
	}

	private String showEnd(RoleHeld role, int number, Model model) {
		model.addAttribute("role", new RoleRow(number, role,
				this.cards.place(role.municipality(), role.partner(), role.unit()), this.cards.name(role.actor())));
		return "duty/leave-role";
	}

	private static RoleHeld role(Participant participant, int number) {
		if (number < 0 || number >= participant.roles().size()) {
			throw new NotFound();
		}
		return participant.roles().get(number);
	}

	private List<Unit> units(Participant participant) {
		return this.people.places()
			.units()
			.values()
			.stream()
			.filter((unit) -> unit.municipality().equals(participant.municipality()))
			.sorted(Comparator.comparing(Unit::name))
			.toList();
	}

	private List<Partner> partners(Participant participant) {
		return this.people.places()
			.partners()
			.keySet()
			.stream()
			.map(this.people::partner)
			.flatMap(Optional::stream)
			.filter((partner) -> partner.municipality().equals(participant.municipality()))
			.sorted(Comparator.comparing(Partner::name))
			.toList();
	}

	private static <T> Optional<T> chosen(@Nullable String id, String field, List<T> all, Function<T, String> idOf,
			BindingResult mistakes) {
		if (id == null || id.isBlank()) {
			return Optional.empty();
		}
		Optional<T> found = all.stream().filter((one) -> idOf.apply(one).equals(id)).findFirst();
		if (found.isEmpty()) {
			mistakes.rejectValue(field, "decide.wrong.about");
		}
		return found;
	}

	private static @Nullable LocalDate day(@Nullable String typed, String field, BindingResult mistakes) {
		Optional<LocalDate> day = Days.read(typed);
		if (day.isEmpty() && !mistakes.hasFieldErrors(field)) {
			mistakes.rejectValue(field, "decide.wrong.date");
		}
		return day.orElse(null);
	}

	private void refuse(RoleRefused refusal, @Nullable LocalDate until, BindingResult mistakes) {
		switch (refusal.reason()) {
			case DATE_OUT_OF_RANGE -> {
				boolean tooFar = until != null && until.isAfter(this.cards.today().plusYears(YEARS_AHEAD));
				mistakes.rejectValue(tooFar ? "until" : "from",
						tooFar ? "decide.wrong.too-far" : "decide.wrong.out-of-range");
			}
			case ENDS_BEFORE_IT_STARTS -> mistakes.rejectValue("until", "decide.wrong.ends-before");
			case OVERLAPS -> mistakes.rejectValue("role", "decide.wrong.overlaps");
			case UNKNOWN_UNIT -> mistakes.rejectValue("unit", "decide.wrong.about");
			case NOT_HELD, UNKNOWN_LEARNER -> mistakes.rejectValue("role", "decide.wrong.gone");
		}
	}

	private static void refuseEnd(RoleRefused refusal, BindingResult mistakes) {
		switch (refusal.reason()) {
			case ENDS_BEFORE_IT_STARTS -> mistakes.rejectValue("lastDay", "decide.wrong.ends-before");
			case OVERLAPS -> mistakes.rejectValue("lastDay", "decide.wrong.overlaps");
			case DATE_OUT_OF_RANGE -> mistakes.rejectValue("lastDay", "decide.wrong.too-far");
			case NOT_HELD, UNKNOWN_LEARNER, UNKNOWN_UNIT -> mistakes.rejectValue("lastDay", "decide.wrong.gone");
		}
	}

}
