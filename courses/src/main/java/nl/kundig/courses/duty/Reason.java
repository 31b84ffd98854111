package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody has a duty: a rule and the role that matches it.
 *
 * @param rule the version of the rule
 * @param roleFrom first day of the role
 * @param since first day on which the rule matched the role
 * @param until last day, or null while no end is known
 * @param dueOn last day to do it by this reason alone
 * @param steps how that day was reckoned
 */
public record Reason(RuleId ruleId, String rule, LearnerRole role, MunicipalityId municipality,
		@Nullable PartnerId partner, @Nullable UnitId unit, LocalDate roleFrom, LocalDate since,
		@Nullable LocalDate until, LocalDate dueOn, List<DateStep> steps) {

	public Reason {
		steps = List.copyOf(steps);
	}

	public boolean holdsOn(LocalDate day) {
		return !day.isBefore(this.since) && (this.until == null || !day.isAfter(this.until));
	}

}
