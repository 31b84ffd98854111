package nl.kundig.embeddedmongo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class HeapTests {

	@Test
	void refusesWritesBeforeTheMemoryIsFull() throws Exception {
		Process filler = ChildJvm.start(Filler.class);
		try (var output = filler.inputReader()) {
			assertThat(output.readAllAsString()).isEqualTo("""
					refused with code 146
					nearly full
					read all that was acknowledged
					deleted
					wrote again
					""");
		}
		finally {
			filler.destroyForcibly().waitFor();
		}
	}

}
