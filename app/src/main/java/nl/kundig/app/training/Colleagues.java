package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;

import org.springframework.stereotype.Component;

/** Finds who of the same municipality can have somebody's seat. */
@Component
class Colleagues {

	/** More than a page should show; a longer name finds fewer. */
	static final int MOST = 20;

	/** With one letter half the town hall would be listed. */
	private static final int SHORTEST_NAME = 2;

	/** Of those who are found some left, or have a seat. */
	private static final int LOOKED_AT = 200;

	private final PeopleService people;

	private final Trainees trainees;

	Colleagues(PeopleService people, Trainees trainees) {
		this.people = people;
		this.trainees = trainees;
	}

	/** By part of a name; without one those who wait for a seat already. */
	List<Colleague> find(OwnEnrolment holder, String name) {
		MunicipalityId municipality = holder.enrolment().municipality();
		List<Learner> found = (name.length() < SHORTEST_NAME) ? waiting(holder.session(), municipality)
				: this.people.learners(municipality, name, LOOKED_AT);
		return found.stream()
			.filter((learner) -> !learner.id().equals(holder.enrolment().learner()))
			.map((learner) -> colleague(learner, holder.session(), municipality))
			.flatMap(Optional::stream)
			.limit(MOST)
			.toList();
	}

	private List<Learner> waiting(TrainingSession session, MunicipalityId municipality) {
		return this.people.learners(session.in(EnrolmentState.WAITING)
			.stream()
			.filter((enrolment) -> enrolment.municipality().equals(municipality))
			.map(Enrolment::learner)
			.toList());
	}

	/** Empty for who has left, or has a seat. */
	private Optional<Colleague> colleague(Learner learner, TrainingSession session, MunicipalityId municipality) {
		LocalDate today = this.trainees.today();
		List<LearnerRole> roles = learner.rolesOn(today)
			.stream()
			.filter((role) -> role.municipality().equals(municipality))
			.map(RoleHeld::role)
			.distinct()
			.toList();
		Optional<Enrolment> own = session.enrolmentOf(learner.id()).filter(Enrolment::isOpen);
		if (roles.isEmpty() || own.filter(Enrolment::holdsSeat).isPresent()) {
			return Optional.empty();
		}
		boolean waits = own.filter((enrolment) -> enrolment.state() == EnrolmentState.WAITING).isPresent();
		return Optional.of(new Colleague(learner.id(), learner.name(), roles, waits));
	}

}
