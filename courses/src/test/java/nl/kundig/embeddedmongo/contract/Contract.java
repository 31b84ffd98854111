package nl.kundig.embeddedmongo.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What a store must do to stand in for MongoDB. Expected results come from MongoDB's
 * documentation, never from what a server answered.
 */
final class Contract {

	private final List<Promise> promises = new ArrayList<>();

	private final List<Promise> refusals = new ArrayList<>();

	private Contract() {
	}

	static Contract whole() {
		Contract contract = new Contract();
		ContractFilters.addTo(contract);
		ContractReads.addTo(contract);
		ContractTypes.addTo(contract);
		ContractUpdates.addTo(contract);
		ContractArrayUpdates.addTo(contract);
		ContractUpserts.addTo(contract);
		ContractWrites.addTo(contract);
		ContractSessions.addTo(contract);
		ContractIndexes.addTo(contract);
		ContractUniqueIndexes.addTo(contract);
		ContractAggregations.addTo(contract);
		ContractRefusals.addTo(contract);
		return contract;
	}

	/** Something MongoDB does, and every stand-in must do. */
	void promise(String sentence, Story story) {
		this.promises.add(new Promise(sentence, story));
	}

	/**
	 * Something MongoDB can do and the embedded store cannot: an error is fine, ignoring
	 * it is not.
	 */
	void refusal(String sentence, Story story) {
		this.refusals.add(new Promise(sentence, story));
	}

	List<Promise> promises() {
		return List.copyOf(this.promises);
	}

	List<Promise> refusals() {
		return List.copyOf(this.refusals);
	}

	record Promise(String sentence, Story story) {

	}

	/** Fails with an AssertionError or a MongoException when the promise is broken. */
	interface Story {

		void tell(ContractScene scene) throws Exception;

	}

}
