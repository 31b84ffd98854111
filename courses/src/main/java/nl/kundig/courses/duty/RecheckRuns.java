package nl.kundig.courses.duty;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The runs of the recheck that are kept. */
@Component
class RecheckRuns {

	private static final String STARTED_AT = "startedAt";

	private final MongoOperations mongo;

	RecheckRuns(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void insert(RecheckRun run) {
		this.mongo.insert(run);
	}

	Optional<RecheckRun> newest() {
		Query newest = new Query().with(Sort.by(Sort.Direction.DESC, STARTED_AT)).limit(1);
		return Optional.ofNullable(this.mongo.findOne(newest, RecheckRun.class));
	}

	void removeUntil(Instant instant) {
		this.mongo.remove(Query.query(Criteria.where(STARTED_AT).lte(instant)), RecheckRun.class);
	}

}
