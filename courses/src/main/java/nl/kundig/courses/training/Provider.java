package nl.kundig.courses.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.content.Source;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who gives trainings.
 *
 * @param about Markdown
 * @param url its own site, or null when none is known for certain
 * @param asOf the day an editor last compared this with the sources
 * @param hash what the content file said; tells whether the file changed
 */
@Document("trainingProviders")
@TypeAlias("trainingProvider")
@DataRule(kept = "until its file changes", exported = "as content files", erased = "holds no person")
public record Provider(@Id ProviderId id, String name, ProviderKind kind, String about, @Nullable String url,
		List<Source> sources, LocalDate asOf, Certainty certainty, String hash, Instant publishedAt) {

	public Provider {
		sources = List.copyOf(sources);
	}

	/** The provider as a content file tells of it. */
	public static Provider of(ProviderId id, String name, ProviderKind kind, String about, @Nullable String url,
			List<Source> sources, LocalDate asOf, Certainty certainty, Instant publishedAt) {
		String hash = ContentHash.of(id, name, kind, about, (url != null) ? url : "", sources, asOf, certainty);
		return new Provider(id, name, kind, about, url, sources, asOf, certainty, hash, publishedAt);
	}

}
