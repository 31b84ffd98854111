package nl.kundig.courses.training;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.ProofRefused.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@CoursesTest
class ProofServiceTests {

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final ProofSubject BASIS = new ProofSubject.OfTraining(new TrainingId("ror-basis"));

	private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

	@Autowired
	ProofService proofs;

	@Autowired
	ProofFileRepository files;

	@Autowired
	TrainingService trainings;

	@Autowired
	PeopleService people;

	@Autowired
	TestClock clock;

	private LearnerId ann;

	private Coordinator coordinator;

	@BeforeEach
	void prepare() {
		this.trainings.publish(Trainings.training("ror-basis", "Basis"));
		this.ann = this.people.register("Ann");
		this.coordinator = new Coordinator("cora", this.people.register("Cora"), DORP);
	}

	@Test
	void aProofWaitsForTheCoordinatorOfItsMunicipality() {
		Proof proof = handIn();
		assertThat(proof.state()).isEqualTo(ProofState.HANDED_IN);
		assertThat(proof.fileName()).isEqualTo("bewijs ROR.pdf");
		assertThat(this.proofs.waiting(DORP)).containsExactly(proof);
		assertThat(this.proofs.waiting(new MunicipalityId("stad"))).isEmpty();
		assertThat(this.proofs.proofs(this.ann)).containsExactly(proof);
	}

	@Test
	void anAcceptedProofSaysWhoAndWhenAndIsTold(ApplicationEvents events) {
		Proof proof = handIn();
		this.clock.moveTo(TestClock.START.plusSeconds(60));
		Proof accepted = this.proofs.accept(proof.id(), this.coordinator);
		assertThat(accepted.state()).isEqualTo(ProofState.ACCEPTED);
		assertThat(accepted.history()).extracting(Proof.Change::state, Proof.Change::by)
			.containsExactly(tuple(ProofState.HANDED_IN, this.ann.value()), tuple(ProofState.ACCEPTED, "cora"));
		assertThat(accepted.last().at()).isEqualTo(TestClock.START.plusSeconds(60));
		assertThat(this.proofs.waiting(DORP)).isEmpty();
		assertThat(this.proofs.accepted(List.of(this.ann))).containsExactly(accepted);
		assertThat(events.stream(ProofAccepted.class)).containsExactly(new ProofAccepted(accepted));
	}

	@Test
	void aRefusalSaysWhyAndTheSameFileMayComeAgain(ApplicationEvents events) {
		Proof proof = handIn();
		assertRefused(Reason.NO_REASON, () -> this.proofs.refuse(proof.id(), this.coordinator, " "));
		assertRefused(Reason.NO_REASON, () -> this.proofs.refuse(proof.id(), this.coordinator, "x".repeat(501)));
		Proof refused = this.proofs.refuse(proof.id(), this.coordinator, " Er staat geen naam op. ");
		assertThat(refused.last().why()).isEqualTo("Er staat geen naam op.");
		assertThat(events.stream(ProofAccepted.class)).isEmpty();
		Proof again = handIn();
		assertThat(again.id()).isNotEqualTo(proof.id());
		assertThat(again.state()).isEqualTo(ProofState.HANDED_IN);
		assertThat(handIn()).isEqualTo(again);
	}

	@Test
	void sentTwentyTimesAtOnceIsOneProof() throws Exception {
		AtOnce.run(20, this::handIn);
		assertThat(this.proofs.proofs(this.ann)).hasSize(1);
		assertThat(this.files.findAll()).hasSize(1);
	}

	@Test
	void acceptedTwentyTimesAtOnceIsAcceptedOnce() throws Exception {
		Proof proof = handIn();
		List<Proof> all = AtOnce.run(20, () -> this.proofs.accept(proof.id(), this.coordinator));
		assertThat(all).allSatisfy((one) -> assertThat(one.history()).hasSize(2));
	}

	@Test
	void acceptedAndRefusedAtOnceIsOneOfTheTwo() throws Exception {
		for (int round = 0; round < 20; round++) {
			Proof proof = this.proofs.handIn(draft(DAY.minusDays(round)), ProofSamples.pdf(), "a.pdf");
			AtomicInteger turn = new AtomicInteger();
			List<Boolean> done = AtOnce.run(2, () -> {
				try {
					return (turn.getAndIncrement() == 0)
							? this.proofs.accept(proof.id(), this.coordinator).state() == ProofState.ACCEPTED
							: this.proofs.refuse(proof.id(), this.coordinator, "Nee").state() == ProofState.REFUSED;
				}
				catch (ProofRefused ex) {
					assertThat(ex.reason()).isEqualTo(Reason.DECIDED_ALREADY);
					return false;
				}
			});
			assertThat(done).containsExactlyInAnyOrder(true, false);
			assertThat(this.proofs.proof(proof.id()).orElseThrow().history()).hasSize(2);
		}
	}

	@Test
	void nobodyDecidesAboutOneselfOrAnotherMunicipality() {
		Proof proof = handIn();
		Coordinator self = new Coordinator("ann", this.ann, DORP);
		Coordinator stranger = new Coordinator("sam", this.people.register("Sam"), new MunicipalityId("stad"));
		for (Coordinator other : List.of(self, stranger)) {
			assertRefused(Reason.NOT_YOURS, () -> this.proofs.accept(proof.id(), other));
			assertRefused(Reason.NOT_YOURS, () -> this.proofs.refuse(proof.id(), other, "Nee"));
			assertThat(this.proofs.file(proof.id(), other)).isEmpty();
		}
		assertThat(this.proofs.proof(proof.id())).contains(proof);
		assertRefused(Reason.UNKNOWN_PROOF, () -> this.proofs.accept(new ProofId("x"), this.coordinator));
	}

