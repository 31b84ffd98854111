package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A draft that was tried out, with what came of it in numbers. Who changes is kept beside
 * it, in {@link TrialChanges}: a list of trials need not read that.
 *
 * @param id random, so that a link can be shared and not guessed
 * @param owner the municipality it is of, or {@link #NATIONAL}
 * @param fingerprint the hash of everything that was found; empty while it runs
 * @param numbers null while it runs
 * @param activatedAt set once: who sets it carries the draft out
 * @param doneAt when everything of it was carried out
 */
@Document("trials")
@TypeAlias("savedTrial")
@CompoundIndex(def = "{'owner': 1, 'startedAt': -1}")
@DataRule(kept = "90 days", exported = "with the organisation's own export", erased = "holds no learner")
public record SavedTrial(@Id String id, String owner, Draft draft, String startedBy, @Indexed Instant startedAt,
		String fingerprint, @Nullable Numbers numbers, @Nullable String activatedBy,
		@Indexed @Nullable Instant activatedAt, @Nullable Instant doneAt) {

	/** The owner of what holds everywhere. */
	public static final String NATIONAL = "";

	/**
	 * What would change, counted.
	 *
	 * @param minutesNow self-study that is open now
	 */
	public record Numbers(int learners, int gained, int lost, int moved, int lapsing, long minutesNow, long minutesThen,
			List<Group> groups, List<Seats> seats) {

		public Numbers {
			groups = List.copyOf(groups);
			seats = List.copyOf(seats);
		}

	}

	/** What would change for one role in one part of a municipality. */
	public record Group(MunicipalityId municipality, LearnerRole role, @Nullable UnitId unit, int gained, int lost,
			int moved, int lapsing) {
	}

	/**
	 * Seats that are needed in a month.
	 *
	 * @param month its first day
	 */
	public record Seats(LocalDate month, String training, int now, int then) {
	}

	static SavedTrial of(String id, String owner, Draft draft, String by, Instant at) {
		return new SavedTrial(id, owner, draft, by, at, "", null, null, null, null);
	}

	SavedTrial found(TrialRun run) {
		return new SavedTrial(this.id, this.owner, this.draft, this.startedBy, this.startedAt, run.fingerprint(),
				TrialNumbers.of(run), this.activatedBy, this.activatedAt, this.doneAt);
	}

	public boolean isNational() {
		return this.owner.equals(NATIONAL);
	}

	public boolean isActivated() {
		return this.activatedAt != null;
	}

}
