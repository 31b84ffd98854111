package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import org.bson.BsonValue;
import org.bson.Document;

/** The different values of a field; of 1 and 1.0 either may be given. */
record Distinct(String path, Document filter) implements Operation {

	@Override
	public String answer(MongoCollection<Document> collection) {
		List<Object> values = new ArrayList<>();
		for (BsonValue value : collection.distinct(this.path, this.filter, BsonValue.class)) {
			values.add(Values.plain(value));
		}
		return text(values);
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		return List.of(new Outcome(text(store.distinct(this.path, this.filter)), store));
	}

	private static String text(List<Object> values) {
		return values.stream().map(BsonOrder::normalised).sorted().toList().toString();
	}

	@Override
	public String toString() {
		return "distinct(" + this.path + ", " + BsonOrder.written(this.filter) + ")";
	}

}
