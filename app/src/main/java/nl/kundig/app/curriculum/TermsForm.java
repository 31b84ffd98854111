package nl.kundig.app.curriculum;

import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.DraftChange;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.LearnerRole;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a draft but its parts, as typed. A length is a number and its unit:
 * "days", "months" or "years".
 *
 * @param basis "completion", "expiry" or "fixed"
 */
record TermsForm(@Nullable String title, @Nullable String level, @Nullable String role, @Nullable String basis,
		@Nullable String day, @Nullable String month, @Nullable String minimum, @Nullable String minimumUnit,
		@Nullable String period, @Nullable String periodUnit, @Nullable String window, @Nullable String windowUnit,
		@Nullable String grace, @Nullable String graceUnit, @Nullable String early, @Nullable String due,
		@Nullable String dueUnit) {

	/** The units a length is typed in. */
	static final List<String> UNITS = List.of("days", "months", "years");

	private static final int LONGEST_TITLE = 120;

	static TermsForm of(CurriculumDraft draft) {
		var validity = draft.validity();
		ValidityBasis.FixedDay fixed = (validity.basis() instanceof ValidityBasis.FixedDay on) ? on
				: new ValidityBasis.FixedDay(Month.DECEMBER, 31, Period.ofMonths(6));
		String basis = switch (validity.basis()) {
			case ValidityBasis.FromCompletion completion -> "completion";
			case ValidityBasis.FromPreviousExpiry expiry -> "expiry";
			case ValidityBasis.FixedDay on -> "fixed";
		};
		return new TermsForm(draft.title(), String.valueOf(draft.level()), draft.role().code(), basis,
				String.valueOf(fixed.day()), String.valueOf(fixed.month().getValue()), number(fixed.minimum()),
				unit(fixed.minimum()), number(validity.period()), unit(validity.period()), number(validity.window()),
				unit(validity.window()), number(validity.grace()), unit(validity.grace()), validity.early().name(),
				number(draft.due()), unit(draft.due()));
	}

	/** The fields that cannot be read. */
	List<String> mistakes() {
		List<String> wrong = new ArrayList<>();
		check(wrong, "title", Optional.of(text(this.title)).filter((typed) -> typed.length() <= LONGEST_TITLE));
		check(wrong, "level", integer(this.level));
		check(wrong, "role", LearnerRole.of(text(this.role)));
		check(wrong, "basis", basis(this.basis));
		if ("fixed".equals(this.basis)) {
			check(wrong, "day", integer(this.day));
			check(wrong, "month", readMonth());
			check(wrong, "minimum", period(this.minimum, this.minimumUnit));
		}
		check(wrong, "period", period(this.period, this.periodUnit));
		check(wrong, "window", period(this.window, this.windowUnit));
		check(wrong, "grace", period(this.grace, this.graceUnit));
		check(wrong, "early", readEarly());
		check(wrong, "due", period(this.due, this.dueUnit));
		return wrong;
	}

	private static void check(List<String> wrong, String field, Optional<?> read) {
		if (read.isEmpty()) {
			wrong.add(field);
		}
	}

	/** What it says; only of a form without mistakes. */
	DraftChange.Terms change() {
		return new DraftChange.Terms(text(this.title), integer(this.level).orElseThrow(),
				LearnerRole.of(text(this.role)).orElseThrow(), readBasis(),
				period(this.period, this.periodUnit).orElseThrow(), period(this.window, this.windowUnit).orElseThrow(),
				period(this.grace, this.graceUnit).orElseThrow(), readEarly().orElseThrow(),
				period(this.due, this.dueUnit).orElseThrow());
	}

	private ValidityBasis readBasis() {
		return switch (text(this.basis)) {
			case "completion" -> new ValidityBasis.FromCompletion();
			case "expiry" -> new ValidityBasis.FromPreviousExpiry();
			default -> new ValidityBasis.FixedDay(readMonth().orElseThrow(), integer(this.day).orElseThrow(),
					period(this.minimum, this.minimumUnit).orElseThrow());
		};
	}

	private static Optional<String> basis(@Nullable String typed) {
		return Optional.of(text(typed)).filter(List.of("completion", "expiry", "fixed")::contains);
	}

	private Optional<Month> readMonth() {
		return integer(this.month).filter((number) -> number >= 1 && number <= 12).map(Month::of);
	}

	private Optional<EarlyWork> readEarly() {
		return Arrays.stream(EarlyWork.values()).filter((known) -> known.name().equals(this.early)).findFirst();
	}

	private static Optional<Period> period(@Nullable String number, @Nullable String unit) {
		return integer(number).flatMap((count) -> switch (text(unit)) {
			case "days" -> Optional.of(Period.ofDays(count));
			case "months" -> Optional.of(Period.ofMonths(count));
			case "years" -> Optional.of(Period.ofYears(count));
			default -> Optional.empty();
		});
	}

	static Optional<Integer> integer(@Nullable String typed) {
		String digits = text(typed);
		return digits.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	private static String unit(Period period) {
		if (period.getDays() != 0) {
			return "days";
		}
		return (period.getYears() != 0 && period.getMonths() == 0) ? "years" : "months";
	}

	private static String number(Period period) {
		return String.format(Locale.ROOT, "%d", switch (unit(period)) {
			case "days" -> period.toTotalMonths() * 30 + period.getDays();
			case "years" -> period.getYears();
			default -> period.toTotalMonths();
		});
	}

}
