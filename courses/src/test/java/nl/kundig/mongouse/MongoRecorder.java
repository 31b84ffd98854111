package nl.kundig.mongouse;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;

/**
 * Hears every command on its way to MongoDB. The driver swallows what a listener throws,
 * so what is not listed is kept until {@link MongoUseCheck} asks.
 */
public final class MongoRecorder implements CommandListener {

	private static final int SHOWN = 400;

	private final ListedUses listed;

	private final Set<MongoUse> used = ConcurrentHashMap.newKeySet();

	/** With the first command that used it; it names the collection. */
	private final Map<String, String> unlisted = new ConcurrentSkipListMap<>();

	private final ThreadLocal<Boolean> aside = ThreadLocal.withInitial(() -> false);

	MongoRecorder(ListedUses listed) {
		this.listed = listed;
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		if (!this.aside.get()) {
			record(event.getCommand());
		}
	}

	/** What only a test asks, such as emptying all collections, is not Kundig's use. */
	public void without(Runnable testsOnly) {
		this.aside.set(true);
		try {
			testsOnly.run();
		}
		finally {
			this.aside.remove();
		}
	}

	void record(BsonDocument command) {
		try {
			for (MongoUse use : CommandReader.read(command)) {
				this.used.add(use);
				if (!this.listed.uses().contains(use)) {
					note(use.toString(), command);
				}
			}
		}
		catch (RuntimeException ex) {
			note("a command that the tests cannot read (" + ex + ")", command);
		}
	}

	Set<MongoUse> used() {
		return this.used;
	}

	/** What was used and not listed since the last time, with an example of each. */
	Map<String, String> takeUnlisted() {
		Map<String, String> taken = new TreeMap<>(this.unlisted);
		taken.keySet().forEach(this.unlisted::remove);
		return taken;
	}

	private void note(String what, BsonDocument command) {
		this.unlisted.computeIfAbsent(what, (first) -> {
			String json = command.toJson();
			return (json.length() > SHOWN) ? json.substring(0, SHOWN) + "…" : json;
		});
	}

}
