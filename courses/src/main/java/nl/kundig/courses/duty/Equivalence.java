package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;

import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who achieved the one has the other as well, on the same day. One step only: what is
 * equal to an equal is not decided by anybody.
 *
 * @param validFrom the first day on which such an achievement counts
 * @param validUntil the last one, or null
 */
@Document("equivalences")
@TypeAlias("equivalence")
@DataRule(kept = "for ever: it explains what was accepted", exported = "with the organisation's own export",
		erased = "holds no learner")
public record Equivalence(@Id String id, CurriculumRequirement from, CurriculumRequirement to, Effect effect,
		LocalDate validFrom, @Nullable LocalDate validUntil, String decidedBy, String reason, Instant recordedAt) {

	/** What it is good for. */
	public sealed interface Effect {

		/** Counts always. */
		@TypeAlias("grants")
		record Grants() implements Effect {
		}

		/** Counts for a renewal only, not for a first certificate or after a lapse. */
		@TypeAlias("renews")
		record Renews() implements Effect {
		}

		/** Counts for so many hours of what the requirement takes. */
		@TypeAlias("countsHours")
		record CountsHours(int hours) implements Effect {
		}

	}

	boolean isValidOn(LocalDate day) {
		return !day.isBefore(this.validFrom) && (this.validUntil == null || !day.isAfter(this.validUntil));
	}

}
