package nl.kundig.app.duty;

import java.util.List;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.RuleService;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.duty.Who;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The rules that duties follow from. Another version comes by way of a trial. */
@Controller
class ManageRulesController {

	private final RuleService rules;

	private final DutyService duties;

	private final PeopleService people;

	ManageRulesController(RuleService rules, DutyService duties, PeopleService people) {
		this.rules = rules;
		this.duties = duties;
		this.people = people;
	}

	/** A rule as a page shows it. */
	public record RuleView(Rule rule, @Nullable MunicipalityId municipality, @Nullable LearnerRole role,
			@Nullable UnitId unit, Span within, int people, boolean mine) {
	}

	@GetMapping("/beheer/regels")
	String rules(@AuthenticationPrincipal LoggedIn me, Model model) {
		Managing managing = Managing.of(me, this.people);
		List<RuleView> views = this.rules.rules(managing.municipalities(), managing.national())
			.stream()
			.map((known) -> view(known, managing))
			.toList();
		model.addAttribute("rules", views);
		model.addAttribute("deciding", managing.isDeciding());
		model.addAttribute("names", Names.of(this.people, this.duties.policy().current()));
		return "duty/manage-rules";
	}

	private static RuleView view(RuleService.Known known, Managing managing) {
		Rule rule = known.rule();
		MunicipalityId place = RuleService.municipality(rule.who()).orElse(null);
		Who.RoleHolders holders = (rule.who() instanceof Who.RoleHolders found) ? found : null;
		return new RuleView(rule, place, (holders != null) ? holders.role() : null,
				(holders != null) ? holders.unit() : null, Span.of(rule.within()), known.people(),
				managing.decidesFor(place));
	}

}
