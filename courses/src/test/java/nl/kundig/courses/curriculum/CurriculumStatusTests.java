package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurriculumStatusTests {

	private static final LearnerId ANN = new LearnerId("ann");

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final LearningModuleId M2 = new LearningModuleId("m2");

	private static final LearningModuleId M9 = new LearningModuleId("m9");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private static final Curriculum BOTH = Curricula.requiring(M1, M2);

	@Test
	void nothingIsMetWithoutFacts() {
		CurriculumStatus status = CurriculumStatus.of(BOTH, List.of(), TODAY);
		assertThat(status.requirements()).hasSize(2)
			.noneMatch(CurriculumStatus.RequirementStatus::isMet)
			.extracting(CurriculumStatus.RequirementStatus::requirement)
			.isEqualTo(BOTH.requirements());
		assertThat(status.isComplete()).isFalse();
		assertThat(status.completedOn()).isEmpty();
	}

	@Test
	void oneOfTwoIsNotComplete() {
		CurriculumStatus status = CurriculumStatus.of(BOTH, List.of(passed(M2, TODAY)), TODAY);
		assertThat(status.requirements()).extracting(CurriculumStatus.RequirementStatus::isMet)
			.containsExactly(false, true);
		assertThat(status.isComplete()).isFalse();
	}

	@Test
	void isCompletedOnTheDayOfTheLastRequirement() {
		CurriculumStatus status = CurriculumStatus.of(BOTH,
				List.of(passed(M2, TODAY.minusDays(3)), passed(M1, TODAY.minusDays(9))), TODAY);
		assertThat(status.completedOn()).contains(TODAY.minusDays(3));
	}

	@Test
	void theLatestFactOfARequirementCounts() {
		CurriculumStatus status = CurriculumStatus.of(BOTH,
				List.of(passed(M1, TODAY.minusDays(9)), passed(M1, TODAY.minusDays(1)), passed(M1, TODAY.minusDays(5))),
				TODAY);
		assertThat(status.requirements().getFirst().metOn()).isEqualTo(TODAY.minusDays(1));
	}

	@Test
	void aFactCountsAsLongAsACertificateOfThatDay() {
		Curriculum one = Curricula.requiring(M1);
		List<Achievement> facts = List.of(passed(M1, LocalDate.of(2024, 11, 25)));
		assertThat(CurriculumStatus.of(one, facts, TODAY.minusDays(1)).isComplete()).isTrue();
		assertThat(CurriculumStatus.of(one, facts, TODAY).isComplete()).isFalse();
	}

	@Test
	void aFactCountsFromItsDay() {
		Curriculum one = Curricula.requiring(M1);
		List<Achievement> facts = List.of(passed(M1, TODAY));
		assertThat(CurriculumStatus.of(one, facts, TODAY.minusDays(1)).isComplete()).isFalse();
		assertThat(CurriculumStatus.of(one, facts, TODAY).isComplete()).isTrue();
	}

	@Test
	void whatIsOptionalDoesNotHinder() {
		Curriculum curriculum = Curricula.with(Curricula.passing(M1), Curricula.passing(M9), Instant.EPOCH);
		CurriculumStatus status = CurriculumStatus.of(curriculum, List.of(passed(M1, TODAY)), TODAY);
		assertThat(status.isComplete()).isTrue();
		assertThat(status.optional().getFirst().isMet()).isFalse();
	}

	@Test
	void aPassOfAnotherModuleIsNoUse() {
		assertThat(CurriculumStatus.of(BOTH, List.of(passed(M1, TODAY), passed(M9, TODAY)), TODAY).isComplete())
			.isFalse();
	}

	private static Achievement passed(LearningModuleId module, LocalDate day) {
		return Achievement.of(ANN, new CurriculumRequirement.PassModule(module), "attempt of " + day, day,
				Instant.EPOCH);
	}

}
