package nl.kundig.courses.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The promise a stored kind of data makes; a test fails when a document has none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DataRule {

	/** How long it is kept. */
	String kept();

	/** How a person gets a copy, or why there is nothing about a person in it. */
	String exported();

	/** What happens when a person is erased. */
	String erased();

}
