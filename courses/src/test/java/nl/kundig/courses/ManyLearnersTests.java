package nl.kundig.courses;

import java.util.List;
import java.util.stream.IntStream;

import nl.kundig.courses.certificate.Certificate;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.content.Modules;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Standing;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.quiz.QuizService;
import nl.kundig.courses.quiz.Quizzes;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * So many of everything that a query without an index would break the index rule, which
 * is checked after each class: where there are few, looking at all of them is no sin.
 */
@CoursesTest
class ManyLearnersTests {

	private static final int MANY = 25;

	@Autowired
	private PeopleService people;

	@Autowired
	private ContentService content;

	@Autowired
	private QuizService quizzes;

	@Autowired
	private CurriculumService curricula;

	@Autowired
	private DutyService duties;

	@Autowired
	private CertificateService certificates;

	@Test
	void everybodyFindsWhatIsTheirs() {
		IntStream.range(0, MANY).forEach(this::publish);
		List<LearnerId> learners = IntStream.range(0, MANY).mapToObj(this::certified).toList();
		assertThat(learners).allSatisfy((learner) -> {
			assertThat(this.content.sectionsRead(learner)).containsOnlyKeys(module(0));
			assertThat(this.quizzes.attempts(learner, module(0))).hasSize(1);
			assertThat(this.duties.standing(learner).duties()).singleElement()
				.extracting(DutyStanding::state)
				.isEqualTo(DutyStanding.State.COMPLETE);
			assertThat(this.duties.prepared(learner)).map(Standing::learner).contains(learner);
			List<Certificate> theirs = this.certificates.certificates(learner);
			assertThat(theirs).singleElement().matches((certificate) -> certificate.learner().equals(learner));
			assertThat(this.certificates.check(theirs.getFirst().code())).isPresent();
		});
		assertThat(this.duties.recheck().isClean()).isTrue();
		assertThat(this.duties.rebuildViews()).isEmpty();
	}

	/** The first one is the newest curriculum. */
	private void publish(int number) {
		this.content.publish(Modules.titled(module(number), "Module " + number));
		this.quizzes.publish(Quizzes.of(module(number), 2, 4));
		this.curricula.publish(Curricula.requiring(TestClock.START.minusSeconds(number), module(number)));
	}

	private LearnerId certified(int number) {
		LearnerId learner = this.people.register("Ann " + number);
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, new MunicipalityId("dorp"), null, TestClock.TODAY);
		this.content.read(learner, module(0), "s1");
		Quizzes.pass(this.quizzes, learner, module(0));
		return learner;
	}

	private static LearningModuleId module(int number) {
		return new LearningModuleId("many" + number);
	}

}
