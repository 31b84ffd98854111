package nl.kundig.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumRequirement.HandInProof;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.LeafStanding;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.ProofSubject;
import nl.kundig.courses.training.TrainingService;

import org.springframework.stereotype.Component;

/** What somebody can hand in a proof of. */
@Component
class ProofChoices {

	private final TrainingService trainings;

	private final DutyService duties;

	ProofChoices(TrainingService trainings, DutyService duties) {
		this.trainings = trainings;
		this.duties = duties;
	}

	/** A choice, with the words for it. */
	record Choice(ProofSubject subject, String title) {

		public String key() {
			return this.subject.key();
		}

	}

	/** First what the person's own curricula ask a proof of, then every training. */
	List<Choice> of(LearnerId learner) {
		List<Choice> choices = new ArrayList<>(asked(learner));
		this.trainings.trainings()
			.forEach((training) -> choices
				.add(new Choice(new ProofSubject.OfTraining(training.id()), training.title())));
		return choices;
	}

	/** The choice that a form names; empty for what is none. */
	Optional<ProofSubject> subject(LearnerId learner, String key) {
		return of(learner).stream().filter((choice) -> choice.key().equals(key)).map(Choice::subject).findFirst();
	}

	private List<Choice> asked(LearnerId learner) {
		return this.duties.standing(learner)
			.duties()
			.stream()
			.filter((duty) -> duty.state() != DutyStanding.State.ENDED)
			.flatMap((duty) -> duty.leaves().stream())
			.filter((leaf) -> leaf.state() != LeafStanding.State.OTHER_ROLE)
			.map(LeafStanding::requirement)
			.filter(HandInProof.class::isInstance)
			.map(HandInProof.class::cast)
			.distinct()
			.map((requirement) -> new Choice(new ProofSubject.OfCode(requirement.proof()), requirement.proof()))
			.toList();
	}

}
