package nl.kundig.app.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.Unit;

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

	/**
	 * By part of a name; without one those who wait for a seat already. Whoever works for
	 * a partner finds people of that partner only.
	 */
	List<Colleague> find(OwnEnrolment holder, String name) {
		MunicipalityId municipality = holder.enrolment().municipality();
		Set<PartnerId> partners = partners(holder);
		List<Learner> found = (name.length() < SHORTEST_NAME) ? waiting(holder.session(), municipality)
				: this.people.learners(municipality, name, LOOKED_AT);
		return found.stream()
			.filter((learner) -> !learner.id().equals(holder.enrolment().learner()))
			.filter((learner) -> isOf(learner, municipality, partners))
			.map((learner) -> colleague(learner, holder.session(), municipality))
			.flatMap(Optional::stream)
			.limit(MOST)
			.toList();
	}

	/** Whether the holder may send this person; the rest the seat rules decide. */
	boolean maySend(OwnEnrolment holder, LearnerId colleague) {
		Set<PartnerId> partners = partners(holder);
		return partners.isEmpty() || this.people.learner(colleague)
			.filter((learner) -> isOf(learner, holder.enrolment().municipality(), partners))
			.isPresent();
	}

	/** The partners somebody works for; empty for who works for the municipality. */
	private Set<PartnerId> partners(OwnEnrolment holder) {
		List<RoleHeld> roles = this.people.learner(holder.enrolment().learner())
			.map((learner) -> roles(learner, holder.enrolment().municipality()))
			.orElse(List.of());
		return roles.stream().anyMatch((role) -> role.partner() == null) ? Set.of()
				: roles.stream().map(RoleHeld::partner).flatMap(Stream::ofNullable).collect(Collectors.toSet());
	}

	private boolean isOf(Learner learner, MunicipalityId municipality, Set<PartnerId> partners) {
		return partners.isEmpty() || roles(learner, municipality).stream()
			.map(RoleHeld::partner)
			.flatMap(Stream::ofNullable)
			.anyMatch(partners::contains);
	}

	private List<RoleHeld> roles(Learner learner, MunicipalityId municipality) {
		return learner.rolesOn(this.trainees.today())
			.stream()
			.filter((role) -> role.municipality().equals(municipality))
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
		List<RoleHeld> roles = roles(learner, municipality);
		Optional<Enrolment> own = session.enrolmentOf(learner.id()).filter(Enrolment::isOpen);
		if (roles.isEmpty() || own.filter(Enrolment::holdsSeat).isPresent()) {
			return Optional.empty();
		}
		boolean waits = own.filter((enrolment) -> enrolment.state() == EnrolmentState.WAITING).isPresent();
		String unit = roles.stream()
			.map(RoleHeld::unit)
			.flatMap(Stream::ofNullable)
			.flatMap((id) -> this.people.unit(id).stream())
			.map(Unit::name)
			.distinct()
			.collect(Collectors.joining(", "));
		return Optional.of(new Colleague(learner.id(), learner.name(), unit, waits));
	}

}
