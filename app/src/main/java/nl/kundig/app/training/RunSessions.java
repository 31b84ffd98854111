package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import nl.kundig.app.training.RunSession.Outcome;
import nl.kundig.app.training.RunSession.Use;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.Pool;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.enrolment.SessionOverview;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.training.Provider;
import nl.kundig.courses.training.ProviderId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.stereotype.Component;

/** Counts what who runs sessions must know of them. */
@Component
class RunSessions {

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final PeopleService people;

	RunSessions(EnrolmentService enrolments, TrainingService trainings, PeopleService people) {
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.people = people;
	}

	/** All that this person runs from that day on, also what was cancelled. */
	List<RunSession> all(Running running, LocalDate from) {
		Map<MunicipalityId, String> names = running.names();
		return this.enrolments.sessionsWithPeople(SessionFilter.from(running.region(), from))
			.stream()
			.filter((session) -> session.owner().isRunBy(running.actor()))
			.map((session) -> of(this.enrolments.overview(session), session, names))
			.toList();
	}

	RunSession of(Running running, TrainingSession session) {
		return of(this.enrolments.overview(session), session, running.names());
	}

	private RunSession of(SessionOverview overview, TrainingSession session, Map<MunicipalityId, String> names) {
		List<Use> quotas = session.plan()
			.terms()
			.quotas()
			.stream()
			.map((quota) -> new Use(names.getOrDefault(quota.municipality(), quota.municipality().value()),
					overview.seats().taken(Pool.quota(quota.municipality())), quota.seats()))
			.toList();
		return new RunSession(overview, this.trainings.title(session.training()), organiser(session.owner()), quotas,
				new Use("", overview.seats().taken(Pool.RESERVE), session.plan().terms().reserve()), outcome(session));
	}

	private static Outcome outcome(TrainingSession session) {
		List<EnrolmentState> known = session.enrolments()
			.stream()
			.map(Enrolment::state)
			.filter(EnrolmentState::isAfterwards)
			.toList();
		int noShow = (int) known.stream().filter((state) -> state == EnrolmentState.NO_SHOW).count();
		int absent = (int) known.stream().filter((state) -> state == EnrolmentState.ABSENT_WITH_NOTICE).count();
		return new Outcome(known.size() - noShow - absent, noShow, known.size());
	}

	private String organiser(Owner owner) {
		return switch (owner.kind()) {
			case REGION -> this.people.region(owner.region()).map(Region::name).orElse(owner.name());
			case MUNICIPALITY ->
				owner.municipality().flatMap(this.people::municipality).map(Municipality::name).orElse(owner.name());
			case PROVIDER ->
				this.trainings.provider(new ProviderId(owner.name())).map(Provider::name).orElse(owner.name());
		};
	}

}
