package nl.kundig.app.system;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTests {

	@ParameterizedTest
	@CsvSource({ "process, PROCESS", "always, ALWAYS", "'', PROCESS" })
	void dataSyncIsOneOfTwoWords(String word, DataSync sync) {
		assertThat(bind(Map.of("kundig.data-sync", word)).dataSync()).isEqualTo(sync);
	}

	@Test
	void dataSyncIsProcessWhenNothingIsSaid() {
		assertThat(bind(Map.of("kundig.empty", "true")).dataSync()).isEqualTo(DataSync.PROCESS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "never", "true", "process always" })
	void anotherDataSyncIsOneLine(String word, CapturedOutput output) {
		BindException mistake = catchThrowableOfType(BindException.class, () -> bind(Map.of("kundig.data-sync", word)));
		assertLine(mistake, "--data-sync or KUNDIG_DATA_SYNC is something else than process or always", output);
	}

	@Test
	void anotherMistakenPropertyIsLeftToOthers(CapturedOutput output) {
		BindException mistake = catchThrowableOfType(BindException.class,
				() -> bind(Map.of("kundig.empty", "misschien")));
		assertThat(new StartFailures().reportException(new BeanCreationException("x", mistake))).isFalse();
		assertThat(output).isEmpty();
	}

	@Test
	void aFullMemoryIsNotBlamedOnAMongoDb(CapturedOutput output) {
		String line = "the memory is full; give Kundig more with --memory, or name a MongoDB";
		assertLine(new MongoException(146, "ExceededMemoryLimit"), line, output);
	}

	@Test
	void dataThatDoesNotFitInMemoryIsOneLine(CapturedOutput output) {
		assertLine(new OutOfMemoryError("Java heap space"),
				"the memory is full; give Kundig more with --memory, or name a MongoDB", output);
	}

	@Test
	void aFullDiskIsFoundAmongManyWrites(CapturedOutput output) {
		BulkWriteError error = new BulkWriteError(14031, "OutOfDiskSpace", new BsonDocument(), 0);
		MongoException writes = new MongoBulkWriteException(BulkWriteResult.unacknowledged(), List.of(error), null,
				new ServerAddress(), Set.of());
		assertLine(writes, "there is no space left for the data, or its folder cannot be written", output);
	}

	@Test
	void aSettingThatIsRefusedIsOneLine(CapturedOutput output) {
		String line = "KUNDIG_SMTP_PORT is no port";
		assertLine(new SettingRefused(line), line, output);
	}

	private static KundigProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("kundig",
				KundigProperties.class);
	}

	private static void assertLine(Throwable cause, String line, CapturedOutput output) {
		assertThat(new StartFailures().reportException(new BeanCreationException("x", cause))).isTrue();
		assertThat(output.getErr()).isEqualTo("Kundig cannot start: " + line + System.lineSeparator());
	}

}
