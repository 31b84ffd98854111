package nl.kundig.app.system;

import nl.kundig.embeddedmongo.EmbeddedMongo;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where things are stored, and how much room is left there. */
@Component
public class StoreHealth {

	static final int NEARLY_FULL = EmbeddedMongo.NEARLY_FULL_PERCENT;

	/** From here on the embedded store refuses all writes but removals. */
	static final int FULL = EmbeddedMongo.FULL_PERCENT;

	private final @Nullable EmbeddedMongo embedded;

	StoreHealth(ObjectProvider<EmbeddedMongo> embedded) {
		this.embedded = embedded.getIfAvailable();
	}

	/** Whether the store keeps its data in the memory of this process. */
	boolean isEmbedded() {
		return this.embedded != null;
	}

	/**
	 * How much of the memory is in use; zero before it was measured, and for a MongoDB,
	 * which has a memory of its own.
	 */
	int percent() {
		return (this.embedded != null) ? this.embedded.heapPercent() : 0;
	}

	public Room room() {
		int percent = percent();
		return (percent >= FULL) ? Room.FULL : (percent >= NEARLY_FULL) ? Room.NEARLY_FULL : Room.ENOUGH;
	}

	/** How much room there is. */
	public enum Room {

		ENOUGH, NEARLY_FULL, FULL

	}

}
