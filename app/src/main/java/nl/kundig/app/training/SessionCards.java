package nl.kundig.app.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.enrolment.SessionFilter;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionOverview;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.Provider;
import nl.kundig.courses.training.ProviderId;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts sessions together with their training and with the enrolment of who looks. */
@Component
class SessionCards {

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final Trainees trainees;

	SessionCards(EnrolmentService enrolments, TrainingService trainings, Trainees trainees) {
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.trainees = trainees;
	}

	/** Sessions from today on that the person may come to, the first one first. */
	List<SessionCard> coming(LoggedIn me, @Nullable TrainingId training) {
		RegionId region = this.trainees.region(me).orElse(null);
		if (region == null) {
			return List.of();
		}
		Trainee trainee = this.trainees.of(me).orElse(null);
		SessionFilter filter = new SessionFilter(region, (trainee != null) ? trainee.at() : null, training,
				this.trainees.today(), null);
		List<SessionOverview> sessions = this.enrolments.sessions(filter);
		Map<TrainingId, Training> known = this.trainings.trainings()
			.stream()
			.collect(Collectors.toMap(Training::id, Function.identity()));
		Map<ProviderId, String> providers = providers();
		Map<SessionId, Enrolment> own = (trainee != null) ? own(trainee) : Map.of();
		return sessions.stream()
			.filter((session) -> !session.cancelled())
			.map((session) -> card(session, known.get(session.training()), providers, own, trainee))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<SessionCard> card(SessionOverview session, @Nullable Training training,
			Map<ProviderId, String> providers, Map<SessionId, Enrolment> own, @Nullable Trainee trainee) {
		if (training == null) {
			return Optional.empty();
		}
		int free = (trainee != null) ? session.seats().freeFor(trainee.at()) : session.seats().free();
		return Optional.of(new SessionCard(session, training,
				providers.getOrDefault(training.provider(), training.provider().value()), own.get(session.id()), free));
	}

	/** Each session with the newest of the person's enrolments. */
	private Map<SessionId, Enrolment> own(Trainee trainee) {
		return this.enrolments.enrolmentsOf(trainee.learner())
			.stream()
			.collect(Collectors.toMap((enrolled) -> enrolled.session().id(), OwnEnrolment::enrolment,
					(one, newer) -> newer));
	}

	/** The names of the providers. */
	Map<ProviderId, String> providers() {
		return this.trainings.providers().stream().collect(Collectors.toMap(Provider::id, Provider::name));
	}

	/** The training of a session; one that is gone is an error of ours. */
	Training training(TrainingId id) {
		return Objects.requireNonNull(this.trainings.training(id).orElse(null), "a session names its training");
	}

}