	@Test
	void theFileIsForTheLearnerAndTheCoordinator() {
		Proof proof = handIn();
		ProofFile file = this.proofs.file(proof.id(), this.ann).orElseThrow();
		assertThat(file.bytes()).isEqualTo(ProofSamples.pdf());
		assertThat(file.mediaType()).isEqualTo("application/pdf");
		assertThat(file.sha256()).isEqualTo(Sha256.of(ProofSamples.pdf()));
		assertThat(this.proofs.file(proof.id(), this.coordinator)).isPresent();
		assertThat(this.proofs.file(proof.id(), this.people.register("Eve"))).isEmpty();
	}

	@Test
	void refusesWhatCannotBeAndStoresNothing() {
		assertRefused(Reason.DAY_OUT_OF_RANGE, () -> handIn(draft(TestClock.TODAY.plusDays(1))));
		assertRefused(Reason.DAY_OUT_OF_RANGE, () -> handIn(draft(LocalDate.of(1999, 12, 31))));
		assertRefused(Reason.PROVIDER_MISSING, () -> handIn(ProofDraft.elsewhere(this.ann, DORP, BASIS, DAY, "  \n ")));
		assertRefused(Reason.PROVIDER_MISSING,
				() -> handIn(ProofDraft.elsewhere(this.ann, DORP, BASIS, DAY, "x".repeat(201))));
		assertRefused(Reason.UNKNOWN_TRAINING, () -> handIn(ProofDraft.elsewhere(this.ann, DORP,
				new ProofSubject.OfTraining(new TrainingId("niets")), DAY, "ROR")));
		assertRefused(Reason.UNKNOWN_CODE,
				() -> handIn(ProofDraft.elsewhere(this.ann, DORP, new ProofSubject.OfCode("../x"), DAY, "ROR")));
		assertRefused(Reason.UNKNOWN_LEARNER,
				() -> handIn(ProofDraft.elsewhere(new LearnerId("niemand"), DORP, BASIS, DAY, "ROR")));
		assertRefused(Reason.UNKNOWN_TYPE, () -> this.proofs.handIn(draft(DAY), "tekst".getBytes(), "bewijs.pdf"));
		assertThat(this.proofs.proofs(this.ann)).isEmpty();
		assertThat(this.files.findAll()).isEmpty();
	}

	@Test
	void atMostTenWaitAndTheTenthMayBeSentAgain() {
		for (int i = 0; i < 10; i++) {
			handIn(draft(DAY.minusDays(i)));
		}
		assertRefused(Reason.TOO_MANY_WAITING, () -> handIn(draft(DAY.minusDays(10))));
		handIn(draft(DAY.minusDays(9)));
		this.proofs.accept(this.proofs.proofs(this.ann).getFirst().id(), this.coordinator);
		handIn(draft(DAY.minusDays(10)));
	}

	@Test
	void aFileThatNeverArrivedIsRepairedBySendingItAgain() {
		Proof proof = handIn();
		this.files.deleteById(proof.id());
		assertRefused(Reason.FILE_MISSING, () -> this.proofs.accept(proof.id(), this.coordinator));
		assertThat(handIn()).isEqualTo(proof);
		this.proofs.accept(proof.id(), this.coordinator);
	}

	@Test
	void filesAreErasedTwelveMonthsAfterAcceptanceAndOneAfterRefusal() {
		Proof accepted = this.proofs.accept(handIn().id(), this.coordinator);
		Proof refused = this.proofs.refuse(handIn(draft(DAY.minusDays(1))).id(), this.coordinator, "Nee");
		Proof waiting = handIn(draft(DAY.minusDays(2)));
		this.clock.moveTo(LocalDate.of(2026, 12, 25), LocalTime.of(11, 59, 59));
		assertThat(this.proofs.eraseFiles()).isZero();
		this.clock.moveTo(LocalDate.of(2026, 12, 25), LocalTime.NOON);
		assertThat(this.proofs.eraseFiles()).isOne();
		assertThat(this.proofs.eraseFiles()).isZero();
		assertThat(this.proofs.file(refused.id(), this.ann)).isEmpty();
		this.clock.moveTo(TestClock.START.plus(Duration.ofDays(365)));
		assertThat(this.proofs.eraseFiles()).isOne();
		assertThat(this.proofs.file(accepted.id(), this.ann)).isEmpty();
		assertThat(this.proofs.file(waiting.id(), this.ann)).isPresent();
		assertThat(this.proofs.proof(accepted.id()).orElseThrow().history()).isEqualTo(accepted.history());
		assertThat(this.proofs.accept(accepted.id(), this.coordinator).state()).isEqualTo(ProofState.ACCEPTED);
	}

	private Proof handIn() {
		return handIn(draft(DAY));
	}

	private Proof handIn(ProofDraft draft) {
		return this.proofs.handIn(draft, ProofSamples.pdf(), "C:\\bewijs ROR.pdf");
	}

	private ProofDraft draft(LocalDate day) {
		return ProofDraft.elsewhere(this.ann, DORP, BASIS, day, "ROR");
	}

	private static void assertRefused(Reason reason, ThrowingCallable doing) {
		assertThatExceptionOfType(ProofRefused.class).isThrownBy(doing)
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

}
