package nl.kundig.courses.duty;

import java.util.List;

import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.enrolment.AttendanceCorrected;
import nl.kundig.courses.enrolment.TrainingAttended;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what an attendance is good for, and takes it back when somebody was not
 * there after all; may be told twice.
 */
@Component
class TrainingFacts {

	private final DutyService duties;

	private final TrainingService trainings;

	TrainingFacts(DutyService duties, TrainingService trainings) {
		this.duties = duties;
		this.trainings = trainings;
	}

	@EventListener
	void on(TrainingAttended attended) {
		if (this.duties.history(attended.learner()).isEmpty()) {
			// Whoever was erased since needs no facts any more.
			return;
		}
		for (TrainingId training : this.trainings.satisfiedBy(attended.training())) {
			this.duties.record(attended.learner(), new Finding.Achieved(new AttendTraining(training)), attended.on(),
					attended.by(), attended.source());
		}
	}

	@EventListener
	void on(AttendanceCorrected corrected) {
		TrainingAttended wrong = corrected.attended();
		List<Fact> facts = this.duties.history(wrong.learner()).map(History::facts).orElse(List.of());
		facts.stream()
			.filter((fact) -> fact.source().equals(wrong.source()) && fact.finding() instanceof Finding.Achieved)
			.forEach((fact) -> this.duties.record(wrong.learner(), new Finding.Revoked(fact.id(), corrected.reason()),
					wrong.on(), corrected.by(), wrong.source() + ":corrected"));
	}

}
