package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumRequirement.HandInProof;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.Coordinator;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofAccepted;
import nl.kundig.courses.training.ProofDraft;
import nl.kundig.courses.training.ProofSamples;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.ProofSubject;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import nl.kundig.courses.training.Trainings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** An accepted proof becomes a fact that counts from the day it proves. */
@CoursesTest
class ProofFactsTests {

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final CurriculumId DEPTH = new CurriculumId("verdieping");

	private static final TrainingId BASIS = new TrainingId("ror-basis");

	private static final TrainingId YOUTH = new TrainingId("ror-jeugddomein");

	private static final TrainingId OTHER = new TrainingId("leergang");

	private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

	@Autowired
	DutyService duties;

	@Autowired
	CurriculumService curricula;

	@Autowired
	ProofService proofs;

	@Autowired
	TrainingService trainings;

	@Autowired
	CertificateService certificates;

	@Autowired
	PeopleService people;

	@Autowired
	FactRepository facts;

	@Autowired
	MongoOperations mongo;

	@Autowired
	ApplicationEventPublisher events;

	private LearnerId ann;

	private Coordinator coordinator;

	@BeforeEach
	void prepare() {
		this.trainings.publish(Trainings.training("ror-basis", "Basis"));
		this.trainings.publish(Trainings.countingFor("ror-jeugddomein", "Jeugddomein", "ror-basis"));
		this.trainings.publish(Trainings.training("leergang", "Leergang"));
		this.ann = this.people.register("Ann");
		this.coordinator = new Coordinator("cora", this.people.register("Cora"), DORP);
		this.people.takeRole(this.ann, LearnerRole.FOCAL_OFFICER, DORP, null, LocalDate.of(2026, 1, 1));
	}

	@Test
	void aTrainingThatWasFollowedElsewhereCompletesTheCurriculumFromItsDay() {
		asks(new AttendTraining(BASIS));
		assertThat(standing().state()).isNotEqualTo(DutyStanding.State.COMPLETE);
		accept(new ProofSubject.OfTraining(BASIS));
		DutyStanding standing = standing();
		assertThat(standing.state()).isEqualTo(DutyStanding.State.COMPLETE);
		assertThat(standing.latest().orElseThrow().completedOn()).isEqualTo(DAY);
	}

	@Test
	void aTrainingAlsoProvesTheOneItCountsFor() {
		asks(new AttendTraining(BASIS));
		accept(new ProofSubject.OfTraining(YOUTH));
		assertThat(facts()).extracting(Fact::finding)
			.containsExactlyInAnyOrder(new Finding.Achieved(new AttendTraining(BASIS)),
					new Finding.Achieved(new AttendTraining(YOUTH)));
		assertThat(standing().state()).isEqualTo(DutyStanding.State.COMPLETE);
	}

	@Test
	void aProofThatTheCurriculumAsksForMeetsIt() {
		asks(new HandInProof("bhv"));
		Proof proof = accept(new ProofSubject.OfCode("bhv"));
		assertThat(facts()).singleElement().satisfies((fact) -> {
			assertThat(fact.effectiveOn()).isEqualTo(DAY);
			assertThat(fact.recordedAt()).isEqualTo(TestClock.START);
			assertThat(fact.actor()).isEqualTo("cora");
			assertThat(fact.source()).isEqualTo("proof " + proof.id());
		});
		assertThat(standing().state()).isEqualTo(DutyStanding.State.COMPLETE);
	}

	@Test
	void theCertificateNamesTheOneOfTwoTrainingsThatWasFollowed() {
		asks(CurriculumPart.atLeast(1, CurriculumPart.leaf(new AttendTraining(BASIS)),
				CurriculumPart.leaf(new AttendTraining(OTHER))));
		accept(new ProofSubject.OfTraining(BASIS));
		assertThat(this.certificates.certificates(this.ann)).singleElement()
			.satisfies((certificate) -> assertThat(certificate.modules()).containsExactly("Basis"));
	}

	@Test
	void aRefusedProofProvesNothing() {
		asks(new AttendTraining(BASIS));
		this.proofs.refuse(handIn(new ProofSubject.OfTraining(BASIS)).id(), this.coordinator, "Geen naam");
		assertThat(facts()).isEmpty();
	}

	@Test
	void toldTwiceItIsOneFact() {
		Proof proof = accept(new ProofSubject.OfTraining(BASIS));
		this.events.publishEvent(new ProofAccepted(proof));
		this.proofs.accept(proof.id(), this.coordinator);
		assertThat(facts()).hasSize(1);
	}

	@Test
	void whatACrashCutOffIsMadeGoodByTheRecheck() {
		asks(new AttendTraining(BASIS));
		accept(new ProofSubject.OfTraining(YOUTH));
		facts().forEach(this.mongo::remove);
		assertThat(this.duties.recheck().repaired()).anyMatch((line) -> line.startsWith("achievement proof "));
		assertThat(facts()).hasSize(2);
		assertThat(standing().state()).isEqualTo(DutyStanding.State.COMPLETE);
		assertThat(this.duties.recheck().repaired()).noneMatch((line) -> line.startsWith("achievement"));
	}

	private void asks(CurriculumRequirement requirement) {
		asks(CurriculumPart.all(CurriculumPart.leaf(requirement)));
	}

	private void asks(CurriculumPart tree) {
		this.curricula.publish(Curriculum.of(DEPTH, "Verdieping", 3, LearnerRole.FOCAL_OFFICER, Validity.ofMonths(24),
				tree, TestClock.START));
	}

	private Proof accept(ProofSubject subject) {
		return this.proofs.accept(handIn(subject).id(), this.coordinator);
	}

	private Proof handIn(ProofSubject subject) {
		return this.proofs.handIn(ProofDraft.elsewhere(this.ann, DORP, subject, DAY, "ROR"), ProofSamples.pdf(),
				"bewijs.pdf");
	}

	private DutyStanding standing() {
		return this.duties.standing(this.ann).duty(DEPTH).orElseThrow();
	}

	private List<Fact> facts() {
		return this.facts.findByLearnerIn(List.of(this.ann));
	}

}
