package nl.kundig.courses.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import nl.kundig.courses.content.Access;
import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.content.Source;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A training in the catalogue. It has no dates: those are sessions.
 *
 * @param level 0 to 4, as those of curricula
 * @param cost what the provider says of it, or null. Never that it is free: what a
 * training costs a municipality is settled elsewhere
 * @param language as in BCP 47: "nl"
 * @param url where the provider tells of it, or null when none is known for certain
 * @param countsFor who followed this one followed these too
 * @param description Markdown
 * @param asOf the day an editor last compared this with the sources; the provider knows
 * better
 * @param withdrawnOn since when it is no longer offered, or null. It stays, because facts
 * and curricula name it
 * @param hash what the content file said; tells whether the file changed
 */
@Document("trainings")
@TypeAlias("training")
@DataRule(kept = "for ever: facts and curricula refer to it", exported = "as content files", erased = "holds no person")
public record Training(@Id TrainingId id, String title, @Indexed ProviderId provider, int level, String audience,
		TrainingForm form, TrainingLength length, Prerequisites prerequisites, @Nullable String cost, String language,
		Access access, @Nullable String url, List<TrainingId> countsFor, String description, List<Source> sources,
		LocalDate asOf, Certainty certainty, @Nullable LocalDate withdrawnOn, String hash, Instant publishedAt) {

	public Training {
		countsFor = List.copyOf(countsFor);
		sources = List.copyOf(sources);
	}

	/** The same as said by a content file, with the hash of what it says. */
	public Training asPublished(Instant at) {
		return stamped(ContentHash.of(stamped("", Instant.EPOCH)), at);
	}

	/** Itself and every training that it counts for. */
	public List<TrainingId> satisfies() {
		List<TrainingId> satisfied = new ArrayList<>();
		satisfied.add(this.id);
		satisfied.addAll(this.countsFor);
		return List.copyOf(satisfied);
	}

	/** Whether it can be followed that day. */
	public boolean isOfferedOn(LocalDate day) {
		return this.withdrawnOn == null || day.isBefore(this.withdrawnOn);
	}

	private Training stamped(String newHash, Instant at) {
		return new Training(this.id, this.title, this.provider, this.level, this.audience, this.form, this.length,
				this.prerequisites, this.cost, this.language, this.access, this.url, this.countsFor, this.description,
				this.sources, this.asOf, this.certainty, this.withdrawnOn, newHash, at);
	}

}
