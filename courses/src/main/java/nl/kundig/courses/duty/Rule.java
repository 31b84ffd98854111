package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One version of a rule: who must do which curriculum, and by when. A version never
 * changes; the next one takes over on its first day.
 *
 * @param number 1 for the first version
 * @param text the rule in the words of who made it, for the people it is about
 * @param within how long there is
 * @param activeFrom first day, Europe/Amsterdam
 * @param withdrawn whether this version ends the rule
 */
@Document("rules")
@TypeAlias("rule")
@DataRule(kept = "for ever: duties refer to it", exported = "with the organisation's own export",
		erased = "holds no learner")
public record Rule(@Id String id, RuleId rule, int number, String text, Who who, CurriculumId curriculum, Period within,
		DueFrom dueFrom, LocalDate activeFrom, boolean withdrawn, String decidedBy, Instant recordedAt) {

	/** The first version of a rule. */
	public static Rule first(RuleId rule, String text, Who who, CurriculumId curriculum, Period within, DueFrom dueFrom,
			LocalDate activeFrom, String decidedBy, Instant recordedAt) {
		return new Rule(idOf(rule, 1), rule, 1, text, who, curriculum, within, dueFrom, activeFrom, false, decidedBy,
				recordedAt);
	}

	/** The version after this one. */
	public Rule next(String newText, Who newWho, Period newWithin, DueFrom newDueFrom, LocalDate from, String by,
			Instant at) {
		return new Rule(idOf(this.rule, this.number + 1), this.rule, this.number + 1, newText, newWho, this.curriculum,
				newWithin, newDueFrom, from, false, by, at);
	}

	/** The version that ends the rule: the day before is its last. */
	public Rule withdraw(LocalDate from, String by, Instant at) {
		return new Rule(idOf(this.rule, this.number + 1), this.rule, this.number + 1, this.text, this.who,
				this.curriculum, this.within, this.dueFrom, from, true, by, at);
	}

	private static String idOf(RuleId rule, int number) {
		return rule + "|" + number;
	}

}
