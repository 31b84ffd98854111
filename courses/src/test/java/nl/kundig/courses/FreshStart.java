package nl.kundig.courses;

import nl.kundig.courses.duty.PolicyChanged;
import nl.kundig.mongouse.MongoRecorder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties the store and puts the clock back; collections keep their indexes. */
class FreshStart implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		MongoOperations mongo = application.getBean(MongoOperations.class);
		application.getBean(MongoRecorder.class)
			.without(() -> mongo.getCollectionNames().forEach((collection) -> mongo.remove(new Query(), collection)));
		application.publishEvent(new PolicyChanged());
		application.getBean(TestClock.class).moveTo(TestClock.START);
	}

}
