package nl.kundig.courses;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * A test of courses with storage and events. Each test starts with an empty store, at
 * {@link TestClock#START}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LargeCoursesTest
@RecordApplicationEvents
public @interface CoursesTest {

}
