package nl.kundig.courses.enrolment;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody needs a training.
 *
 * @param dueOn the first day on which a duty that asks for it falls due or a certificate
 * that rests on it ends; null when nothing does
 * @param lacking how many of the person's unit must have it and have not
 * @param ofUnit how many of the unit must have it; 0 when no unit is known
 * @param attendedBefore whether the person was at this training before
 */
public record UrgencyFacts(@Nullable LocalDate dueOn, int lacking, int ofUnit, boolean attendedBefore) {

	/** Nothing asks for it, and it would be the first time. */
	public static final UrgencyFacts NONE = new UrgencyFacts(null, 0, 0, false);

}
