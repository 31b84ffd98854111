package nl.kundig.mongouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;

/**
 * What README.md says Kundig uses of MongoDB. It is read from the page itself, so that
 * page and list cannot differ.
 *
 * @param slowQueries what may break the index rule, with the reason
 */
record ListedUses(Set<MongoUse> uses, Map<SlowQuery, String> slowQueries) {

	static final String TITLE = "What Kundig uses of MongoDB";

	static final String EXCEPTIONS = "Exceptions to the index rule";

	private static final Pattern NAME = Pattern.compile("`([^`]+)`");

	/** A query that may look at many documents, for the reason the list gives. */
	record SlowQuery(String collection, String shape) {

		static SlowQuery of(QueryUse query) {
			return new SlowQuery(query.collection(), query.shape());
		}

		@Override
		public String toString() {
			return "slow query `" + this.collection + "` `" + this.shape + "`";
		}

	}

	/** Tests run in the folder of their Maven module. */
	static ListedUses ofReadme() {
		try {
			return parse(Files.readAllLines(Path.of("../README.md")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ListedUses parse(List<String> page) {
		Set<MongoUse> uses = new TreeSet<>();
		for (List<String> row : rows(page, TITLE)) {
			names(row.get(1)).forEach((name) -> uses.add(new MongoUse(row.getFirst(), name)));
		}
		Map<SlowQuery, String> slowQueries = new LinkedHashMap<>();
		for (List<String> row : rows(page, EXCEPTIONS)) {
			slowQueries.put(new SlowQuery(names(row.get(0)).getFirst(), names(row.get(1)).getFirst()), row.get(2));
		}
		return new ListedUses(uses, slowQueries);
	}

	/** The cells of the table under a heading, without its head. */
	private static List<List<String>> rows(List<String> page, String heading) {
		return page.stream()
			.dropWhile((line) -> !line.matches("#+ " + heading))
			.skip(1)
			.takeWhile((line) -> !line.startsWith("#"))
			.filter((line) -> line.startsWith("|"))
			.skip(2)
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::trim).toList())
			.toList();
	}

	private static List<String> names(String cell) {
		return NAME.matcher(cell).results().map((name) -> name.group(1)).toList();
	}

}
