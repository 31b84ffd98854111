package nl.kundig.searchindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchIndexFolderTests {

	@TempDir
	private Path folder;

	@Test
	void survivesReopening() {
		fill();
		try (SearchIndex index = SearchIndex.open(this.folder)) {
			assertThat(index.search(SearchRequest.text("hakekruis")).hits().getFirst().id()).isEqualTo("hakenkruis");
			assertThat(index.search(SearchRequest.text("")).facetCounts().get("vorm")).containsEntry("kruis", 2L);
			index.put(Documents.HAMER);
			assertThat(index.search(SearchRequest.text("")).total()).isEqualTo(7);
		}
	}

	@Test
	void makesFolderThatIsNotThere() {
		try (SearchIndex index = SearchIndex.open(this.folder.resolve("new/index"))) {
			assertThat(index.isEmpty()).isTrue();
		}
	}

	@Test
	void refusesFolderInUseAndLeavesItAsItIs() {
		try (SearchIndex index = SearchIndex.open(this.folder)) {
			index.put(Documents.HAMER);
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SearchIndex.open(this.folder));
			assertThat(index.search(SearchRequest.text("hamer")).total()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "segments_", ".cfs", ".cfe", ".si" })
	void opensEmptyWhenFileIsGarbage(String kind) throws IOException {
		fill();
		Files.write(file(kind), new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 });
		assertThatItOpensEmptyAndCanBeFilled();
	}

	@ParameterizedTest
	@ValueSource(strings = { "segments_", ".cfs", ".cfe", ".si" })
	void opensEmptyWhenFileIsCutOff(String kind) throws IOException {
		fill();
		try (FileChannel channel = FileChannel.open(file(kind), StandardOpenOption.WRITE)) {
			channel.truncate(channel.size() / 2);
		}
		assertThatItOpensEmptyAndCanBeFilled();
	}

	@ParameterizedTest
	@ValueSource(strings = { "segments_", ".cfs", ".si" })
	void opensEmptyWhenFileIsMissing(String kind) throws IOException {
		fill();
		Files.delete(file(kind));
		assertThatItOpensEmptyAndCanBeFilled();
	}

	@Test
	void opensEmptyWhenBytesInTheMiddleChanged() throws IOException {
		fill();
		byte[] bytes = Files.readAllBytes(file(".cfs"));
		for (int i = bytes.length / 2; i < bytes.length / 2 + 8; i++) {
			bytes[i] ^= 0x55;
		}
		Files.write(file(".cfs"), bytes);
		assertThatItOpensEmptyAndCanBeFilled();
	}

	@Test
	void opensEmptyWhenIndexIsOfAnotherVersion() throws IOException {
		writeWithSchema("0");
		assertThatItOpensEmptyAndCanBeFilled();
	}

	@Test
	void keepsFilesThatAreNotOfTheIndex() throws IOException {
		writeWithSchema("0");
		Path note = Files.writeString(this.folder.resolve("note.txt"), "mine");
		SearchIndex.open(this.folder).close();
		assertThat(note).hasContent("mine");
	}

	private void fill() {
		try (SearchIndex index = SearchIndex.open(this.folder)) {
			index.replaceAll(Documents.all());
		}
	}

	private Path file(String kind) throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.getFileName().toString().contains(kind)).findFirst().orElseThrow();
		}
	}

	private void writeWithSchema(String schema) throws IOException {
		try (FSDirectory directory = FSDirectory.open(this.folder);
				IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
			Document document = new Document();
			document.add(new StringField("id", "old", Field.Store.YES));
			writer.addDocument(document);
			writer.setLiveCommitData(Map.of("schema", schema).entrySet());
		}
	}

	private void assertThatItOpensEmptyAndCanBeFilled() {
		try (SearchIndex index = SearchIndex.open(this.folder)) {
			assertThat(index.isEmpty()).isTrue();
			index.replaceAll(List.of(Documents.HAMER));
		}
		try (SearchIndex index = SearchIndex.open(this.folder)) {
			assertThat(index.search(SearchRequest.text("hamer")).total()).isEqualTo(1);
		}
	}

}
