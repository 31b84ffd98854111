package nl.kundig.app.duty;

import nl.kundig.courses.duty.WhyNot;

/**
 * Why one rule does not give somebody a curriculum.
 *
 * @param asked the rule as a sentence
 * @param missing the condition that fails, as in messages
 */
record WhyNotView(WhyNot whyNot, String asked, String missing) {
}
