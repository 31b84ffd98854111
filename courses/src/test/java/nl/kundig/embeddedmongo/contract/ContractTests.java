package nl.kundig.embeddedmongo.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.kundig.embeddedmongo.contract.Contract.Promise;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Holds the embedded store to the contract, with stock mongo-java-server as a second
 * opinion and MongoDB itself where Docker runs.
 */
class ContractTests {

	private static final Contract CONTRACT = Contract.whole();

	@TestFactory
	Stream<DynamicTest> embeddedStoreKeepsEveryPromise() {
		ContractServer server = ContractServer.embedded();
		return tests(server, CONTRACT.promises(), server::tell);
	}

	@TestFactory
	Stream<DynamicTest> embeddedStoreRefusesWhatItCannotDo() {
		ContractServer server = ContractServer.embedded();
		return tests(server, CONTRACT.refusals(), server::tell);
	}

	@TestFactory
	Stream<DynamicTest> stockServerDiffersWhereListedAndNowhereElse() {
		ContractServer server = ContractServer.stock();
		Map<String, String> differences = StockDifferences.ALL;
		return tests(server, CONTRACT.promises(), (promise) -> {
			String difference = differences.get(promise.sentence());
			if (difference == null) {
				server.tell(promise);
			}
			else {
				assertThat(catchThrowable(() -> server.tell(promise))).as("no difference any more: %s", difference)
					.isNotNull();
			}
		});
	}

	@TestFactory
	@EnabledIf("dockerRuns")
	Stream<DynamicTest> mongoDbKeepsEveryPromise() {
		ContractServer server = ContractServer.mongoDb();
		return tests(server, CONTRACT.promises(), server::tell);
	}

	@Test
	void contractHasItsCasesAndEveryDifferenceIsAboutOne() {
		List<String> sentences = CONTRACT.promises().stream().map(Promise::sentence).toList();
		assertThat(sentences).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(120);
		assertThat(sentences).containsAll(StockDifferences.ALL.keySet());
	}

	private static Stream<DynamicTest> tests(ContractServer server, List<Promise> promises, Telling telling) {
		return promises.stream()
			.map((promise) -> DynamicTest.dynamicTest(promise.sentence(), () -> tell(promise, telling)))
			.onClose(server::close);
	}

	/** Reports number dynamic tests and leave out their names. */
	private static void tell(Promise promise, Telling telling) {
		try {
			telling.tell(promise);
		}
		catch (Throwable ex) {
			throw new AssertionError("not so: " + promise.sentence() + "\n" + ex.getMessage(), ex);
		}
	}

	static boolean dockerRuns() {
		return DockerClientFactory.instance().isDockerAvailable();
	}

	private interface Telling {

		void tell(Promise promise) throws Exception;

	}

}
