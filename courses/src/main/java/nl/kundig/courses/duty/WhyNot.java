package nl.kundig.courses.duty;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule does not give somebody a curriculum.
 *
 * @param failing the condition that comes nearest, or null when nobody holds a role
 * @param active whether the rule holds on that day
 * @param over whether the rule matched a role that is over
 */
public record WhyNot(Rule rule, Who.@Nullable Condition failing, boolean active, boolean over) {
}
