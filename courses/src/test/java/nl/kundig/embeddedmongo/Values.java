package nl.kundig.embeddedmongo;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;

/** Values of the wire as plain ones. */
final class Values {

	private Values() {
	}

	static Object plain(BsonValue value) {
		BsonDocument wrapped = new BsonDocument("value", (value != null) ? value : BsonNull.VALUE);
		Document read = new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry()).decode(wrapped.asBsonReader(),
				DecoderContext.builder().build());
		return read.get("value");
	}

}
