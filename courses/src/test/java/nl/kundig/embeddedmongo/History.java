package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Some hundred operations, told to both stores; all of them follow from the seed. */
final class History {

	private static final int OPERATIONS = 400;

	private static final int CHECK_EVERY = 40;

	private final long seed;

	private final Comparison comparison;

	private final List<Operation> told = new ArrayList<>();

	History(long seed, MongoCollection<Document> collection) {
		this.seed = seed;
		this.comparison = new Comparison(collection);
	}

	Comparison comparison() {
		return this.comparison;
	}

	/**
	 * The first difference, with a short history that ends in it; empty when there is
	 * none.
	 */
	String tell(Supplier<List<String>> indexDifferences, Runnable pause) {
		RandomHistory next = new RandomHistory(this.seed);
		while (this.told.size() < OPERATIONS) {
			Optional<String> difference = tell(next.next(this.comparison.store()));
			if (difference.isEmpty() && this.told.size() % CHECK_EVERY == 0) {
				difference = this.comparison.differenceOfContents().or(() -> differenceOf(indexDifferences.get()));
				pause.run();
			}
			if (difference.isPresent()) {
				return report(difference.get());
			}
		}
		return this.comparison.questionsToIndexes()
			.stream()
			.map(this::tell)
			.flatMap(Optional::stream)
			.findFirst()
			.map(this::report)
			.orElse("");
	}

	private Optional<String> tell(Operation operation) {
		this.told.add(operation);
		return this.comparison.differenceAfter(operation);
	}

	private static Optional<String> differenceOf(List<String> indexes) {
		return indexes.isEmpty() ? Optional.empty() : Optional.of("an index differs from a rebuilt one: " + indexes);
	}

	private String report(String difference) {
		return "History " + this.seed + ", operation " + this.told.size() + ": " + this.told.getLast() + "\n"
				+ difference + "\nIn short:\n"
				+ Shrinking.of(this.told).stream().map(Operation::toString).collect(Collectors.joining("\n")) + "\n";
	}

}
