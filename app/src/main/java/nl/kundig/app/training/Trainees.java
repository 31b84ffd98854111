package nl.kundig.app.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
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

	/** Whether the person has any role today. */
	boolean worksSomewhere(LearnerId learner) {
		return this.people.learner(learner).filter((known) -> !known.rolesOn(today()).isEmpty()).isPresent();
	}

	Viewer viewer(LoggedIn me) {
		Trainee trainee = of(me).orElse(null);
		Municipality place = (trainee != null) ? trainee.municipality()
				: me.municipality().flatMap(this.people::municipality).orElse(null);
		RegionId region = (place != null) ? place.region() : me.region().orElse(null);
		return new Viewer(me.learner(), trainee, place, region);
	}

	LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

}
