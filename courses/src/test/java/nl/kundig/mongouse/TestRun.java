package nl.kundig.mongouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;
import nl.kundig.mongouse.ListedUses.SlowQuery;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All test classes of a module together; says at the end what none of them used. */
final class TestRun implements AutoCloseable {

	/** Read by the tests of the next module, so that the last one knows the whole. */
	private static final String FILE = "target/mongo-use.txt";

	private static final List<String> MODULES = List.of("courses", "app");

	private final ListedUses listed;

	private final Set<String> used = new TreeSet<>();

	private final Set<String> said = new HashSet<>();

	TestRun(ListedUses listed) {
		this.listed = listed;
	}

	static TestRun of(ExtensionContext context) {
		return context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent(TestRun.class, (key) -> new TestRun(ListedUses.ofReadme()), TestRun.class);
	}

	synchronized void addUsed(Collection<MongoUse> more) {
		more.forEach((use) -> this.used.add(use.toString()));
	}

	/** A store counts from its start, so what one class was told is not told the next. */
	synchronized List<String> newlyBroken(List<QueryUse> queries) {
		return queries.stream()
			.filter((query) -> query.worst() > 0 && this.used.add(SlowQuery.of(query).toString()))
			.filter((query) -> !this.listed.slowQueries().containsKey(SlowQuery.of(query)))
			.map((query) -> "The index rule is broken by " + query)
			.toList();
	}

	synchronized void say(String once) {
		if (this.said.add(once)) {
			System.out.println(once);
		}
	}

	@Override
	public void close() {
		try {
			Files.write(Path.of(FILE), this.used);
			for (String module : MODULES) {
				Path others = Path.of("..", module, FILE);
				if (Files.exists(others)) {
					this.used.addAll(Files.readAllLines(others));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List<String> unused = Stream
			.concat(this.listed.uses().stream().map(MongoUse::toString),
					this.listed.slowQueries().keySet().stream().map(SlowQuery::toString))
			.filter((listed) -> !this.used.contains(listed))
			.toList();
		if (!unused.isEmpty()) {
			System.out.println("README.md lists, and no test until now used: " + String.join(", ", unused));
		}
	}

}
