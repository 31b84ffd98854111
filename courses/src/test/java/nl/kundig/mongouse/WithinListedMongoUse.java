package nl.kundig.mongouse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.context.annotation.Import;

/**
 * Fails a test class with a store when Kundig asked more of MongoDB than README.md lists,
 * or when a query looked at far more documents than it returned.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(MongoRecording.class)
@ExtendWith(MongoUseCheck.class)
public @interface WithinListedMongoUse {

}
