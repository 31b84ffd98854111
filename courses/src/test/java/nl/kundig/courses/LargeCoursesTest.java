package nl.kundig.courses;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import nl.kundig.mongouse.WithinListedMongoUse;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test of courses with so much in the store that events must not be recorded: the
 * record keeps three of them for each document that is written in bulk, and takes the
 * square of their number in time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CoursesTestApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "spring.data.mongodb.auto-index-creation=true", "spring.main.banner-mode=off",
				"logging.level.root=warn" })
@ExtendWith(FreshStart.class)
@WithinListedMongoUse
public @interface LargeCoursesTest {

}
