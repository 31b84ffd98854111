package nl.kundig.app.system;

import java.net.InetAddress;

import com.mongodb.ConnectionString;
import nl.kundig.embeddedmongo.EmbeddedMongo;
import nl.kundig.searchindex.SearchIndex;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Where things are stored: the MongoDB that is named, or else the embedded one. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	static final String DATABASE = "kundig";

	@Bean(destroyMethod = "close")
	@Conditional(NoMongoNamed.class)
	@ConditionalOnMissingBean
	EmbeddedMongo embeddedMongo(KundigProperties properties) {
		return EmbeddedMongo.open(properties.data().resolve("store"), properties.dataSync());
	}

	@Bean
	MongoConnectionDetails mongoConnectionDetails(KundigProperties properties, ObjectProvider<EmbeddedMongo> embedded) {
		EmbeddedMongo store = embedded.getIfAvailable();
		String uri = (store != null) ? store.uri(DATABASE) : String.valueOf(properties.mongodbUri());
		try {
			ConnectionString connection = new ConnectionString(uri);
			return () -> connection;
		}
		catch (IllegalArgumentException ex) {
			// The driver's own message may repeat the address, and with it a password.
			throw new StoreMisnamed();
		}
	}

	@Bean(destroyMethod = "close")
	SearchIndex searchIndex(KundigProperties properties, PidFile pid) {
		return SearchIndex.open(properties.data().resolve("search-index"));
	}

	/**
	 * Demo passwords are for trying out, so a store that has them is never on the
	 * network.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableWebServerFactory> demoListensOnLoopbackOnly(DemoStore demoStore) {
		return (factory) -> {
			if (demoStore.isDemo()) {
				factory.setAddress(InetAddress.getLoopbackAddress());
			}
		};
	}

}
