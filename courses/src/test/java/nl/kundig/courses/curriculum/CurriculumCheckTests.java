package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.Month;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumMistake.Kind;
import nl.kundig.courses.curriculum.CurriculumRequirement.HoldCertificate;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.people.LearnerRole;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurriculumCheckTests {

	private static final CurriculumPart M1 = module("m1");

	private static final CurriculumPart M2 = module("m2");

	private static final CurriculumPart M3 = module("m3");

	private final Map<CurriculumId, Curriculum> known = new HashMap<>();

	@Test
	void nestedSetsAreFine() {
		assertThat(mistakes(CurriculumPart.all(M1, CurriculumPart.inOrder(M2, M3),
				CurriculumPart.optional(CurriculumPart.leaf(new CurriculumRequirement.HandInProof("first-aid"))))))
			.isEmpty();
	}

	@Test
	void refusesFourOfThreeAndNoneOfTwo() {
		assertThat(mistakes(CurriculumPart.all(CurriculumPart.atLeast(4, M1, M2, M3))))
			.containsExactly(new CurriculumMistake(Kind.IMPOSSIBLE_NUMBER, "4 of 3"));
		assertThat(mistakes(CurriculumPart.all(CurriculumPart.atLeast(0, M1, M2)))).extracting(CurriculumMistake::what)
			.containsExactly("0 of 2");
	}

	@Test
	void refusesAnEmptySetAnUnknownModuleAndTheSameTwice() {
		assertThat(kinds(CurriculumPart.all(M1, CurriculumPart.inOrder()))).containsExactly(Kind.EMPTY_SET);
		assertThat(mistakes(CurriculumPart.all(M1, module("m9"))))
			.containsExactly(new CurriculumMistake(Kind.UNKNOWN_MODULE, "m9"));
		assertThat(kinds(CurriculumPart.all(M1, CurriculumPart.atLeast(1, M2, M1)))).containsExactly(Kind.DOUBLE);
	}

	@Test
	void theSameForOtherRolesIsNotTheSame() {
		assertThat(kinds(CurriculumPart.all(CurriculumPart.leaf(pass("m1"), LearnerRole.MANAGER),
				CurriculumPart.leaf(pass("m1"), LearnerRole.DESK_EMPLOYEE))))
			.isEmpty();
	}

	@Test
	void refusesPeriodsOfNothingAndOf400Years() {
		assertThat(kinds(Validity.ofMonths(0))).contains(Kind.PERIOD_OUT_OF_RANGE);
		assertThat(kinds(Validity.ofMonths(4800))).containsExactly(Kind.PERIOD_OUT_OF_RANGE);
		assertThat(kinds(Validity.ofMonths(-1))).contains(Kind.PERIOD_OUT_OF_RANGE);
		assertThat(kinds(Validity.ofMonths(1))).isEmpty();
		assertThat(kinds(Validity.ofMonths(120))).isEmpty();
		assertThat(kinds(with(Validity.ofMonths(12), Period.ofMonths(13), Period.ZERO)))
			.containsExactly(Kind.SPAN_OUT_OF_RANGE);
		assertThat(kinds(with(Validity.ofMonths(12), Period.ofMonths(2), Period.ofDays(-1))))
			.containsExactly(Kind.SPAN_OUT_OF_RANGE);
	}

	@Test
	void aFixedDayNeedsADayThatExistsAndWholeYears() {
		assertThat(kinds(fixed(Month.FEBRUARY, 29, Period.ofYears(1)))).isEmpty();
		assertThat(kinds(fixed(Month.FEBRUARY, 30, Period.ofYears(1)))).containsExactly(Kind.NO_SUCH_DAY);
		assertThat(kinds(fixed(Month.MAY, 31, Period.ofMonths(18)))).containsExactly(Kind.NO_WHOLE_YEARS);
	}

	@Test
	void refusesACurriculumThatNeedsItself() {
		Curriculum first = needing("first", "second");
		Curriculum second = needing("second", "third");
		Curriculum third = needing("third", "first");
		this.known.put(first.curriculum(), first);
		this.known.put(second.curriculum(), second);
		assertThat(check(third)).containsExactly(new CurriculumMistake(Kind.CYCLE, "third"));
		assertThat(check(needing("alone", "alone"))).extracting(CurriculumMistake::kind).containsExactly(Kind.CYCLE);
		assertThat(check(needing("fourth", "nothing")))
			.containsExactly(new CurriculumMistake(Kind.UNKNOWN_CURRICULUM, "nothing"));
	}

	@Test
	void aCycleThroughARefresherIsFoundAsWell() {
		Curriculum other = needing("other", "mine");
		this.known.put(other.curriculum(), other);
		Validity validity = new Validity(new ValidityBasis.FromCompletion(), Period.ofYears(1), Period.ofMonths(1),
				Period.ZERO, EarlyWork.COUNTS, null, List.of(hold("other")));
		assertThat(check(curriculum("mine", validity, M1))).extracting(CurriculumMistake::kind)
			.containsExactly(Kind.CYCLE);
	}

	@Test
	void theSameContentHasTheSameVersionWhateverTheOrderOfRoles() {
		Set<LearnerRole> roles = Set.of(LearnerRole.MANAGER, LearnerRole.DESK_EMPLOYEE, LearnerRole.SOCIAL_DOMAIN);
		Set<LearnerRole> others = new LinkedHashSet<>(
				List.of(LearnerRole.SOCIAL_DOMAIN, LearnerRole.MANAGER, LearnerRole.DESK_EMPLOYEE));
		Curriculum one = curriculum("c", Validity.ofMonths(12), new CurriculumPart.Leaf(pass("m1"), 5, roles));
		Curriculum two = curriculum("c", Validity.ofMonths(12), new CurriculumPart.Leaf(pass("m1"), 5, others));
		assertThat(two.version()).isEqualTo(one.version()).hasSize(64);
	}

	@Test
	void everyChangeIsAnotherVersion() {
		assertThat(List.of(version(CurriculumPart.all(M1, M2)), version(CurriculumPart.all(M2, M1)),
				version(CurriculumPart.inOrder(M1, M2)), version(CurriculumPart.atLeast(1, M1, M2)),
				version(CurriculumPart.atLeast(2, M1, M2)), version(CurriculumPart.all(M1, CurriculumPart.all(M2))),
				curriculum("c", Validity.ofMonths(13), CurriculumPart.all(M1, M2)).version()))
			.doesNotHaveDuplicates();
	}

	private String version(CurriculumPart root) {
		return curriculum("c", Validity.ofMonths(12), root).version();
	}

	private List<CurriculumMistake> mistakes(CurriculumPart root) {
		return check(curriculum("c", Validity.ofMonths(12), root));
	}

	private List<Kind> kinds(CurriculumPart root) {
		return mistakes(root).stream().map(CurriculumMistake::kind).toList();
	}

	private List<Kind> kinds(Validity validity) {
		return check(curriculum("c", validity, M1)).stream().map(CurriculumMistake::kind).toList();
	}

	private List<CurriculumMistake> check(Curriculum curriculum) {
		Set<LearningModuleId> modules = Set.of(new LearningModuleId("m1"), new LearningModuleId("m2"),
				new LearningModuleId("m3"));
		return new CurriculumCheck(modules::contains, (id) -> Optional.ofNullable(this.known.get(id))).of(curriculum);
	}

	private static Validity with(Validity validity, Period window, Period grace) {
		return new Validity(validity.basis(), validity.period(), window, grace, validity.early(), null, List.of());
	}

	private static Validity fixed(Month month, int day, Period period) {
		return new Validity(new ValidityBasis.FixedDay(month, day, Period.ofMonths(3)), period, Period.ofMonths(1),
				Period.ZERO, EarlyWork.COUNTS, null, List.of());
	}

	private static Curriculum needing(String id, String needed) {
		return curriculum(id, Validity.ofMonths(12), CurriculumPart.all(M1, hold(needed)));
	}

	private static Curriculum curriculum(String id, Validity validity, CurriculumPart root) {
		return Curriculum.of(new CurriculumId(id), "Titel", 2, LearnerRole.DESK_EMPLOYEE, validity, root,
				Instant.EPOCH);
	}

	private static CurriculumPart hold(String curriculum) {
		return CurriculumPart.leaf(new HoldCertificate(new CurriculumId(curriculum)));
	}

	private static CurriculumPart module(String id) {
		return CurriculumPart.leaf(pass(id));
	}

	private static CurriculumRequirement pass(String id) {
		return new PassModule(new LearningModuleId(id));
	}

}
