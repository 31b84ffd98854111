package nl.kundig.app.training;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the overview says of somebody's trainings, in one line.
 *
 * @param session its id
 * @param answerBefore for a seat that is offered: until when it is kept; else null
 */
public record NextTraining(String session, String title, LocalDate firstDay, @Nullable Instant answerBefore) {

	/** Whether an answer is needed. */
	public boolean isOffer() {
		return this.answerBefore != null;
	}

}
