package nl.kundig.courses.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleLeft;
import nl.kundig.courses.people.RoleTaken;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who manages, now or once, by municipality. To look through everybody there for each
 * page would cost more than the page, so who they are is kept: until a role changes here,
 * and a minute at most, because it may change on another node. What is known of them is
 * read each time.
 */
@Component
class Managers {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final PeopleService people;

	private final Clock clock;

	private final Map<MunicipalityId, Known> known = new ConcurrentHashMap<>();

	/** Counts changes: what was read before one is not kept after it. */
	private final AtomicLong changes = new AtomicLong();

	private record Known(Instant until, List<LearnerId> managers) {
	}

	Managers(PeopleService people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	/** By name. */
	List<Learner> of(MunicipalityId municipality) {
		Instant now = this.clock.instant();
		Known kept = this.known.get(municipality);
		List<LearnerId> managers = (kept != null && now.isBefore(kept.until())) ? kept.managers() : read(municipality);
		return this.people.learners(managers).stream().sorted(Comparator.comparing(Learner::name)).toList();
	}

	private List<LearnerId> read(MunicipalityId municipality) {
		long before = this.changes.get();
		List<LearnerId> managers = this.people.managers(municipality).stream().map(Learner::id).toList();
		Known fresh = new Known(this.clock.instant().plus(KEPT), managers);
		this.known.compute(municipality, (key, meanwhile) -> (this.changes.get() == before) ? fresh : null);
		return managers;
	}

	@EventListener
	void on(RoleTaken taken) {
		forget(taken.municipality());
	}

	@EventListener
	void on(RoleLeft left) {
		forget(left.municipality());
	}

	private void forget(MunicipalityId municipality) {
		this.changes.incrementAndGet();
		this.known.remove(municipality);
	}

}
