package nl.kundig.app.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.duty.Cycle;
import nl.kundig.courses.duty.DateStep;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.ExplainedDate;
import nl.kundig.courses.duty.Extension;
import nl.kundig.courses.duty.Fact;
import nl.kundig.courses.duty.Finding;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.Who;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says states, dates, periods and rules in whole sentences, in the reader's language. */
@Component
public class DutyWording {

	private final MessageSource messages;

	DutyWording(MessageSource messages) {
		this.messages = messages;
	}

	public String date(LocalDate day) {
		return DateTimeFormatter.ofPattern("d MMMM yyyy", locale()).format(day);
	}

	/** The day of a moment, in the Netherlands. */
	public String day(Instant moment) {
		return date(LocalDate.ofInstant(moment, PeopleService.ZONE));
	}

	/** "2 jaar en 3 maanden", also for 27 months. */
	public String period(Period given) {
		Period period = given.normalized();
		List<String> parts = new ArrayList<>();
		add(parts, "years", period.getYears());
		add(parts, "months", period.getMonths());
		add(parts, "days", period.getDays());
		return parts.isEmpty() ? say("period.days", 0) : String.join(" " + say("period.and") + " ", parts);
	}

	private void add(List<String> parts, String unit, int number) {
		if (number != 0) {
			parts.add(say("period." + unit, number));
		}
	}

	/** How a duty stands, with the dates that matter. */
	public String state(DutyStanding duty) {
		Cycle latest = duty.latest().orElse(null);
		String lastDay = (latest != null) ? date(latest.lastDay()) : "";
		String due = (duty.dueOn() != null) ? date(duty.dueOn()) : "";
		return switch (duty.state()) {
			case NOT_STARTED -> say("why.state.NOT_STARTED", due);
			case BUSY -> say("why.state.BUSY", due);
			case COMPLETE -> say("why.state.COMPLETE", lastDay);
			case DUE_SOON -> (latest == null) ? say("why.state.DUE_SOON", due)
					: say("why.state.DUE_SOON.renew", lastDay, date(latest.graceEnds()));
			case OVERDUE -> (latest == null) ? say("why.state.OVERDUE", due)
					: say("why.state.OVERDUE.renew", lastDay, date(latest.graceEnds()));
			case EXEMPT -> duty.dates()
				.stream()
				.filter((date) -> date.kind() == ExplainedDate.Kind.EXEMPT_THROUGH)
				.findFirst()
				.map((date) -> say("why.state.EXEMPT.until", date(date.day())))
				.orElseGet(() -> say("why.state.EXEMPT"));
			case NOT_APPLICABLE -> say("why.state.NOT_APPLICABLE");
			case LAPSED -> say("why.state.LAPSED", lastDay);
			case ENDED -> say("why.state.ENDED");
		};
	}

	/** One step in the reckoning of a date. */
	public String step(DateStep step) {
		Period added = step.added();
		return (added != null && !added.isZero()) ? say("why.step." + step.kind(), date(step.day()), period(added))
				: say("why.step." + step.kind() + ".plain", date(step.day()));
	}

	/** How much more time a decision gives. */
	public String extension(Fact fact) {
		if (!(fact.finding() instanceof Finding.Extended(var curriculum, var extension, var reason))) {
			return "";
		}
		return switch (extension) {
			case Extension.ThroughDay(var day) -> say("why.extension.through", date(day));
			case Extension.ByPeriod(var period) -> say("why.extension.period", period(period));
		};
	}

	/** A rule as a sentence: for whom, what, and by when. */
	String rule(Rule rule, String title, Function<MunicipalityId, String> municipality, Function<UnitId, String> unit) {
		List<String> who = new ArrayList<>();
		switch (rule.who()) {
			case Who.RoleHolders(var role, var place, var part) -> {
				who.add(say("why.rule.role", say("role." + role.code())));
				add(who, "why.rule.unit", part, unit);
				add(who, "why.rule.municipality", place, municipality);
			}
			case Who.PartnerStaff(var kind, var place) -> {
				who.add(say("why.rule.partner", say("partner." + kind.code())));
				add(who, "why.rule.municipality", place, municipality);
			}
		}
		return say("why.rule", String.join(" ", who), title, period(rule.within()),
				say("why.rule.from." + rule.dueFrom()));
	}

	private <T> void add(List<String> parts, String key, @Nullable T thing, Function<T, String> name) {
		if (thing != null) {
			parts.add(say(key, name.apply(thing)));
		}
	}

	/** How long a certificate lasts and from which day that is counted. */
	public String basis(Validity validity) {
		String period = period(validity.period());
		return switch (validity.basis()) {
			case ValidityBasis.FromCompletion completion -> say("why.basis.completion", period);
			case ValidityBasis.FromPreviousExpiry expiry -> say("why.basis.expiry", period);
			case ValidityBasis.FixedDay(var month, var day, var minimum) -> say("why.basis.fixed-day",
					DateTimeFormatter.ofPattern("d MMMM", locale()).format(LocalDate.of(2028, month, day)), period,
					period(minimum));
		};
	}

	/** When one can renew, and what happens after the last day. */
	public String window(Validity validity) {
		return say("why.window", period(validity.window()));
	}

	public String grace(Validity validity) {
		return validity.grace().isZero() ? say("why.grace.none") : say("why.grace", period(validity.grace()));
	}

	/** Whether what was done before the window counts. */
	public String early(Validity validity) {
		return say((validity.early() == EarlyWork.COUNTS) ? "why.early.counts" : "why.early.does-not-count");
	}

	private String say(String key, Object... values) {
		return this.messages.getMessage(key, values, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
