package nl.kundig.courses.curriculum;

import java.util.List;

/**
 * Completions of many people, found by looking at everybody. Most were told before, one
 * by one.
 */
public record CompletionsFound(List<CurriculumCompleted> completions) {

	public CompletionsFound {
		completions = List.copyOf(completions);
	}

}
