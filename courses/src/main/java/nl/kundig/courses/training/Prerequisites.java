package nl.kundig.courses.training;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody should know already. It advises and never forbids: a trainer also counts
 * experience.
 *
 * @param trainings each of them, or one that counts for it
 * @param text what else is asked, or null
 */
public record Prerequisites(List<TrainingId> trainings, @Nullable String text) {

	public static final Prerequisites NONE = new Prerequisites(List.of(), null);

	public Prerequisites {
		trainings = List.copyOf(trainings);
	}

}
