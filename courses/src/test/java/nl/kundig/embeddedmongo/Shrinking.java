package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

/** Leaves out of a failing history whatever it does not need to fail. */
final class Shrinking {

	private final EmbeddedMongo mongo;

	private final MongoDatabase database;

	private int tries;

	private Shrinking(EmbeddedMongo mongo, MongoDatabase database) {
		this.mongo = mongo;
		this.database = database;
	}

	/** The history itself when it does not fail again. */
	static List<Operation> of(List<Operation> failing) {
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
				MongoClient client = MongoClients.create(mongo.uri("kundig"))) {
			Shrinking shrinking = new Shrinking(mongo, client.getDatabase("kundig"));
			return shrinking.fails(failing) ? shrinking.shrunk(failing) : failing;
		}
	}

	private List<Operation> shrunk(List<Operation> failing) {
		List<Operation> smallest = failing;
		for (int part = failing.size() / 2; part > 0; part /= 2) {
			for (int start = 0; start < smallest.size() - 1;) {
				List<Operation> fewer = new ArrayList<>(smallest.subList(0, start));
				fewer.addAll(smallest.subList(Math.min(smallest.size() - 1, start + part), smallest.size()));
				if (fails(fewer)) {
					smallest = fewer;
				}
				else {
					start += part;
				}
			}
		}
		return smallest;
	}

	/** In its last operation, so that it stays the same failure. */
	private boolean fails(List<Operation> history) {
		Comparison comparison = new Comparison(this.database.getCollection("try" + this.tries++));
		for (Operation operation : history.subList(0, history.size() - 1)) {
			if (comparison.differenceAfter(operation).isPresent()) {
				return false;
			}
		}
		return comparison.differenceAfter(history.getLast()).isPresent()
				|| comparison.differenceOfContents().isPresent() || !this.mongo.indexDifferences().isEmpty();
	}

}
