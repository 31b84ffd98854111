package nl.kundig.courses.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Draws up the order of a waiting list from what is known at that moment. */
@Component
class SeatOrdering {

	/** More sessions of one training than are ever planned ahead in a region. */
	private static final int MOST_NEXT = 50;

	private final EnrolmentRulesService rules;

	private final Urgency urgency;

	private final PeopleService people;

	private final MongoOperations mongo;

	private final Clock clock;

	SeatOrdering(EnrolmentRulesService rules, Urgency urgency, PeopleService people, MongoOperations mongo,
			Clock clock) {
		this.rules = rules;
		this.urgency = urgency;
		this.people = people;
		this.mongo = mongo;
		this.clock = clock;
	}

	/** What is so at this moment. */
	Circumstances now() {
		return new AsOf(this.clock.instant());
	}

	private final class AsOf implements Circumstances {

		private final Instant now;

		AsOf(Instant now) {
			this.now = now;
		}

		@Override
		public Instant now() {
			return this.now;
		}

		@Override
		public RegionRules rules(TrainingSession session) {
			return SeatOrdering.this.rules.region(session.owner().region());
		}

		@Override
		public List<Ranked> order(TrainingSession session, Collection<Enrolment> waiting) {
			if (waiting.isEmpty()) {
				return List.of();
			}
			List<LearnerId> learners = waiting.stream().map(Enrolment::learner).toList();
			LocalDate today = LocalDate.ofInstant(this.now, PeopleService.ZONE);
			Map<LearnerId, UrgencyFacts> facts = SeatOrdering.this.urgency.of(learners, session.training(), today);
			List<TrainingSession> later = later(session);
			Map<MunicipalityId, @Nullable LocalDate> next = new HashMap<>();
			waiting.stream()
				.map(Enrolment::municipality)
				.distinct()
				.forEach((municipality) -> next.put(municipality, next(later, municipality)));
			return new SeatOrder(rules(session).weights(), facts, next::get).of(waiting, session.seed(), this.now);
		}

	}

	private List<TrainingSession> later(TrainingSession session) {
		Query later = Query
			.query(Criteria.where("training").is(session.training()).and("firstDay").gt(session.firstDay()))
			.with(Sort.by("firstDay"))
			.limit(MOST_NEXT);
		return this.mongo.find(later, TrainingSession.class).stream().filter((next) -> !next.isCancelled()).toList();
	}

	private @Nullable LocalDate next(List<TrainingSession> later, MunicipalityId id) {
		return this.people.municipality(id)
			.flatMap((municipality) -> later.stream()
				.filter((session) -> session.owner().isOpenTo(municipality))
				.map(TrainingSession::firstDay)
				.findFirst())
			.orElse(null);
	}

}
