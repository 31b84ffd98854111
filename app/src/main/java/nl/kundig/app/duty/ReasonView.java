package nl.kundig.app.duty;

import nl.kundig.courses.duty.Reason;
import nl.kundig.courses.duty.Rule;

/**
 * A reason with its rule and places by name.
 *
 * @param asked the rule as a sentence
 * @param decidedBy who decided the rule; empty when it came with the curriculum
 * @param holds whether it holds on the day of the card
 * @param strictest whether its due date is the one that counts
 */
record ReasonView(Reason reason, Rule rule, String asked, String decidedBy, String place, boolean holds,
		boolean strictest) {
}
