package nl.kundig.app.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.SeatExplanation;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts explanations of seats together with the names that who looks may know. */
@Component
class SeatReasons {

	private final EnrolmentService enrolments;

	private final PeopleService people;

	SeatReasons(EnrolmentService enrolments, PeopleService people) {
		this.enrolments = enrolments;
		this.people = people;
	}

	/** The person's own; empty for who never applied. */
	Optional<SeatReason> own(LoggedIn me, SessionId session) {
		return this.enrolments.why(session, me.learner())
			.map((explanation) -> new SeatReason(explanation, me.name(), null));
	}

	/**
	 * Everybody's, those who wait first and in order; empty for who coordinates nobody.
	 */
	List<SeatReason> all(LoggedIn me, SessionId session) {
		Actor actor = actor(me);
		if (actor == null) {
			return List.of();
		}
		List<SeatExplanation> explanations = this.enrolments.why(session, actor);
		Map<LearnerId, String> names = this.people
			.learners(explanations.stream()
				.flatMap((explanation) -> explanation.enrolment().stream())
				.map(Enrolment::learner)
				.distinct()
				.toList())
			.stream()
			.collect(Collectors.toMap(Learner::id, Learner::name));
		Map<MunicipalityId, String> places = this.people.municipalities()
			.stream()
			.collect(Collectors.toMap(Municipality::id, Municipality::name));
		return explanations.stream().map((explanation) -> reason(explanation, names, places)).toList();
	}

	private static SeatReason reason(SeatExplanation explanation, Map<LearnerId, String> names,
			Map<MunicipalityId, String> places) {
		String name = explanation.enrolment()
			.map(Enrolment::learner)
			.map((learner) -> names.getOrDefault(learner, learner.value()))
			.orElse(null);
		String place = explanation.municipality()
			.map((municipality) -> places.getOrDefault(municipality, municipality.value()))
			.orElse(null);
		return new SeatReason(explanation, name, place);
	}

	private static @Nullable Actor actor(LoggedIn me) {
		MunicipalityId municipality = me.municipality().orElse(null);
		if (me.isCoordinating() && municipality != null) {
			return Actor.coordinator(me.getUsername(), municipality);
		}
		boolean regional = me.roles().contains(AccountRole.REGIONAL_COORDINATOR);
		return regional ? me.region().map((region) -> Actor.region(me.getUsername(), region)).orElse(null) : null;
	}

}
