package nl.kundig.app.training;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import nl.kundig.app.training.SessionForm.HalfDayRow;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Quota;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionRefused;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed of a session. What cannot be read is noted at its field;
 * nothing is done with a form that has mistakes, so what stands in for it does no harm.
 */
class SessionReading {

	private static final int LONGEST_TEXT = 300;

	private static final int LONGEST_NUMBER = 6;

	/** As 2026-12-14; a longer year than that cannot be stored. */
	private static final int LONGEST_DAY = 10;

	private final SessionForm form;

	private final Mistakes mistakes = new Mistakes();

	SessionReading(SessionForm form) {
		this.form = form;
	}

	Mistakes mistakes() {
		return this.mistakes;
	}

	SessionPlan plan(List<Municipality> municipalities) {
		return new SessionPlan(halfDays(), venue(), terms(municipalities));
	}

	List<HalfDay> halfDays() {
		List<HalfDay> read = new ArrayList<>();
		for (int i = 0; i < this.form.halfDays().size(); i++) {
			HalfDayRow row = this.form.halfDays().get(i);
			if (!row.isEmpty()) {
				LocalDate day = day("dag-" + i, row.day());
				LocalTime from = time("van-" + i, row.from());
				LocalTime until = time("tot-" + i, row.until());
				if (!this.mistakes.has("van-" + i) && !this.mistakes.has("tot-" + i) && !until.isAfter(from)) {
					this.mistakes.add("tot-" + i, "region.refused.ends-before-it-starts");
				}
				read.add(new HalfDay(day, from, until));
			}
		}
		if (read.isEmpty()) {
			this.mistakes.add("dag-0", "region.refused.no-half-day");
		}
		return read;
	}

	Venue venue() {
		return new Venue(text("plaats", this.form.place()), text("toegang", this.form.accessibility()),
				text("link", this.form.link()));
	}

	SessionTerms terms(List<Municipality> municipalities) {
		List<Quota> quotas = new ArrayList<>();
		municipalities.forEach((municipality) -> {
			String typed = this.form.quota(municipality.id().value());
			int seats = typed.isEmpty() ? 0 : number("quotum-" + municipality.id(), typed);
			if (seats > 0) {
				quotas.add(new Quota(municipality.id(), seats));
			}
		});
		String trainer = text("trainer", this.form.trainer());
		return new SessionTerms((trainer != null) ? trainer : "", number("plaatsen", this.form.capacity()),
				text("waarom", this.form.capacityReason()), number("minimum", this.form.minimum()), closing(), quotas,
				quotas.isEmpty() ? null : release(),
				this.form.reserve().isEmpty() ? 0 : number("reserve", this.form.reserve()));
	}

	LocalDate closing() {
		return day("sluiting", this.form.closing());
	}

	@Nullable LocalDate release() {
		return this.form.release().isEmpty() ? null : day("vrijgave", this.form.release());
	}

	/** Notes why the service does not want it, where the person can do something. */
	void refuse(SessionRefused refused) {
		this.mistakes.add(field(refused.reason()), "region.refused." + refused.reason().code());
	}

	private static String field(SessionRefused.Reason reason) {
		return switch (reason) {
			case UNKNOWN_TRAINING, TRAINING_WITHDRAWN -> "training";
			case NO_HALF_DAY, TOO_MANY_HALF_DAYS, IN_THE_PAST, TOO_FAR_AHEAD, ENDS_BEFORE_IT_STARTS,
					HALF_DAYS_OVERLAP ->
				"dag-0";
			case NO_PLACE, TEXT_TOO_LONG -> "plaats";
			case LINK_NOT_SAFE -> "link";
			case CAPACITY_OUT_OF_RANGE, CAPACITY_BELOW_TAKEN, QUOTAS_EXCEED_CAPACITY, QUOTA_OUT_OF_RANGE, QUOTA_DOUBLE,
					QUOTA_NOT_OPEN ->
				"plaatsen";
			case CAPACITY_NEEDS_REASON -> "waarom";
			case MINIMUM_OUT_OF_RANGE -> "minimum";
			case CLOSES_IN_THE_PAST, CLOSES_AFTER_START -> "sluiting";
			case NO_RELEASE_DAY, RELEASE_AFTER_START -> "vrijgave";
			case RESERVE_NOT_ALLOWED, RESERVE_OUT_OF_RANGE -> "reserve";
			case NO_REASON -> "reden";
			case UNKNOWN_SESSION, UNKNOWN_MUNICIPALITY, NOT_YOUR_SESSION, STARTED, CANCELLED -> "formulier";
		};
	}

	private @Nullable String text(String field, String typed) {
		if (typed.length() > LONGEST_TEXT) {
			this.mistakes.add(field, "region.refused.text-too-long");
		}
		return typed.isEmpty() ? null : typed;
	}

	private int number(String field, String typed) {
		if (typed.matches("\\d+") && typed.length() <= LONGEST_NUMBER) {
			return Integer.parseInt(typed);
		}
		this.mistakes.add(field, "region.mistake.number");
		return 0;
	}

	private LocalDate day(String field, String typed) {
		try {
			if (typed.length() <= LONGEST_DAY) {
				return LocalDate.parse(typed);
			}
		}
		catch (DateTimeException ex) {
			// Said below.
		}
		this.mistakes.add(field, "region.mistake.day");
		return LocalDate.EPOCH;
	}

	private LocalTime time(String field, String typed) {
		try {
			return LocalTime.parse(typed);
		}
		catch (DateTimeException ex) {
			this.mistakes.add(field, "region.mistake.time");
			return LocalTime.MIDNIGHT;
		}
	}

}
