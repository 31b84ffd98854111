package nl.kundig.app.system;

import java.util.List;

import nl.kundig.embeddedmongo.EmbeddedMongo;
import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * What each shape of query cost the embedded store since the start, without values: for
 * who looks after Kundig and for {@code scripts/bench}. Empty with a MongoDB, which tells
 * such things itself.
 */
@Component
@Endpoint(id = "queries")
class QueriesEndpoint {

	private final ObjectProvider<EmbeddedMongo> embedded;

	QueriesEndpoint(ObjectProvider<EmbeddedMongo> embedded) {
		this.embedded = embedded;
	}

	@ReadOperation
	List<QueryUse> queries() {
		EmbeddedMongo store = this.embedded.getIfAvailable();
		return (store != null) ? store.queries() : List.of();
	}

}
