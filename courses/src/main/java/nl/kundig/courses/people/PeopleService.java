package nl.kundig.courses.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Who learns and where they belong. */
@Service
public class PeopleService {

	private final LearnerRepository learners;

	private final MunicipalityRepository municipalities;

	private final PartnerRepository partners;

	private final RegionRepository regions;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PeopleService(LearnerRepository learners, MunicipalityRepository municipalities, PartnerRepository partners,
			RegionRepository regions, MongoOperations mongo, ApplicationEventPublisher events, Clock clock) {
		this.learners = learners;
		this.municipalities = municipalities;
		this.partners = partners;
		this.regions = regions;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	public LearnerId register(String name) {
		LearnerId id = new LearnerId(UUID.randomUUID().toString());
		this.learners.save(new Learner(id, name, List.of()));
		return id;
	}

	/**
	 * Takes the role from that day; taking a role that is held already changes nothing.
	 */
	public void takeRole(LearnerId learner, LearnerRole role, MunicipalityId municipality, @Nullable PartnerId partner,
			LocalDate from) {
		this.learners.findById(learner).orElseThrow();
		RoleHeld held = new RoleHeld(role, municipality, partner, from, null, this.clock.instant());
		Criteria same = Criteria.where("role").is(role).and("municipality").is(municipality).and("until").is(null);
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(learner).and("roles").not().elemMatch(same)),
				new Update().push("roles", held), Learner.class);
		this.events.publishEvent(new RoleTaken(learner, role, from));
	}

	public Optional<Learner> learner(LearnerId id) {
		return this.learners.findById(id);
	}

	public List<Learner> learners() {
		return this.learners.findAll();
	}

	public Optional<Municipality> municipality(MunicipalityId id) {
		return this.municipalities.findById(id);
	}

	public List<Municipality> municipalities() {
		return this.municipalities.findAll();
	}

	public Optional<Region> region(RegionId id) {
		return this.regions.findById(id);
	}

	public Optional<Partner> partner(PartnerId id) {
		return this.partners.findById(id);
	}

	public void add(Region region) {
		this.regions.save(region);
	}

	public void add(Municipality municipality) {
		this.municipalities.save(municipality);
	}

	public void add(Partner partner) {
		this.partners.save(partner);
	}

}
