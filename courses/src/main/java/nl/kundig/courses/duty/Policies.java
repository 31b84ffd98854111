package nl.kundig.courses.duty;

import java.util.List;

import nl.kundig.courses.curriculum.CurriculumPublished;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Keeps what was decided at hand; a page need not read all rules for every reader. */
@Component
class Policies {

	private final RuleRepository rules;

	private final EquivalenceRepository equivalences;

	private final CurriculumService curricula;

	private final PeopleService people;

	private final MongoOperations mongo;

	private volatile @Nullable Kept kept;

	private record Kept(List<Long> stamp, Policy policy) {
	}

	Policies(RuleRepository rules, EquivalenceRepository equivalences, CurriculumService curricula,
			PeopleService people, MongoOperations mongo) {
		this.rules = rules;
		this.equivalences = equivalences;
		this.curricula = curricula;
		this.people = people;
		this.mongo = mongo;
	}

	Policy policy() {
		List<Long> stamp = stamp();
		Kept known = this.kept;
		if (known != null && known.stamp().equals(stamp)) {
			return known.policy();
		}
		Policy policy = new Policy(this.rules.findAll(), this.curricula.versions(), this.equivalences.findAll(),
				this.people.places());
		this.kept = new Kept(stamp, policy);
		return policy;
	}

	// All of these only grow, so another node's writes show in their numbers.
	private List<Long> stamp() {
		return List.of(this.mongo.estimatedCount("rules"), this.mongo.estimatedCount("curricula"),
				this.mongo.estimatedCount("equivalences"), this.mongo.estimatedCount("units"),
				this.mongo.estimatedCount("partners"));
	}

	@EventListener
	void on(PolicyChanged changed) {
		this.kept = null;
	}

	@EventListener
	void on(CurriculumPublished published) {
		this.kept = null;
	}

}
