package nl.kundig.app.training;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import nl.kundig.app.table.Cell;
import nl.kundig.app.table.Table;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.training.NeedsOfRegion;
import nl.kundig.courses.training.NeedsService;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Adds up what is needed, and sets it against the seats that are planned. */
@Component
class NeedsPages {

	private final NeedsService needs;

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final Trainees trainees;

	private final MessageSource messages;

	NeedsPages(NeedsService needs, EnrolmentService enrolments, TrainingService trainings, Trainees trainees,
			MessageSource messages) {
		this.needs = needs;
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.trainees = trainees;
		this.messages = messages;
	}

	/** The years of which numbers can be seen: the last, this and the next one. */
	List<Integer> years() {
		int now = this.trainees.today().getYear();
		return List.of(now + 1, now, now - 1);
	}

	/** The year that is asked for now: next year once that can be stated. */
	int usual() {
		int now = this.trainees.today().getYear();
		return this.needs.isOpen(now + 1) ? now + 1 : now;
	}

	NeedsPage page(Running running, int year) {
		List<MunicipalityId> seen = running.municipalities().stream().map(Municipality::id).toList();
		List<NeedsOfRegion.Sum> sums = this.needs.needs(running.region(), year)
			.sums()
			.stream()
			.map((sum) -> only(sum, seen))
			.filter((sum) -> !sum.numbers().isEmpty())
			.toList();
		List<NeedsOfRegion.Comparison> seats = running.isRegion()
				? new NeedsOfRegion(year, sums).comparedWith(capacity(running, year)) : List.of();
		Set<TrainingId> ids = new LinkedHashSet<>();
		sums.forEach((sum) -> ids.add(sum.training()));
		seats.forEach((one) -> ids.add(one.training()));
		Map<TrainingId, String> titles = this.trainings.titles(ids);
		List<String> silent = running.municipalities()
			.stream()
			.filter((municipality) -> sums.stream().noneMatch((sum) -> sum.numbers().containsKey(municipality.id())))
			.map(Municipality::name)
			.toList();
		return new NeedsPage(year, years(), this.needs.isOpen(year), running.municipalities(),
				sums.stream()
					.map((sum) -> new NeedsPage.Row(titles.getOrDefault(sum.training(), sum.training().value()),
							sum.role(), sum))
					.toList(),
				silent, seats, titles);
	}

	private static NeedsOfRegion.Sum only(NeedsOfRegion.Sum sum, List<MunicipalityId> seen) {
		Map<MunicipalityId, Integer> numbers = new HashMap<>(sum.numbers());
		numbers.keySet().retainAll(seen);
		return new NeedsOfRegion.Sum(sum.training(), sum.role(), numbers);
	}

	/** Seats of every session that begins that year and was not cancelled. */
	private Map<TrainingId, Integer> capacity(Running running, int year) {
		Map<TrainingId, Integer> seats = new HashMap<>();
		this.enrolments
			.sessions(new SessionFilter(running.region(), null, null, LocalDate.of(year, Month.JANUARY, 1),
					YearMonth.of(year, Month.DECEMBER).atEndOfMonth()))
			.stream()
			.filter((session) -> !session.cancelled())
			.forEach((session) -> seats.merge(session.training(), session.plan().terms().capacity(), Integer::sum));
		return seats;
	}

	/** The same as tables; nobody's name is in it. */
	List<Table> tables(NeedsPage page, boolean region, Locale locale) {
		List<List<Cell>> rows = new ArrayList<>();
		page.rows().forEach((row) -> page.municipalities().forEach((municipality) -> {
			Integer number = row.sum().numbers().get(municipality.id());
			if (number != null) {
				rows.add(List.of(Cell.of(page.year()), Cell.of(municipality.name()), Cell.of(row.title()),
						Cell.of(role(row.role(), locale)), Cell.of(number)));
			}
		}));
		List<Table> tables = new ArrayList<>();
		tables.add(new Table(say("region.needs.sheet", locale),
				List.of(say("region.needs.year", locale), say("region.needs.municipality", locale),
						say("region.needs.training", locale), say("region.needs.role", locale),
						say("region.needs.number", locale)),
				rows));
		if (region) {
			tables.add(new Table(say("region.needs.sheet.seats", locale),
					List.of(say("region.needs.training", locale), say("region.needs.needed", locale),
							say("region.needs.planned", locale), say("region.needs.missing", locale)),
					page.seats()
						.stream()
						.map((one) -> List.of(Cell.of(page.title(one.training())), Cell.of(one.needed()),
								Cell.of(one.capacity()), Cell.of(one.missing())))
						.toList()));
		}
		return tables;
	}

	private String role(LearnerRole role, Locale locale) {
		return say("role." + role.code(), locale);
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
