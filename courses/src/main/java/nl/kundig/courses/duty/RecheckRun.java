package nl.kundig.courses.duty;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One look at everybody, as after a crash or a standstill: what it made good and whom it
 * skipped.
 *
 * @param previous when the run before it started, or null for the first one
 * @param finished whether it came to the end; when Kundig stops it does not
 * @param repaired what was missing and is there now: "duty ann|signaleren-balie"; the
 * first thousand
 * @param repairs how many there were
 * @param skipped who could not be looked at; the first thousand
 */
@Document("rechecks")
@TypeAlias("recheckRun")
@DataRule(kept = "90 days", exported = "not: it is about the store, and names ids only",
		erased = "removed with the run, after 90 days at most")
public record RecheckRun(@Id String id, @Indexed Instant startedAt, Instant endedAt, @Nullable Instant previous,
		boolean finished, int learners, List<String> repaired, int repairs, List<Skipped> skipped) {

	/** How long a run is kept. */
	static final int DAYS_KEPT = 90;

	private static final int MOST_LINES = 1000;

	public RecheckRun {
		repaired = List.copyOf(repaired.subList(0, Math.min(repaired.size(), MOST_LINES)));
		skipped = List.copyOf(skipped.subList(0, Math.min(skipped.size(), MOST_LINES)));
	}

	/** Whether all was there and everybody could be looked at. */
	public boolean isClean() {
		return this.finished && this.repairs == 0 && this.skipped.isEmpty();
	}

}
