package nl.kundig.app.system;

import java.time.Clock;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Whether the store holds demo people; the first start decides it for good. */
@Component
public class DemoStore {

	private final StoreMark mark;

	DemoStore(MongoOperations mongo, KundigProperties properties, Clock clock) {
		StoreMark known = mongo.findById(StoreMark.ID, StoreMark.class);
		this.mark = (known != null) ? known
				: mongo.insert(new StoreMark(StoreMark.ID, !properties.empty(), clock.instant()));
	}

	public boolean isDemo() {
		return this.mark.demo();
	}

}
