package nl.kundig.embeddedmongo.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A fresh database for one promise, and the words the stories are told in. */
record ContractScene(MongoClient client, MongoDatabase database) {

	/** Tells an int from a long, as relaxed JSON does not. */
	private static final JsonWriterSettings SHELL = JsonWriterSettings.builder().outputMode(JsonMode.SHELL).build();

	/** The collection most stories are about. */
	MongoCollection<Document> learners() {
		return collection("learners");
	}

	MongoCollection<Document> collection(String name) {
		return this.database.getCollection(name);
	}

	/** The learners, with these documents in it. */
	MongoCollection<Document> given(String... documents) {
		learners().insertMany(Arrays.stream(documents).map(Document::parse).toList());
		return learners();
	}

	static Document json(String json) {
		return Document.parse(json);
	}

	static List<Object> ids(Iterable<Document> found) {
		return stream(found).map((document) -> document.get("_id")).toList();
	}

	/**
	 * These documents in this order, with the same types and the same order of fields.
	 */
	static void assertDocuments(Iterable<Document> found, String... expected) {
		assertThat(stream(found).map(ContractScene::shell)).containsExactly(
				Arrays.stream(expected).map(Document::parse).map(ContractScene::shell).toArray(String[]::new));
	}

	static void assertDocument(Document found, String expected) {
		assertThat(found).isNotNull();
		assertDocuments(List.of(found), expected);
	}

	/** The code of the error the server answers with. */
	static int errorCode(ThrowingCallable refused) {
		return error(refused).getCode();
	}

	static MongoException error(ThrowingCallable refused) {
		MongoException error = catchThrowableOfType(MongoException.class, refused);
		assertThat(error).as("an error").isNotNull();
		return error;
	}

	private static String shell(Document document) {
		return document.toJson(SHELL);
	}

	private static Stream<Document> stream(Iterable<Document> found) {
		return StreamSupport.stream(found.spliterator(), false);
	}

}
