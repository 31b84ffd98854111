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
 * A symbol, with what else it can mean.
 *
 * @param looks enough to recognise it without a picture
 * @param otherMeanings as carefully written as {@code meaning}
 * @param contextQuestions what to ask oneself before concluding anything; at least two
 * @param organisations slugs
 * @param drawing SVG, our own and schematic
 * @param starterHash what the content file said when it was published; tells whether the
 * file changed
 * @param revisedBy the editor whose text this is, or null while it is that of the file
 */
@Document("symbols")
@TypeAlias("symbol")
@DataRule(kept = "until withdrawn", exported = "as content files; the editor's name with the editor's own data",
		erased = "the editor's name removed")
public record Symbol(@Id String slug, @Version @Nullable Long revision, String name, List<Alias> aliases, Form form,
		String looks, List<Shape> shapes, List<Colour> colours, List<Carrier> carriers, List<Current> currents,
		String meaning, String origin, String otherMeanings, List<String> contextQuestions, Unambiguity unambiguity,
		@Nullable String usedSince, List<SeenIn> regions, List<LookAlike> lookAlikes, List<String> organisations,
		@Nullable LegalNote legalNote, List<Sensitivity> sensitivities, Certainty certainty, List<Source> sources,
		@Nullable String drawing, String starterHash, @Nullable String revisedBy, Instant publishedAt) {

	/** Fewer questions than this invite a conclusion. */
	public static final int FEWEST_QUESTIONS = 2;

	public Symbol {
		aliases = List.copyOf(aliases);
		shapes = List.copyOf(shapes);
		colours = List.copyOf(colours);
		carriers = List.copyOf(carriers);
		currents = List.copyOf(currents);
		contextQuestions = List.copyOf(contextQuestions);
		regions = List.copyOf(regions);
		lookAlikes = List.copyOf(lookAlikes);
		organisations = List.copyOf(organisations);
		sensitivities = List.copyOf(sensitivities);
		sources = List.copyOf(sources);
	}

	/** Some symbols are described, never drawn. */
	public boolean mayShowDrawing() {
		return this.drawing != null && !forbidsDrawing(this.sensitivities);
	}

	/** Whether the drawing is shown only when asked for. */
	public boolean isVeiled() {
		return this.unambiguity != Unambiguity.NOT_EXTREMIST;
	}

	public static boolean forbidsDrawing(List<Sensitivity> sensitivities) {
		return sensitivities.contains(Sensitivity.SELF_HARM)
				|| sensitivities.contains(Sensitivity.SEXUAL_VIOLENCE_OR_MINORS);
	}

	/**
	 * The same with an editor's texts; {@code revision} is the one the editor started
	 * from.
	 */
	public Symbol revised(String name, List<Alias> aliases, String looks, String meaning, String origin,
			String otherMeanings, List<String> contextQuestions, Unambiguity unambiguity, Long revision, String editor,
			Instant at) {
		return new Symbol(this.slug, revision, name, aliases, this.form, looks, this.shapes, this.colours,
				this.carriers, this.currents, meaning, origin, otherMeanings, contextQuestions, unambiguity,
				this.usedSince, this.regions, this.lookAlikes, this.organisations, this.legalNote, this.sensitivities,
				this.certainty, this.sources, this.drawing, this.starterHash, editor, at);
	}

	/** The same as said by a content file, with the hash of what it says. */
	public Symbol asStarter(Instant at) {
		String hash = ContentHash.of(stamped(null, "", Instant.EPOCH));
		return stamped(null, hash, at);
	}

	Symbol replacing(Symbol known) {
		return stamped(known.revision(), this.starterHash, this.publishedAt);
	}

	private Symbol stamped(@Nullable Long revision, String hash, Instant at) {
		return new Symbol(this.slug, revision, this.name, this.aliases, this.form, this.looks, this.shapes,
				this.colours, this.carriers, this.currents, this.meaning, this.origin, this.otherMeanings,
				this.contextQuestions, this.unambiguity, this.usedSince, this.regions, this.lookAlikes,
				this.organisations, this.legalNote, this.sensitivities, this.certainty, this.sources, this.drawing,
				hash, null, at);
	}

}
