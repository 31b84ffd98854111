package nl.kundig.courses.duty;

import nl.kundig.courses.curriculum.CurriculumPublished;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.CurriculumWithdrawn;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what was decided at hand; a page need not read all rules for every reader. All
 * that changes it is done in this process, which tells of it.
 */
@Component
class Policies {

	private final RuleRepository rules;

	private final EquivalenceRepository equivalences;

	private final CurriculumService curricula;

	private final PeopleService people;

	private @Nullable Policy kept;

	private long changes;

	Policies(RuleRepository rules, EquivalenceRepository equivalences, CurriculumService curricula,
			PeopleService people) {
		this.rules = rules;
		this.equivalences = equivalences;
		this.curricula = curricula;
		this.people = people;
	}

	Policy policy() {
		long before;
		synchronized (this) {
			if (this.kept != null) {
				return this.kept;
			}
			before = this.changes;
		}
		Policy policy = new Policy(this.rules.findAll(), this.curricula.versions(), this.equivalences.findAll(),
				this.people.places(), this.curricula.withdrawn());
		keep(policy, before);
		return policy;
	}

	/** What changed while a policy was read may not be in it, so that one is not kept. */
	private synchronized void keep(Policy policy, long before) {
		if (this.changes == before) {
			this.kept = policy;
		}
	}

	private synchronized void forget() {
		this.changes++;
		this.kept = null;
	}

	@EventListener
	void on(PolicyChanged changed) {
		forget();
	}

	@EventListener
	void on(CurriculumPublished published) {
		forget();
	}

	@EventListener
	void on(CurriculumWithdrawn withdrawn) {
		forget();
	}

}
