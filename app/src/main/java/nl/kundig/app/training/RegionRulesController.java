package nl.kundig.app.training;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.EnrolmentRulesService;
import nl.kundig.courses.enrolment.RegionRules;
import nl.kundig.courses.enrolment.RulesRefused;
import nl.kundig.courses.enrolment.Weights;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the region gives seats away: what weighs how much, and how long an offer lasts. */
@Controller
@RequestMapping("/beheer/regio/regels")
class RegionRulesController {

	private static final int LONGEST_NUMBER = 4;

	private final Runners runners;

	private final EnrolmentRulesService rules;

	private final AccountService accounts;

	RegionRulesController(Runners runners, EnrolmentRulesService rules, AccountService accounts) {
		this.runners = runners;
		this.rules = rules;
		this.accounts = accounts;
	}

	@GetMapping
	String show(@AuthenticationPrincipal LoggedIn me, Model model) {
		RegionRules now = this.rules.region(region(me).region());
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("verloop", String.valueOf(now.weights().expiry()));
		typed.put("dekking", String.valueOf(now.weights().gap()));
		typed.put("nieuw", String.valueOf(now.weights().firstTimer()));
		typed.put("wachttijd", String.valueOf(now.weights().waiting()));
		typed.put("werkdagen", String.valueOf(now.offerWorkingDays()));
		return form(now, typed, now.swapWithinQuotaOnly(), new Mistakes(), model);
	}

	@PostMapping
	String change(@AuthenticationPrincipal LoggedIn me, @RequestParam(defaultValue = "") String verloop,
			@RequestParam(defaultValue = "") String dekking, @RequestParam(defaultValue = "") String nieuw,
			@RequestParam(defaultValue = "") String wachttijd, @RequestParam(defaultValue = "") String werkdagen,
			@RequestParam(defaultValue = "nee") String quotum, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Running running = region(me);
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("verloop", verloop.strip());
		typed.put("dekking", dekking.strip());
		typed.put("nieuw", nieuw.strip());
		typed.put("wachttijd", wachttijd.strip());
		typed.put("werkdagen", werkdagen.strip());
		Mistakes mistakes = new Mistakes();
		typed.forEach((field, text) -> {
			if (!text.matches("\\d+") || text.length() > LONGEST_NUMBER) {
				mistakes.add(field, "region.mistake.number");
			}
		});
		if (mistakes.isEmpty()) {
			try {
				this.rules.change(running.region(),
						new Weights(Integer.parseInt(verloop.strip()), Integer.parseInt(dekking.strip()),
								Integer.parseInt(nieuw.strip()), Integer.parseInt(wachttijd.strip())),
						Integer.parseInt(werkdagen.strip()), quotum.equals("ja"), running.actor());
				message.addFlashAttribute("saved", true);
				return "redirect:/beheer/regio/regels";
			}
			catch (RulesRefused ex) {
				mistakes.add((ex.reason() == RulesRefused.Reason.WORKING_DAYS_OUT_OF_RANGE) ? "werkdagen" : "verloop",
						"region.rules.refused." + ex.reason().code());
			}
		}
		response.setStatus(422);
		return form(this.rules.region(running.region()), typed, quotum.equals("ja"), mistakes, model);
	}

	private Running region(LoggedIn me) {
		Running running = this.runners.of(me);
		if (!running.isRegion()) {
			throw new NotFound();
		}
		return running;
	}

	private String form(RegionRules now, Map<String, String> typed, boolean quotaOnly, Mistakes mistakes, Model model) {
		model.addAttribute("now", now);
		model.addAttribute("changedBy", this.accounts.name(now.changedBy()).orElse("–"));
		model.addAttribute("typed", typed);
		model.addAttribute("quotaOnly", quotaOnly);
		model.addAttribute("mistakes", mistakes);
		return "training/region-rules";
	}

}
