package nl.kundig.courses.duty;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.TrialRefused.Reason;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CoursesTest
class TrialServiceTests {

	private static final LearningModuleId M1 = new LearningModuleId("m1");

	private static final LearningModuleId M2 = new LearningModuleId("m2");

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final MunicipalityId STAD = new MunicipalityId("stad");

	@Autowired
	private TrialService trials;

	@Autowired
	private DutyService duties;

	@Autowired
	private RuleService rules;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private PeopleService people;

	@Autowired
	private TestClock clock;

	private LearnerId ann;

	private LearnerId manager;

	@BeforeEach
	void publish() {
		List.of(M1, M2).forEach((module) -> this.quizzes.publish(Quizzes.of(module, 2, 4)));
		this.curricula.publish(Curricula.requiring(M1));
		this.ann = takes(LearnerRole.DESK_EMPLOYEE, DORP);
		this.manager = takes(LearnerRole.MANAGER, DORP);
		takes(LearnerRole.MANAGER, STAD);
	}

	@Test
	void keepsWhatWasFoundUntilItIsActivatedAndThenThatHappens() {
		String id = ended(new Draft.RuleDraft(managers(Period.ofMonths(2))), DORP);
		SavedTrial trial = this.trials.find(id).orElseThrow();
		assertThat(trial.numbers()).isNotNull();
		assertThat(trial.numbers().gained()).isEqualTo(1);
		assertThat(trial.numbers().groups())
			.containsExactly(new SavedTrial.Group(DORP, LearnerRole.MANAGER, null, 1, 0, 0, 0));
		assertThat(this.trials.changes(id).orElseThrow().gained()).extracting(TrialRun.Change::learner)
			.containsExactly(this.manager);
		assertThat(this.duties.standing(this.manager).duties()).isEmpty();
		SavedTrial activated = this.trials.activate(id, trial.fingerprint(), "carla");
		assertThat(activated.activatedBy()).isEqualTo("carla");
		assertThat(activated.doneAt()).isNotNull();
		assertThat(this.duties.standing(this.manager).duties()).extracting(DutyStanding::dueOn)
			.containsExactly(TestClock.TODAY.plusMonths(2));
		assertThat(this.trials.trials(DORP)).containsExactly(activated);
		assertThat(this.trials.trials(STAD)).isEmpty();
		assertThat(this.trials.trials(null)).isEmpty();
		assertThat(this.rules.rules(List.of(DORP), false)).extracting(RuleService.Known::people).containsExactly(1, 1);
	}

	@Test
	void saysWhatDiffersWhenTheFactsChangedAndAsksAgain() {
		String id = ended(new Draft.RuleDraft(managers(Period.ofMonths(2))), DORP);
		String seen = this.trials.find(id).orElseThrow().fingerprint();
		LearnerId late = takes(LearnerRole.MANAGER, DORP);
		int before = this.duties.policy().rules().size();
		assertThatExceptionOfType(TrialOutdated.class).isThrownBy(() -> this.trials.activate(id, seen, "carla"))
			.satisfies((outdated) -> {
				assertThat(outdated.differing()).containsExactly(late);
				assertThat(outdated.seen().numbers().gained()).isEqualTo(1);
				assertThat(outdated.now().numbers().gained()).isEqualTo(2);
			});
		assertThat(this.duties.policy().rules()).hasSize(before);
		SavedTrial now = this.trials.find(id).orElseThrow();
		assertThat(now.isActivated()).isFalse();
		this.trials.activate(id, now.fingerprint(), "carla");
		assertThat(this.duties.standing(late).duties()).hasSize(1);
	}

	@Test
	void ofManyWhoActivateAtOnceOneDoes() throws Exception {
		String id = ended(new Draft.RuleDraft(managers(Period.ofMonths(2))), DORP);
		String seen = this.trials.find(id).orElseThrow().fingerprint();
		List<Boolean> done = AtOnce.run(8, () -> {
			try {
				this.trials.activate(id, seen, "carla");
				return true;
			}
			catch (TrialRefused | TrialOutdated | RuleRefused ex) {
				return false;
			}
		});
		assertThat(done).containsOnlyOnce(true);
		assertThat(this.duties.policy().rules()).hasSize(2);
	}

	@Test
	void anotherValidityIsPublishedAndMovesEverybodyWhoHasIt() {
		Curriculum shorter = Curriculum.of(Curricula.DESK, "Signaleren aan de balie", 2, LearnerRole.DESK_EMPLOYEE, 12,
				List.of(new PassModule(M1), new PassModule(M2)), List.of(), TestClock.START);
		String id = ended(new Draft.CurriculumDraft(shorter), null);
		assertThat(this.duties.standing(this.ann).duties()).extracting(DutyStanding::version)
			.doesNotContain(shorter.version());
		this.trials.activate(id, this.trials.find(id).orElseThrow().fingerprint(), "redactie");
		assertThat(this.duties.standing(this.ann).duties()).extracting(DutyStanding::version)
			.containsExactly(shorter.version());
		LearnerId next = takes(LearnerRole.DESK_EMPLOYEE, STAD);
		assertThat(this.duties.standing(next).duties()).extracting(DutyStanding::version)
			.containsExactly(shorter.version());
	}

	@Test
	void aMunicipalityTriesWhatHoldsEverywhereButDoesNotActivateIt() {
		Curriculum more = Curricula.requiring(M1, M2);
		String id = ended(new Draft.CurriculumDraft(more), DORP);
		String seen = this.trials.find(id).orElseThrow().fingerprint();
		assertRefused(Reason.NOT_YOURS, () -> this.trials.activate(id, seen, "carla"));
		assertThat(this.curricula.version(more.version())).isEmpty();
	}

