package nl.kundig.app.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.springframework.stereotype.Component;

/** Who is looking at trainings, and from where. */
@Component
class Trainees {

	private final PeopleService people;

	private final Clock clock;

	Trainees(PeopleService people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	/** Empty for somebody without a role in a municipality, such as an editor. */
	Optional<Trainee> of(LoggedIn me) {
		return this.people.learner(me.learner())
			.flatMap((learner) -> learner.municipalityOn(today()))
			.flatMap(this.people::municipality)
			.map((municipality) -> new Trainee(me.learner(), municipality));
	}

	/**
	 * The region whose sessions somebody sees: of the own municipality or of the account.
	 */
	Optional<RegionId> region(LoggedIn me) {
		return of(me).map(Trainee::region).or(me::region);
	}

	LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

}
