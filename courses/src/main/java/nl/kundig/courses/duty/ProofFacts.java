package nl.kundig.courses.duty;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumRequirement.HandInProof;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofAccepted;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.ProofSubject;
import nl.kundig.courses.training.TrainingService;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what an accepted proof proves, from the day of the last half-day on; may be
 * told twice. A training also proves those it counts for.
 */
@Component
class ProofFacts implements FactSource {

	private final ProofService proofs;

	private final TrainingService trainings;

	private final Consequences consequences;

	private final Clock clock;

	ProofFacts(ProofService proofs, TrainingService trainings, Consequences consequences, Clock clock) {
		this.proofs = proofs;
		this.trainings = trainings;
		this.consequences = consequences;
		this.clock = clock;
	}

	@EventListener
	void on(ProofAccepted accepted) {
		Proof proof = accepted.proof();
		this.consequences.insertAll(facts(proof, requirements(proof.subject())), Fact.class);
		this.consequences.draw(proof.learner());
	}

	@Override
	public List<Fact> facts(List<LearnerId> learners) {
		// Many proofs are about few trainings.
		Map<ProofSubject, Set<? extends CurriculumRequirement>> known = new HashMap<>();
		return this.proofs.accepted(learners)
			.stream()
			.flatMap((proof) -> facts(proof, known.computeIfAbsent(proof.subject(), this::requirements)).stream())
			.toList();
	}

	private List<Fact> facts(Proof proof, Set<? extends CurriculumRequirement> requirements) {
		return requirements.stream().map((requirement) -> fact(proof, requirement)).toList();
	}

	private Set<? extends CurriculumRequirement> requirements(ProofSubject subject) {
		return switch (subject) {
			case ProofSubject.OfTraining(var training) ->
				this.trainings.satisfiedBy(training).stream().map(AttendTraining::new).collect(Collectors.toSet());
			case ProofSubject.OfCode(var code) -> Set.of(new HandInProof(code));
		};
	}

	private Fact fact(Proof proof, CurriculumRequirement requirement) {
		String source = "proof " + proof.id();
		return new Fact(proof.learner() + "|" + requirement.key() + "|" + source, proof.learner(),
				new Finding.Achieved(requirement), proof.day(), this.clock.instant(), proof.last().by(), source);
	}

}
