package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.LeafStanding;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.InterestService;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;

import org.springframework.stereotype.Component;

/** Puts together what somebody sees of one training. */
@Component
class TrainingPages {

	private final TrainingService trainings;

	private final InterestService interests;

	private final DutyService duties;

	private final CurriculumService curricula;

	private final SessionCards cards;

	private final Trainees trainees;

	TrainingPages(TrainingService trainings, InterestService interests, DutyService duties, CurriculumService curricula,
			SessionCards cards, Trainees trainees) {
		this.trainings = trainings;
		this.interests = interests;
		this.duties = duties;
		this.curricula = curricula;
		this.cards = cards;
		this.trainees = trainees;
	}

	Optional<TrainingPage> page(LoggedIn me, TrainingId id) {
		return this.trainings.training(id).map((training) -> page(me, training));
	}

	private TrainingPage page(LoggedIn me, Training training) {
		LocalDate today = this.trainees.today();
		boolean offered = training.isOfferedOn(today);
		boolean trainee = this.trainees.of(me).isPresent();
		boolean interested = trainee && this.interests.of(me.learner())
			.stream()
			.anyMatch((interest) -> interest.training().equals(training.id()));
		return new TrainingPage(training, this.trainings.provider(training.provider()).orElse(null), first(training),
				countsIn(me.learner(), training.id()), this.cards.coming(me, training.id()), offered, interested,
				trainee && (offered || interested));
	}

	private List<TrainingPage.Asked> first(Training training) {
		List<TrainingId> ids = training.prerequisites().trainings();
		Map<TrainingId, String> titles = this.trainings.titles(ids);
		return ids.stream().map((id) -> new TrainingPage.Asked(id, titles.getOrDefault(id, id.value()))).toList();
	}

	private List<TrainingPage.Counting> countsIn(LearnerId learner, TrainingId training) {
		Set<TrainingId> satisfied = this.trainings.satisfiedBy(training);
		List<TrainingPage.Counting> counting = new ArrayList<>();
		for (DutyStanding duty : this.duties.standing(learner).duties()) {
			if (duty.state() != DutyStanding.State.ENDED) {
				for (LeafStanding leaf : duty.leaves()) {
					if (leaf.requirement() instanceof AttendTraining(var asked) && satisfied.contains(asked)
							&& leaf.state() != LeafStanding.State.OTHER_ROLE) {
						counting.add(new TrainingPage.Counting(duty.curriculum(), title(duty),
								this.trainings.title(asked), leaf.state(), leaf.required()));
					}
				}
			}
		}
		return counting;
	}

	private String title(DutyStanding duty) {
		return this.curricula.version(duty.version()).map(Curriculum::title).orElse(duty.curriculum().value());
	}

}
