package nl.kundig.mongouse;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the recorder listen to the application's own MongoDB client. */
@Configuration(proxyBeanMethods = false)
class MongoRecording {

	@Bean
	MongoRecorder mongoRecorder() {
		return new MongoRecorder(ListedUses.ofReadme());
	}

	@Bean
	MongoClientSettingsBuilderCustomizer recordCommands(MongoRecorder recorder) {
		return (settings) -> settings.addCommandListener(recorder);
	}

}
