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
import nl.kundig.courses.people.Municipality;
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
		return coming(me, training, this.trainings.trainings(), providers());
	}

	/**
	 * The same, with a catalogue that was read already.
	 * @param providers their names
	 */
	List<SessionCard> coming(LoggedIn me, @Nullable TrainingId training, List<Training> catalogue,
			Map<ProviderId, String> providers) {
		Viewer viewer = this.trainees.viewer(me);
		RegionId region = viewer.region();
		if (region == null) {
			return List.of();
		}
		Municipality place = viewer.place();
		SessionFilter filter = new SessionFilter(region, (place != null) ? place.id() : null, training,
				this.trainees.today(), null);
		List<SessionOverview> sessions = this.enrolments.sessions(filter);
		Map<TrainingId, Training> known = catalogue.stream()
			.collect(Collectors.toMap(Training::id, Function.identity()));
		Map<SessionId, Enrolment> own = (viewer.trainee() != null) ? own(viewer.trainee()) : Map.of();
		return sessions.stream()
			.filter((session) -> !session.cancelled())
			.map((session) -> card(session, known.get(session.training()), providers, own, viewer))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<SessionCard> card(SessionOverview session, @Nullable Training training,
			Map<ProviderId, String> providers, Map<SessionId, Enrolment> own, Viewer viewer) {
		if (training == null) {
			return Optional.empty();
		}
		return Optional.of(new SessionCard(session, training,
				providers.getOrDefault(training.provider(), training.provider().value()), own.get(session.id()),
				viewer.free(session)));
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
		return names(this.trainings.providers());
	}

	static Map<ProviderId, String> names(List<Provider> providers) {
		return providers.stream().collect(Collectors.toMap(Provider::id, Provider::name));
	}

	/** The name of who gives it, or its id. */
	String provider(Training training) {
		return this.trainings.provider(training.provider()).map(Provider::name).orElse(training.provider().value());
	}

	/** The training of a session; one that is gone is an error of ours. */
	Training training(TrainingId id) {
		return Objects.requireNonNull(this.trainings.training(id).orElse(null), "a session names its training");
	}

}
