package nl.kundig.app.system;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** No MongoDB was named, by {@code KUNDIG_MONGODB_URI} or otherwise. */
class NoMongoNamed implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return !StringUtils.hasText(context.getEnvironment().getProperty("kundig.mongodb-uri"));
	}

}
