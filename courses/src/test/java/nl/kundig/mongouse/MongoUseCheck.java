package nl.kundig.mongouse;

import java.util.ArrayList;
import java.util.List;

import nl.kundig.embeddedmongo.EmbeddedMongo;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Asks the recorder and the store after each test class. */
class MongoUseCheck implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		MongoRecorder recorder = application.getBean(MongoRecorder.class);
		TestRun run = TestRun.of(context);
		run.addUsed(recorder.used());
		List<String> problems = new ArrayList<>();
		if (recorder.used().isEmpty()) {
			problems.add("The recorder heard no command: it does not listen to the client that Kundig uses");
		}
		recorder.takeUnlisted()
			.forEach((use, example) -> problems
				.add("'" + ListedUses.TITLE + "' in README.md does not list " + use + ": " + example));
		EmbeddedMongo embedded = application.getBeanProvider(EmbeddedMongo.class).getIfAvailable();
		if (embedded != null) {
			problems.addAll(run.newlyBroken(embedded.queries()));
		}
		else {
			run.say("MongoDB does not tell how many documents a query looked at: the index rule was not checked");
		}
		if (!problems.isEmpty()) {
			throw new AssertionError(String.join(System.lineSeparator(), problems));
		}
	}

}
