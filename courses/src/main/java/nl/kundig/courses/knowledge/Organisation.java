package nl.kundig.courses.knowledge;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.content.Source;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An organisation, network, movement or phenomenon of the knowledge base; never an
 * employer.
 *
 * @param originalName the name in its own language and script
 * @param relevanceNl what public official sources say about the Netherlands
 * @param otherViews what it can be confused with, what it is not, and who is not meant
 * @param designationsElsewhere without legal effect in the Netherlands
 * @param symbols slugs
 * @param starterHash what the content file said when it was published; tells whether the
 * file changed
 * @param revisedBy the editor whose text this is, or null while it is that of the file
 */
@Document("organisations")
@TypeAlias("organisation")
@DataRule(kept = "until withdrawn", exported = "as content files; the editor's name with the editor's own data",
		erased = "the editor's name removed")
public record Organisation(@Id String slug, @Version @Nullable Long revision, String name,
		@Nullable String originalName, List<Alias> aliases, Nature nature, List<Current> currents,
		@Nullable String founded, @Nullable String ended, Activity activity, @Nullable String activityNote,
		@Nullable String origin, List<String> operatesIn, @Nullable String relevanceNl, String description,
		String otherViews, List<Listing> listings, List<Designation> designationsElsewhere, List<String> symbols,
		List<Sensitivity> sensitivities, Certainty certainty, List<Source> sources, String starterHash,
		@Nullable String revisedBy, Instant publishedAt) {

	public Organisation {
		aliases = List.copyOf(aliases);
		currents = List.copyOf(currents);
		operatesIn = List.copyOf(operatesIn);
		listings = List.copyOf(listings);
		designationsElsewhere = List.copyOf(designationsElsewhere);
		symbols = List.copyOf(symbols);
		sensitivities = List.copyOf(sensitivities);
		sources = List.copyOf(sources);
	}

	/** The same as said by a content file, with the hash of what it says. */
	public Organisation asStarter(Instant at) {
		String hash = ContentHash.of(stamped(null, "", Instant.EPOCH));
		return stamped(null, hash, at);
	}

	Organisation replacing(Organisation known) {
		return stamped(known.revision(), this.starterHash, this.publishedAt);
	}

	private Organisation stamped(@Nullable Long revision, String hash, Instant at) {
		return new Organisation(this.slug, revision, this.name, this.originalName, this.aliases, this.nature,
				this.currents, this.founded, this.ended, this.activity, this.activityNote, this.origin, this.operatesIn,
				this.relevanceNl, this.description, this.otherViews, this.listings, this.designationsElsewhere,
				this.symbols, this.sensitivities, this.certainty, this.sources, hash, null, at);
	}

}
