package nl.kundig.app.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionOverview;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts together what somebody sees of one session. */
@Component
class SessionPages {

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final SessionCards cards;

	private final Trainees trainees;

	private final PeopleService people;

	SessionPages(EnrolmentService enrolments, TrainingService trainings, SessionCards cards, Trainees trainees,
			PeopleService people) {
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.cards = cards;
		this.trainees = trainees;
		this.people = people;
	}

	/**
	 * Empty when there is no such session, or none for the people of this person's place.
	 */
	Optional<SessionPage> page(LoggedIn me, String id) {
		Viewer viewer = this.trainees.viewer(me);
		return seen(viewer, id).map((session) -> page(viewer, session));
	}

	/** The session, when there is one that this person may see. */
	Optional<TrainingSession> seen(Viewer viewer, String id) {
		return this.enrolments.session(new SessionId(id)).filter(viewer::sees);
	}

	private SessionPage page(Viewer viewer, TrainingSession session) {
		SessionOverview overview = this.enrolments.overview(session);
		Trainee trainee = viewer.trainee();
		Enrolment own = viewer.own(session);
		Training training = this.cards.training(session.training());
		Trainee applicant = (overview.open() && (own == null || !own.isOpen())) ? trainee : null;
		boolean approval = trainee != null && this.enrolments.needsApproval(trainee.at());
		return new SessionPage(overview, training, this.cards.provider(training), own, link(session, own),
				(applicant != null && approval) ? managers(applicant) : Map.of(), approval,
				(applicant != null) ? missing(session, applicant) : List.of(), viewer.free(overview), applicant != null,
				own != null && own.isOpen() && !overview.started(), (own != null) ? own.offerUntil() : null,
				(applicant != null) ? clashes(session, applicant) : List.of());
	}

	private List<SessionPage.Clash> clashes(TrainingSession session, Trainee applicant) {
		return this.enrolments.enrolmentsOf(applicant.learner())
			.stream()
			.filter((other) -> other.enrolment().isOpen() && !other.session().isCancelled())
			.filter((other) -> !other.session().id().equals(session.id()) && other.session().overlaps(session))
			.map((other) -> new SessionPage.Clash(other.session().id(),
					this.trainings.title(other.session().training())))
			.toList();
	}

	private static @Nullable String link(TrainingSession session, @Nullable Enrolment own) {
		boolean placed = own != null && (own.state().isPlaced() || own.state() == EnrolmentState.ATTENDED);
		return placed ? session.plan().venue().onlineLink() : null;
	}

	private Map<String, String> managers(Trainee trainee) {
		List<LearnerId> ids = this.enrolments.managersFor(trainee.learner(), trainee.at());
		Map<LearnerId, String> names = this.people.learners(ids)
			.stream()
			.collect(Collectors.toMap(Learner::id, Learner::name));
		Map<String, String> managers = new LinkedHashMap<>();
		ids.forEach((manager) -> managers.put(manager.value(), names.getOrDefault(manager, manager.value())));
		return managers;
	}

	private List<String> missing(TrainingSession session, Trainee trainee) {
		return this.enrolments.missingPrerequisites(session, trainee.learner())
			.stream()
			.map(this.trainings::title)
			.toList();
	}

}
