package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.CurriculumDraft.Action;
import nl.kundig.courses.curriculum.CurriculumDraft.State;
import nl.kundig.courses.curriculum.DraftRefused.Reason;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import org.junit.jupiter.api.BeforeEach;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static nl.kundig.courses.curriculum.CurriculumPart.all;
import static nl.kundig.courses.curriculum.CurriculumPart.atLeast;
import static nl.kundig.courses.curriculum.CurriculumPart.leaf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class CurriculumDraftServiceTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final LearningModuleId M2 = new LearningModuleId("m2");

	private static final LearningModuleId M3 = new LearningModuleId("m3");

	private static final MunicipalityId WATERKERK = new MunicipalityId("waterkerk");

	private static final String ANN = "ann";

	private static final String BOB = "bob";

	@Autowired
	private CurriculumDraftService drafts;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private DutyService duties;

	@Autowired
	private PeopleService people;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private TestClock clock;

	private Curriculum readyMade;

	@BeforeEach
	void publish() {
		List.of(M1, M2, M3).forEach((module) -> this.quizzes.publish(Quizzes.of(module, 2, 4)));
		this.readyMade = Curricula.requiring(M1, M2);
		this.curricula.publish(this.readyMade);
	}

	@Test
	void isPublishedBySomebodyElseThanTheAuthorAndTheLastEditor() {
		CurriculumDraft draft = change(adopt(), new DraftChange.AddLeaf(PartPath.top(PartPath.ROOT), passing(M3)), BOB);
		CurriculumDraft offered = this.drafts.offer(draft.id(), revision(draft), ANN);
		for (String person : List.of(ANN, BOB)) {
			assertThatExceptionOfType(DraftRefused.class)
				.isThrownBy(() -> this.drafts.publish(offered.id(), revision(offered), person))
				.extracting(DraftRefused::reason)
				.isEqualTo(Reason.SAME_EYES);
		}
		assertThat(this.curricula.versions(draft.curriculum())).isEmpty();
		Curriculum version = this.drafts.publish(offered.id(), revision(offered), "carla");
		assertThat(this.curricula.current(draft.curriculum())).contains(version);
		assertThat(version.version()).isEqualTo(draft.asVersion(Instant.EPOCH).version()).hasSize(64);
		assertThat(this.drafts.draft(draft.id()).orElseThrow().history()).extracting("action", "by")
			.containsExactly(step(Action.STARTED, ANN), step(Action.CHANGED, BOB), step(Action.OFFERED, ANN),
					step(Action.PUBLISHED, "carla"));
	}

	@Test
	void onlyWhatIsOfferedIsPublishedAndDoesNotChangeMeanwhile() {
		CurriculumDraft draft = change(adopt(), new DraftChange.Up(path(1)), ANN);
		assertRefused(Reason.NOT_OFFERED, () -> this.drafts.publish(draft.id(), revision(draft), BOB));
		CurriculumDraft offered = this.drafts.offer(draft.id(), revision(draft), ANN);
		assertRefused(Reason.OFFERED, () -> change(offered, new DraftChange.Up(path(1)), BOB));
		CurriculumDraft again = this.drafts.takeBack(offered.id(), revision(offered), ANN);
		assertThat(change(again, new DraftChange.Up(path(1)), BOB).state()).isEqualTo(State.DRAFT);
	}

	@Test
	void theSecondOfTwoEditorsHearsWhoWasFirst() throws Exception {
		CurriculumDraft draft = adopt();
		AtomicInteger number = new AtomicInteger();
		List<String> outcomes = AtOnce.run(20, () -> {
			String editor = "editor" + number.incrementAndGet();
			try {
				change(draft, new DraftChange.SetLeaf(path(0), number.get() + 1, Set.of()), editor);
				return editor;
			}
			catch (DraftRefused ex) {
				assertThat(ex.reason()).isEqualTo(Reason.CHANGED_MEANWHILE);
				return "after " + Objects.requireNonNull(ex.first()).by();
			}
		});
		CurriculumDraft stored = this.drafts.draft(draft.id()).orElseThrow();
		assertThat(outcomes).containsOnlyOnce(stored.lastEditor());
		assertThat(outcomes).filteredOn((outcome) -> outcome.equals("after " + stored.lastEditor())).hasSize(19);
		assertThat(stored.history()).hasSize(2);
	}

	@Test
	void twoWhoBeginAtTheSameTimeGetOneDraft() throws Exception {
		List<String> ids = AtOnce.run(10, () -> {
			try {
				return this.drafts.adopt(this.readyMade, WATERKERK, ANN).id();
			}
			catch (DraftRefused ex) {
				assertThat(ex.reason()).isEqualTo(Reason.STARTED_MEANWHILE);
				return "refused";
			}
		});
		assertThat(ids).contains("signaleren-balie@waterkerk-1");
		assertThat(this.drafts.drafts(WATERKERK)).hasSize(1);
		assertThat(this.drafts.drafts(null)).isEmpty();
	}

	@Test
	void whatIsWrongIsNamedAndNotStored() {
		CurriculumDraft draft = adopt();
		PartPath top = PartPath.top(PartPath.ROOT);
		assertMistake(draft, new DraftChange.AddLeaf(top, passing(new LearningModuleId("m9"))), "UNKNOWN_MODULE: m9");
		assertMistake(draft, new DraftChange.AddLeaf(top, passing(M1)), "DOUBLE: module:m1");
		assertMistake(draft, new DraftChange.SetGroup(top, GroupKind.AT_LEAST, 3), "IMPOSSIBLE_NUMBER: 3 of 2");
		assertMistake(draft,
				new DraftChange.AddLeaf(top, leaf(new CurriculumRequirement.HoldCertificate(draft.curriculum()))),
				"CYCLE: signaleren-balie@waterkerk");
		assertMistake(draft, new DraftChange.SetLeaf(path(0), 20_000, Set.of()), "MINUTES_OUT_OF_RANGE");
		assertMistake(draft, terms(draft, Period.ofMonths(24), Period.ZERO), "DUE_OUT_OF_RANGE: P0D");
		assertMistake(draft, terms(draft, Period.ofMonths(24), Period.ofYears(400)), "DUE_OUT_OF_RANGE: P400Y");
		assertMistake(draft, terms(draft, Period.ofYears(400), Period.ofMonths(3)), "PERIOD_OUT_OF_RANGE: P400Y");
		assertThat(this.drafts.draft(draft.id())).contains(draft);
	}

	@Test
	void aHalfDoneDraftMayBeKeptButNotOffered() {
		CurriculumDraft draft = change(adopt(), new DraftChange.AddGroup(PartPath.top(PartPath.ROOT), GroupKind.ALL),
				ANN);
		assertThat(this.drafts.mistakes(draft)).extracting(CurriculumMistake::kind)
			.containsExactly(CurriculumMistake.Kind.EMPTY_SET);
		assertThatExceptionOfType(CurriculumRefused.class)
			.isThrownBy(() -> this.drafts.offer(draft.id(), revision(draft), ANN))
			.withMessageContaining("EMPTY_SET");
		assertThat(this.drafts.draft(draft.id())).contains(draft);
	}

	@Test
	void partsMoveUpAndDownIntoGroupsAndOut() {
		CurriculumDraft draft = change(adopt(), new DraftChange.AddLeaf(PartPath.top(PartPath.ROOT), passing(M3)), ANN);
		draft = change(draft, new DraftChange.Down(path(0)), ANN);
		assertThat(draft.root()).isEqualTo(all(passing(M2), passing(M1), passing(M3)));
		draft = change(draft, new DraftChange.IntoGroup(path(1)), ANN);
		assertThat(draft.root()).isEqualTo(all(passing(M2), all(passing(M1)), passing(M3)));
		draft = change(draft, new DraftChange.IntoGroup(path(2)), ANN);
		draft = change(draft, new DraftChange.SetGroup(path(1), GroupKind.AT_LEAST, 1), ANN);
		assertThat(draft.root()).isEqualTo(all(passing(M2), atLeast(1, passing(M1), passing(M3))));
		draft = change(draft, new DraftChange.OutOfGroup(path(1).child(0)), ANN);
		draft = change(draft, new DraftChange.OutOfGroup(path(1).child(0)), ANN);
		assertThat(draft.root()).isEqualTo(all(passing(M2), passing(M3), passing(M1)));
		draft = change(draft, new DraftChange.Remove(path(0)), ANN);
		assertThat(draft.root()).isEqualTo(all(passing(M3), passing(M1)));
		CurriculumDraft last = draft;
		assertRefused(Reason.NO_SUCH_PLACE, () -> change(last, new DraftChange.Up(path(0)), ANN));
		assertRefused(Reason.NO_SUCH_PLACE, () -> change(last, new DraftChange.Remove(path(7)), ANN));
		assertRefused(Reason.NO_SUCH_PLACE,
				() -> change(last, new DraftChange.Remove(PartPath.top(PartPath.ROOT)), ANN));
		assertRefused(Reason.NO_SUCH_PLACE,
				() -> change(last, new DraftChange.Remove(PartPath.top("refresher-3")), ANN));
	}

	@Test
	void aReturnPathAndRefreshersAreTreesOfTheirOwn() {
		CurriculumDraft draft = change(adopt(), new DraftChange.AddTree(PartPath.RETURN), ANN);
		draft = change(draft, new DraftChange.AddTree("refresher-0"), ANN);
		draft = change(draft, new DraftChange.AddTree("refresher-1"), ANN);
		draft = change(draft, new DraftChange.Remove(PartPath.top(PartPath.RETURN).child(0)), ANN);
		draft = change(draft, new DraftChange.Remove(PartPath.top("refresher-0")), ANN);
		draft = change(draft, new DraftChange.Remove(PartPath.top("refresher-0").child(1)), ANN);
		assertThat(draft.validity().returnPath()).isEqualTo(all(passing(M2)));
		assertThat(draft.validity().refreshers()).containsExactly(all(passing(M1)));
		assertThat(draft.root()).isEqualTo(this.readyMade.root());
	}

	@Test
	void anOwnCurriculumGivesNobodyADutyByItself() {
		LearnerId ann = learner();
		publish(change(adopt(), new DraftChange.AddLeaf(PartPath.top(PartPath.ROOT), passing(M3)), ANN));
		assertThat(this.duties.standing(ann).duties()).extracting(DutyStanding::curriculum)
			.containsExactly(Curricula.DESK);
		assertThat(this.curricula.curriculum(LearnerRole.DESK_EMPLOYEE)).contains(this.readyMade);
		assertThat(this.duties.policy().rules()).hasSize(1);
	}

	@Test
	void aWithdrawnVersionGoesToNobodyNewAndStaysWithWhoHasIt() {
		LearnerId before = learner();
		CurriculumDraft draft = change(this.drafts.revise(this.readyMade, ANN),
				new DraftChange.AddLeaf(PartPath.top(PartPath.ROOT), passing(M3)), ANN);
		this.clock.moveTo(TestClock.START.plusSeconds(60));
		Curriculum second = publish(draft);
		LearnerId between = learner();
		this.drafts.withdraw(second.version(), BOB);
		LearnerId after = learner();
		assertThat(version(before)).isEqualTo(this.readyMade.version());
		assertThat(version(between)).isEqualTo(second.version());
		assertThat(version(after)).isEqualTo(this.readyMade.version());
		assertThat(this.drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
		assertThat(this.curricula.withdrawal(second.version()).orElseThrow().by()).isEqualTo(BOB);
		this.drafts.withdraw(this.readyMade.version(), BOB);
		LearnerId last = learner();
		assertThat(this.duties.standing(last).duties()).isEmpty();
		assertThat(version(before)).isEqualTo(this.readyMade.version());
		assertThat(this.duties.rebuildViews()).isEmpty();
	}

	@Test
	void aNewOriginalIsMergedIntoANewDraft() {
		CurriculumDraft draft = change(adopt(), new DraftChange.SetLeaf(path(0), 40, Set.of()), ANN);
		assertThat(this.drafts.newerOriginal(draft)).isEmpty();
		assertRefused(Reason.NOTHING_NEWER, () -> this.drafts.previewMerge(draft.id(), Map.of()));
		Curriculum newer = Curricula.requiring(TestClock.START.plusSeconds(60), M1, M2, M3);
		this.curricula.publish(newer);
		CurriculumDraftService.MergePreview preview = this.drafts.previewMerge(draft.id(), Map.of());
		assertThat(preview.result().conflicts()).isEmpty();
		assertThat(preview.originalChanges().added()).containsExactly(passing(M3));
		CurriculumDraft merged = this.drafts.acceptMerge(draft.id(), revision(draft), newer.version(), Map.of(), BOB);
		assertThat(merged.root()).isEqualTo(all(passing(M1, 40), passing(M2), passing(M3)));
		assertThat(merged.original()).isEqualTo(newer.version());
		assertThat(this.drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
		assertThat(this.drafts.difference(merged).orElseThrow().minutes()).hasSize(1);
	}

	@Test
	void aPublicationThatACrashCutShortIsFinished() {
		CurriculumDraft draft = change(adopt(), new DraftChange.Up(path(1)), ANN);
		Curriculum version = publish(draft);
		this.mongo.remove(version);
		assertThat(this.drafts.recheck()).containsExactly("curriculum " + draft.curriculum() + "|" + version.version());
		assertThat(this.curricula.current(draft.curriculum())).contains(version);
		assertThat(this.drafts.recheck()).isEmpty();
	}

	@Test
	void aVersionThatExistsIsNotPublishedAgain() {
		CurriculumDraft draft = this.drafts.revise(this.readyMade, ANN);
		CurriculumDraft offered = this.drafts.offer(draft.id(), revision(draft), ANN);
		assertRefused(Reason.ALREADY_THERE, () -> this.drafts.publish(offered.id(), revision(offered), BOB));
	}

	@Test
	void aDraftComesBackFromTheStoreAsItWas() {
		CurriculumDraft draft = change(adopt(),
				new DraftChange.Terms("Eigen titel", 3, LearnerRole.MANAGER,
						new ValidityBasis.FixedDay(Month.DECEMBER, 31, Period.ofMonths(6)), Period.ofYears(2),
						Period.ofMonths(2), Period.ofDays(14), EarlyWork.DOES_NOT_COUNT, Period.ofMonths(4)),
				ANN);
		assertThat(this.drafts.draft(draft.id(), WATERKERK)).contains(draft);
		assertThat(this.drafts.draft(draft.id(), null)).isEmpty();
		assertThat(this.drafts.draft(draft.id(), new MunicipalityId("hoogveld"))).isEmpty();
	}

	private CurriculumDraft adopt() {
		return this.drafts.adopt(this.readyMade, WATERKERK, ANN);
	}

	private CurriculumDraft change(CurriculumDraft draft, DraftChange change, String by) {
		return this.drafts.change(draft.id(), revision(draft), change, by);
	}

	private Curriculum publish(CurriculumDraft draft) {
		CurriculumDraft offered = this.drafts.offer(draft.id(), revision(draft), ANN);
		return this.drafts.publish(offered.id(), revision(offered), "carla");
	}

	private LearnerId learner() {
		LearnerId learner = this.people.register("Iemand");
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, WATERKERK, null,
				LocalDate.ofInstant(TestClock.START, PeopleService.ZONE));
		return learner;
	}

	private String version(LearnerId learner) {
		return this.duties.standing(learner).duty(Curricula.DESK).orElseThrow().version();
	}

	private void assertMistake(CurriculumDraft draft, DraftChange change, String message) {
		assertThatExceptionOfType(CurriculumRefused.class).isThrownBy(() -> change(draft, change, ANN))
			.withMessageContaining(message);
	}

	private static void assertRefused(Reason reason, ThrowingCallable call) {
		assertThatExceptionOfType(DraftRefused.class).isThrownBy(call)
			.extracting(DraftRefused::reason)
			.isEqualTo(reason);
	}

	private static DraftChange terms(CurriculumDraft draft, Period period, Period due) {
		return new DraftChange.Terms(draft.title(), draft.level(), draft.role(), draft.validity().basis(), period,
				draft.validity().window(), draft.validity().grace(), draft.validity().early(), due);
	}

	private static Tuple step(Action action, String by) {
		return Tuple.tuple(action, by);
	}

	private static long revision(CurriculumDraft draft) {
		return Objects.requireNonNull(draft.revision());
	}

	private static PartPath path(int number) {
		return PartPath.top(PartPath.ROOT).child(number);
	}

	private static CurriculumPart.Leaf passing(LearningModuleId module) {
		return leaf(new CurriculumRequirement.PassModule(module));
	}

	private static CurriculumPart.Leaf passing(LearningModuleId module, int minutes) {
		return new CurriculumPart.Leaf(new CurriculumRequirement.PassModule(module), minutes, Set.of());
	}

}