	@Test
	void whoStartedItDoesNotPublishAlone() {
		Curriculum shorter = Curriculum.of(Curricula.DESK, "Signaleren aan de balie", 2, LearnerRole.DESK_EMPLOYEE, 12,
				List.of(new PassModule(M1), new PassModule(M2)), List.of(), TestClock.START);
		String id = ended(new Draft.CurriculumDraft(shorter), null);
		SavedTrial trial = this.trials.find(id).orElseThrow();
		assertRefused(Reason.SAME_EYES, () -> this.trials.activate(id, trial.fingerprint(), trial.startedBy()));
		assertThat(this.trials.find(id).orElseThrow().isActivated()).isFalse();
	}

	@Test
	void aMappedRoleEndsTheOneAndStartsTheOther() {
		this.clock.moveTo(TestClock.START.plus(Duration.ofDays(10)));
		String id = ended(new Draft.RoleDraft(LearnerRole.DESK_EMPLOYEE, LearnerRole.SOCIAL_DOMAIN, DORP), DORP);
		SavedTrial trial = this.trials.find(id).orElseThrow();
		assertThat(trial.numbers().lost()).isEqualTo(1);
		this.trials.activate(id, trial.fingerprint(), "carla");
		assertThat(this.people.learner(this.ann).orElseThrow().rolesOn(TestClock.TODAY.plusDays(10)))
			.extracting((held) -> held.role())
			.containsExactly(LearnerRole.SOCIAL_DOMAIN);
		assertThat(this.duties.standing(this.ann).duties())
			.allMatch((duty) -> duty.state() == DutyStanding.State.ENDED);
		assertThat(this.trials.recheck()).isEmpty();
	}

	@Test
	void refusesWhatCannotBeAndKeepsNothing() {
		assertRule(RuleRefused.Reason.PERIOD_OUT_OF_RANGE, managers(Period.ZERO));
		assertRule(RuleRefused.Reason.PERIOD_OUT_OF_RANGE, managers(Period.ofYears(400)));
		assertRule(RuleRefused.Reason.UNKNOWN_CURRICULUM, rule(new Who.RoleHolders(LearnerRole.MANAGER, DORP, null),
				new CurriculumId("nergens"), Period.ofMonths(2)));
		assertRefused(Reason.NOT_YOURS,
				() -> this.trials.start(new Draft.RuleDraft(
						rule(new Who.RoleHolders(LearnerRole.MANAGER, STAD, null), Curricula.DESK, Period.ofMonths(2))),
						DORP, "carla"));
		Rule national = this.duties.policy().rules().getFirst();
		assertRefused(Reason.NOT_YOURS, () -> this.trials.start(
				new Draft.RuleDraft(national.next("Van ons", new Who.RoleHolders(LearnerRole.DESK_EMPLOYEE, DORP, null),
						Period.ofMonths(1), DueFrom.ROLE_TAKEN, TestClock.TODAY, "carla", this.clock.instant())),
				DORP, "carla"));
		assertRefused(Reason.SAME_ROLE, () -> this.trials
			.start(new Draft.RoleDraft(LearnerRole.MANAGER, LearnerRole.MANAGER, DORP), DORP, "carla"));
		assertRefused(Reason.MISTAKES, () -> this.trials
			.start(new Draft.CurriculumDraft(Curricula.requiring(new LearningModuleId("nergens"))), DORP, "carla"));
		assertThat(this.trials.trials(DORP)).isEmpty();
		assertThat(this.duties.policy().rules()).hasSize(1);
	}

	@Test
	void aTrialIsForgottenAfterNinetyDaysOrWhenSomebodyWantsTo() {
		Draft draft = new Draft.RuleDraft(managers(Period.ofMonths(2)));
		String old = ended(draft, DORP);
		this.clock.moveTo(TestClock.START.plus(Duration.ofDays(91)));
		String other = ended(new Draft.RoleDraft(LearnerRole.MANAGER, LearnerRole.POLICY_OFFICER, DORP), DORP);
		assertThat(this.trials.find(old)).isEmpty();
		assertThat(this.trials.changes(old)).isEmpty();
		this.trials.forget(other);
		assertThat(this.trials.find(other)).isEmpty();
		assertThat(this.trials.changes(other)).isEmpty();
		assertRefused(Reason.UNKNOWN, () -> this.trials.activate(other, "", "carla"));
	}

	private void assertRule(RuleRefused.Reason reason, Rule rule) {
		assertThatExceptionOfType(RuleRefused.class)
			.isThrownBy(() -> this.trials.start(new Draft.RuleDraft(rule), DORP, "carla"))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	private static void assertRefused(Reason reason, Runnable action) {
		assertThatExceptionOfType(TrialRefused.class).isThrownBy(action::run)
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	private String ended(Draft draft, @Nullable MunicipalityId owner) {
		String id = this.trials.start(draft, owner, "carla");
		SavedTrial trial = this.trials.find(id).orElseThrow();
		while (trial.numbers() == null) {
			assertThat(this.trials.progress(trial).failed()).isFalse();
			trial = this.trials.find(id).orElseThrow();
		}
		return id;
	}

	private Rule managers(Period within) {
		return rule(new Who.RoleHolders(LearnerRole.MANAGER, DORP, null), Curricula.DESK, within);
	}

	private Rule rule(Who who, CurriculumId curriculum, Period within) {
		return Rule.first(new RuleId(UUID.randomUUID().toString()), "Leidinggevenden ook", who, curriculum, within,
				DueFrom.RULE_ACTIVATED, TestClock.TODAY, "carla", this.clock.instant());
	}

	private LearnerId takes(LearnerRole role, MunicipalityId municipality) {
		LearnerId learner = this.people.register("Iemand");
		this.people.takeRole(learner, role, municipality, null, TestClock.TODAY);
		return learner;
	}

}
