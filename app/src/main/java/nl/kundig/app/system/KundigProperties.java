package nl.kundig.app.system;

import java.nio.file.Path;

import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this Kundig runs.
 *
 * @param data the folder with store, search index and demo accounts
 * @param mongodbUri the MongoDB to use; without it the embedded store under {@code data}
 * @param dataSync what a write in the embedded store survives
 * @param empty whether a new store starts without demo municipalities and people
 * @param publicUrl the address people know, printed on certificates
 * @param tls whether people reach it over HTTPS, so that cookies are bound to it
 * @param sourceUrl where the source of this version can be had (AGPL section 13)
 * @param securityContact where to report a weakness
 */
@ConfigurationProperties("kundig")
public record KundigProperties(@DefaultValue("data") Path data, @Nullable String mongodbUri,
		@DefaultValue("process") DataSync dataSync, @DefaultValue("false") boolean empty, @Nullable String publicUrl,
		@DefaultValue("false") boolean tls, @Nullable String sourceUrl,
		@DefaultValue("mailto:beveiliging@kundig.example") String securityContact) {

	/** Whether the store runs inside this process. */
	public boolean isEmbedded() {
		return this.mongodbUri == null || this.mongodbUri.isBlank();
	}

}
