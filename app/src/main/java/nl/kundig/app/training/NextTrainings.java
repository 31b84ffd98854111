package nl.kundig.app.training;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.OwnEnrolment;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.stereotype.Component;

/** Finds the one thing about trainings that somebody should see first. */
@Component
public class NextTrainings {

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final Clock clock;

	NextTrainings(EnrolmentService enrolments, TrainingService trainings, Clock clock) {
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.clock = clock;
	}

	/** The offer that ends first; without one the next session with a seat. */
	public Optional<NextTraining> of(LearnerId learner) {
		List<OwnEnrolment> coming = this.enrolments.enrolmentsOf(learner)
			.stream()
			.filter((own) -> own.enrolment().isOpen() && !own.session().isStarted(this.clock.instant()))
			.toList();
		return coming.stream()
			.filter((own) -> own.enrolment().offerUntil() != null)
			.min(Comparator.comparing((own) -> own.enrolment().offerUntil()))
			.or(() -> coming.stream().filter((own) -> own.enrolment().state().isPlaced()).findFirst())
			.map((own) -> new NextTraining(own.session().id().value(), this.trainings.title(own.session().training()),
					own.session().firstDay(), own.enrolment().offerUntil()));
	}

}
