package nl.kundig.embeddedmongo;

import java.util.List;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Adds one document. */
record Insert(Document document) implements Operation {

	@Override
	public String answer(MongoCollection<Document> collection) {
		collection.insertOne((Document) NaiveUpdate.copy(this.document));
		return "inserted";
	}

	@Override
	public List<Outcome> outcomes(NaiveStore store) {
		return List.of(new Outcome("inserted", store.insert(this.document)));
	}

	@Override
	public String toString() {
		return "insert(" + BsonOrder.written(this.document) + ")";
	}

}
