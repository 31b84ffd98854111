package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/**
 * One step of a history. Both stores answer in a text, so that answers can be compared
 * and shown.
 */
sealed interface Operation permits Find, Count, Distinct, Insert, Update, Delete, FindAndModify, Bulk, Indexing {

	/** One right answer, and what is stored afterwards. */
	record Outcome(String answer, NaiveStore store) {
	}

	String answer(MongoCollection<Document> collection);

	/** All that MongoDB may answer; more than one where it promises no order. */
	List<Outcome> outcomes(NaiveStore store);

	default int size() {
		return 1;
	}

	static String ask(Operation operation, MongoCollection<Document> collection) {
		try {
			return operation.answer(collection);
		}
		catch (MongoBulkWriteException ex) {
			return counts(ex.getWriteResult(),
					ex.getWriteErrors().stream().map((error) -> error.getIndex() + ": " + error.getCode()).toList());
		}
		catch (MongoServerException ex) {
			return error(ex.getCode());
		}
		catch (MongoException ex) {
			return ex.toString();
		}
	}

	static List<Outcome> expect(Operation operation, NaiveStore store) {
		try {
			return operation.outcomes(store);
		}
		catch (Refused ex) {
			return ex.codes().stream().map((code) -> new Outcome(error(code), store)).toList();
		}
	}

	/** One outcome for each candidate; one that is refused leaves the store as it is. */
	static <T> List<Outcome> each(NaiveStore store, List<Document> candidates, Function<Document, Outcome> outcome) {
		List<Outcome> outcomes = new ArrayList<>();
		for (Document candidate : candidates) {
			try {
				outcomes.add(outcome.apply(candidate));
			}
			catch (Refused ex) {
				ex.codes().forEach((code) -> outcomes.add(new Outcome(error(code), store)));
			}
		}
		return outcomes;
	}

	static String error(int code) {
		return "error " + code;
	}

	static String counts(BulkWriteResult result, List<String> errors) {
		return counts(result.getInsertedCount(), result.getMatchedCount(), result.getModifiedCount(),
				result.getDeletedCount(),
				result.getUpserts()
					.stream()
					.map((upsert) -> upsert.getIndex() + ": " + BsonOrder.written(Values.plain(upsert.getId())))
					.toList(),
				errors);
	}

	static String counts(int inserted, int matched, int modified, int deleted, List<String> upserts,
			List<String> errors) {
		return "inserted " + inserted + ", matched " + matched + ", modified " + modified + ", deleted " + deleted
				+ ", upserts " + upserts + ", errors " + errors;
	}

	static String updated(long matched, long modified, Object upserted) {
		return "matched " + matched + ", modified " + modified
				+ ((upserted != null) ? ", upserted " + BsonOrder.written(upserted) : "");
	}

	/** In any order. */
	static String unordered(List<Document> documents) {
		return documents.stream().map(BsonOrder::shown).sorted().collect(Collectors.joining("\n"));
	}

}
