package nl.kundig.app.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;

import org.springframework.stereotype.Component;

/** Who runs sessions, and which. What somebody does not run is not there for them. */
@Component
class Runners {

	private final PeopleService people;

	private final EnrolmentService enrolments;

	Runners(PeopleService people, EnrolmentService enrolments) {
		this.people = people;
		this.enrolments = enrolments;
	}

	Running of(LoggedIn me) {
		return region(me).or(() -> municipality(me)).orElseThrow(NotFound::new);
	}

	private Optional<Running> region(LoggedIn me) {
		return me.region()
			.filter((region) -> me.roles().contains(AccountRole.REGIONAL_COORDINATOR))
			.map((region) -> new Running(Actor.region(me.getUsername(), region), Owner.of(region), in(region)));
	}

	private List<Municipality> in(RegionId region) {
		return this.people.municipalities()
			.stream()
			.filter((municipality) -> municipality.region().equals(region))
			.sorted(Comparator.comparing(Municipality::name))
			.toList();
	}

	private Optional<Running> municipality(LoggedIn me) {
		return me.municipality()
			.filter((municipality) -> me.isCoordinating())
			.flatMap(this.people::municipality)
			.map((municipality) -> new Running(Actor.coordinator(me.getUsername(), municipality.id()),
					Owner.of(municipality), List.of(municipality)));
	}

	TrainingSession session(Running running, String id) {
		return this.enrolments.session(new SessionId(id))
			.filter((session) -> session.owner().isRunBy(running.actor()))
			.orElseThrow(NotFound::new);
	}

}
