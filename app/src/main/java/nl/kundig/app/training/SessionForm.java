package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.Venue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * A session as somebody types it; everything is text until it is read.
 *
 * @param organiser "aanbieder" when the provider holds it, else whoever plans it
 * @param quotas seats by municipality
 */
record SessionForm(String training, String organiser, List<HalfDayRow> halfDays, String place, String accessibility,
		String link, String trainer, String capacity, String capacityReason, String minimum, String closing,
		Map<String, String> quotas, String release, String reserve) {

	private static final String QUOTA = "quotum-";

	/** As many rows as a form may have; the service draws its own line before this. */
	private static final int MOST_ROWS = 50;

	/** A half-day; all of it empty is no half-day. */
	record HalfDayRow(String day, String from, String until) {

		static final HalfDayRow EMPTY = new HalfDayRow("", "", "");

		static HalfDayRow of(HalfDay halfDay) {
			return new HalfDayRow(halfDay.date().toString(), halfDay.from().toString(), halfDay.until().toString());
		}

		boolean isEmpty() {
			return this.day.isEmpty() && this.from.isEmpty() && this.until.isEmpty();
		}

	}

	static SessionForm empty() {
		return new SessionForm("", "", List.of(new HalfDayRow("", "09:30", "12:30"), HalfDayRow.EMPTY), "", "", "", "",
				String.valueOf(SessionTerms.USUAL_CAPACITY), "", "0", "", Map.of(), "", "0");
	}

	static SessionForm of(SessionPlan plan) {
		Venue venue = plan.venue();
		SessionTerms terms = plan.terms();
		Map<String, String> quotas = new LinkedHashMap<>();
		terms.quotas().forEach((quota) -> quotas.put(quota.municipality().value(), String.valueOf(quota.seats())));
		return new SessionForm("", "", plan.halfDays().stream().map(HalfDayRow::of).toList(), text(venue.place()),
				text(venue.accessibilityNote()), text(venue.onlineLink()), terms.trainer(),
				String.valueOf(terms.capacity()), text(terms.capacityReason()), String.valueOf(terms.minimum()),
				terms.closingDay().toString(), quotas, day(terms.releaseOn()), String.valueOf(terms.reserve()));
	}

	static SessionForm sent(MultiValueMap<String, String> sent) {
		Map<String, String> quotas = new LinkedHashMap<>();
		sent.keySet()
			.stream()
			.filter((name) -> name.startsWith(QUOTA))
			.forEach((name) -> quotas.put(name.substring(QUOTA.length()), one(sent, name)));
		return new SessionForm(one(sent, "training"), one(sent, "organisator"), rows(sent), one(sent, "plaats"),
				one(sent, "toegang"), one(sent, "link"), one(sent, "trainer"), one(sent, "plaatsen"),
				one(sent, "waarom"), one(sent, "minimum"), one(sent, "sluiting"), quotas, one(sent, "vrijgave"),
				one(sent, "reserve"));
	}

	private static List<HalfDayRow> rows(MultiValueMap<String, String> sent) {
		List<HalfDayRow> rows = new ArrayList<>();
		int size = Math.min(MOST_ROWS, sent.getOrDefault("dag", List.of()).size());
		for (int i = 0; i < size; i++) {
			rows.add(new HalfDayRow(at(sent, "dag", i), at(sent, "van", i), at(sent, "tot", i)));
		}
		return rows.isEmpty() ? List.of(HalfDayRow.EMPTY) : rows;
	}

	private static String at(MultiValueMap<String, String> sent, String name, int index) {
		List<String> all = sent.getOrDefault(name, List.of());
		return (index < all.size()) ? text(all.get(index)) : "";
	}

	static String one(MultiValueMap<String, String> sent, String name) {
		return text(sent.getFirst(name));
	}

	/** The same for other days, which nobody chose yet. */
	SessionForm withoutDays() {
		return new SessionForm(this.training, this.organiser,
				this.halfDays.stream().map((row) -> new HalfDayRow("", row.from(), row.until())).toList(), this.place,
				this.accessibility, this.link, this.trainer, this.capacity, this.capacityReason, this.minimum, "",
				this.quotas, "", this.reserve);
	}

	/** With room for one more half-day. */
	SessionForm withOneMoreRow() {
		List<HalfDayRow> longer = new ArrayList<>(this.halfDays);
		if (longer.size() < MOST_ROWS) {
			longer.add(HalfDayRow.EMPTY);
		}
		return new SessionForm(this.training, this.organiser, longer, this.place, this.accessibility, this.link,
				this.trainer, this.capacity, this.capacityReason, this.minimum, this.closing, this.quotas, this.release,
				this.reserve);
	}

	public String quota(String municipality) {
		return this.quotas.getOrDefault(municipality, "");
	}

	private static String day(@Nullable LocalDate day) {
		return (day != null) ? day.toString() : "";
	}

	private static String text(@Nullable String given) {
		return Objects.requireNonNullElse(given, "").strip();
	}

}
