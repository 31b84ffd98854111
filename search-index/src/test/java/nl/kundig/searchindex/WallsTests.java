package nl.kundig.searchindex;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WallsTests {

	@Test
	void showsFiveTypesAndNoMore() throws Exception {
		Path classes = Path.of(SearchIndex.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		assertThat(publicTypes(classes)).containsExactlyInAnyOrder(SearchIndex.class, SearchDocument.class,
				SearchRequest.class, SearchResults.class, SearchHit.class);
	}

	private static Stream<Class<?>> publicTypes(Path classes) throws IOException {
		try (Stream<Path> files = Files.walk(classes)) {
			return files.map((file) -> classes.relativize(file).toString())
				.filter((file) -> file.endsWith(".class"))
				.<Class<?>>map((file) -> load(file.replace(".class", "").replace('/', '.').replace('\\', '.')))
				.filter((type) -> Modifier.isPublic(type.getModifiers()))
				.toList()
				.stream();
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name, false, WallsTests.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
