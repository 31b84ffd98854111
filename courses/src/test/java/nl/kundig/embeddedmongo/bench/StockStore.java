package nl.kundig.embeddedmongo.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** The library's H2 backend with a commit after each write, so that it loses nothing. */
final class StockStore implements AutoCloseable {

	private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "createindexes");

	private static final int CACHE_MEGABYTES = 512;

	private static final int WORKERS = 64;

	private final MongoServer server;

	StockStore(Path folder) {
		MVStore store = new MVStore.Builder().fileName(folder.resolve("stock.mv.db").toString())
			.cacheSize(CACHE_MEGABYTES)
			.compress()
			.open();
		store.setAutoCommitDelay(0);
		this.server = new MongoServer(new H2Backend(store) {

			@Override
			public Document handleCommand(Channel channel, String database, String command, Document query) {
				Document reply = super.handleCommand(channel, database, command, query);
				if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
					getMvStore().commit();
				}
				return reply;
			}

		});
		this.server.bind(new java.net.InetSocketAddress("127.0.0.1", 0), 1, WORKERS);
	}

	String uri() {
		return this.server.getConnectionString();
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

}
