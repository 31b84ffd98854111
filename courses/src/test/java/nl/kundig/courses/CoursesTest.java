package nl.kundig.courses;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import nl.kundig.mongouse.WithinListedMongoUse;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * A test of courses with storage and events. Each test starts with an empty store, at
 * {@link TestClock#START}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CoursesTestApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "spring.data.mongodb.auto-index-creation=true", "spring.main.banner-mode=off",
				"logging.level.root=warn" })
@RecordApplicationEvents
@ExtendWith(FreshStart.class)
@WithinListedMongoUse
public @interface CoursesTest {

}
