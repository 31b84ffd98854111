package nl.kundig.app.curriculum;

import java.time.LocalDate;

import nl.kundig.courses.content.LearningModuleId;
import org.jspecify.annotations.Nullable;

/**
 * One module of a curriculum as the learner sees it.
 *
 * @param minutes reading time for this role
 * @param minutesLeft of it not yet read
 * @param metOn the day the quiz was passed, or null
 * @param nextUrl where to go on: the first unread piece, else the quiz
 */
public record ModuleView(LearningModuleId id, String title, String summary, int minutes, int minutesLeft,
		@Nullable LocalDate metOn, String nextUrl, boolean quizNext) {

	public boolean isDone() {
		return this.metOn != null;
	}

}
