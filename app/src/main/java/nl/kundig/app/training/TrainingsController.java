package nl.kundig.app.training;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.training.Provider;
import nl.kundig.courses.training.ProviderId;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingForm;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be followed, and when. */
@Controller
class TrainingsController {

	private final TrainingService trainings;

	private final SessionCards cards;

	private final Trainees trainees;

	TrainingsController(TrainingService trainings, SessionCards cards, Trainees trainees) {
		this.trainings = trainings;
		this.cards = cards;
		this.trainees = trainees;
	}

	/** A month with what begins in it. */
	record Month(YearMonth month, List<SessionCard> sessions) {

		/** For the heading: any day in it. */
		public LocalDate day() {
			return this.month.atDay(1);
		}

	}

	@GetMapping("/trainingen")
	String list(@AuthenticationPrincipal LoggedIn me, @ModelAttribute("filter") TrainingFilter filter,
			@RequestParam(defaultValue = "") String weergave, Model model) {
		List<Training> catalogue = this.trainings.trainings();
		List<Provider> offered = this.trainings.providers();
		Map<ProviderId, String> providers = SessionCards.names(offered);
		List<SessionCard> coming = this.cards.coming(me, null, catalogue, providers);
		List<SessionCard> sessions = coming.stream().filter(filter::fits).toList();
		Set<TrainingId> dated = coming.stream().map((card) -> card.training().id()).collect(Collectors.toSet());
		LocalDate today = this.trainees.today();
		List<Training> undated = catalogue.stream()
			.filter((training) -> training.isOfferedOn(today) && filter.fits(training) && !filter.isAboutSessions())
			.filter((training) -> !dated.contains(training.id()))
			.toList();
		model.addAttribute("byMonth", "maand".equals(weergave));
		model.addAttribute("months", months(sessions));
		model.addAttribute("sessions", sessions);
		model.addAttribute("undated", undated);
		model.addAttribute("providers", providers);
		model.addAttribute("offered", offered);
		model.addAttribute("forms", TrainingForm.values());
		model.addAttribute("places",
				coming.stream()
					.map(SessionCard::place)
					.filter((place) -> !place.isEmpty())
					.distinct()
					.sorted()
					.toList());
		return "training/list";
	}

	private static List<Month> months(List<SessionCard> sessions) {
		Map<YearMonth, List<SessionCard>> byMonth = new LinkedHashMap<>();
		sessions.forEach((card) -> byMonth.computeIfAbsent(card.month(), (month) -> new ArrayList<>()).add(card));
		return byMonth.entrySet().stream().map((month) -> new Month(month.getKey(), month.getValue())).toList();
	}

}
