package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/**
 * Both stores side by side: what one is told, the other is told, and the answers are
 * compared.
 */
final class Comparison {

	private final Map<Restriction, Integer> skipped = new EnumMap<>(Restriction.class);

	private MongoCollection<Document> collection;

	private NaiveStore store = NaiveStore.EMPTY;

	private int compared;

	Comparison(MongoCollection<Document> collection) {
		this.collection = collection;
	}

	NaiveStore store() {
		return this.store;
	}

	/** How many operations, those in bulks included, were not left out. */
	int compared() {
		return this.compared;
	}

	Map<Restriction, Integer> skipped() {
		return this.skipped;
	}

	/** The same collection, in a store that has been opened again. */
	void continueWith(MongoCollection<Document> reopened) {
		this.collection = reopened;
	}

	/** Says what is different, or nothing. */
	Optional<String> differenceAfter(Operation operation) {
		List<Operation.Outcome> outcomes;
		try {
			outcomes = Operation.expect(operation, this.store);
		}
		catch (Restriction.Applies ex) {
			this.skipped.merge(ex.restriction(), 1, Integer::sum);
			return Optional.empty();
		}
		this.compared += operation.size();
		String answer = Operation.ask(operation, this.collection);
		List<Operation.Outcome> fitting = outcomes.stream()
			.filter((outcome) -> outcome.answer().equals(answer))
			.toList();
		if (fitting.size() > 1) {
			fitting = fittingContents(fitting);
		}
		if (fitting.isEmpty()) {
			return Optional.of("it answers\n" + answer + "\nand may answer\n"
					+ outcomes.stream()
						.map(Operation.Outcome::answer)
						.distinct()
						.collect(Collectors.joining("\nor\n")));
		}
		this.store = fitting.getFirst().store();
		return Optional.empty();
	}

	/** The outcomes share most of their documents, so each is written down once. */
	private List<Operation.Outcome> fittingContents(List<Operation.Outcome> outcomes) {
		List<String> contents = documents().stream().map(BsonOrder::shown).sorted().toList();
		Map<Document, String> shown = new IdentityHashMap<>();
		Function<Document, String> show = (document) -> shown.computeIfAbsent(document, BsonOrder::shown);
		return outcomes.stream()
			.filter((outcome) -> outcome.store().documents().stream().map(show).sorted().toList().equals(contents))
			.toList();
	}

	/** Compares all documents, and which indexes there are. */
	Optional<String> differenceOfContents() {
		String contents = Operation.unordered(documents()) + "\n" + indexes();
		String expected = Operation.unordered(this.store.documents()) + "\n"
				+ this.store.indexes().stream().map(IndexSpec::toString).sorted().toList();
		return contents.equals(expected) ? Optional.empty()
				: Optional.of("it holds\n" + contents + "\nand should hold\n" + expected);
	}

	/** Asks along each index, up and down and around its values. */
	List<Operation> questionsToIndexes() {
		List<Operation> questions = new ArrayList<>();
		for (IndexSpec index : this.store.indexes()) {
			Document opposite = new Document();
			index.keys().forEach((path, direction) -> opposite.put(path, -(Integer) direction));
			questions.add(new Find(new Document(), index.keys(), 0, 0, new Document()));
			questions.add(new Find(new Document(), opposite, 0, 0, new Document()));
			String path = index.keys().keySet().iterator().next();
			this.store.documents()
				.stream()
				.map((document) -> NaivePaths.value(document, NaivePaths.parts(path)))
				.filter((value) -> value instanceof Number || value instanceof String)
				.limit(4)
				.forEach((value) -> {
					questions.add(new Find(new Document(path, value), index.keys(), 0, 0, new Document()));
					questions.add(new Count(new Document(path, new Document("$gte", value)), 0, 0));
					questions.add(new Count(new Document(path, new Document("$lt", value)), 0, 0));
				});
		}
		return questions;
	}

	private List<Document> documents() {
		return this.collection.find().into(new ArrayList<>());
	}

	private List<String> indexes() {
		return this.collection.listIndexes()
			.into(new ArrayList<>())
			.stream()
			.filter((index) -> !index.getString("name").equals("_id_"))
			.map(IndexSpec::listed)
			.map(IndexSpec::toString)
			.sorted()
			.toList();
	}

}
