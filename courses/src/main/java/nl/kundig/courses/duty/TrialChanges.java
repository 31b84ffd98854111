package nl.kundig.courses.duty;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * For whom a saved trial changes something; only those who may know names read it.
 *
 * @param id that of the trial
 */
@Document("trialChanges")
@TypeAlias("trialChanges")
@DataRule(kept = "90 days", exported = "not: it is made from what is exported", erased = "the learner's id removed")
public record TrialChanges(@Id String id, @Indexed Instant startedAt, List<TrialRun.Change> gained,
		List<TrialRun.Change> lost, List<TrialRun.Change> moved, List<TrialRun.Change> lapsing) {

	public TrialChanges {
		gained = List.copyOf(gained);
		lost = List.copyOf(lost);
		moved = List.copyOf(moved);
		lapsing = List.copyOf(lapsing);
	}

	static TrialChanges of(SavedTrial trial, TrialRun run) {
		return new TrialChanges(trial.id(), trial.startedAt(), run.gained(), run.lost(), run.moved(), run.lapsing());
	}

}
