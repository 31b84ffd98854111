package nl.kundig.courses.certificate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import nl.kundig.courses.AtOnce;
import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.content.Modules;
import nl.kundig.courses.curriculum.CompletionsFound;
import nl.kundig.courses.curriculum.Curricula;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumCompleted;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@CoursesTest
class CertificateServiceTests {

	private static final LearningModuleId TITLED = new LearningModuleId("certified");

	private static final Curriculum CURRICULUM = Curricula.requiring(TITLED, new LearningModuleId("untitled"));

	private static final LocalDate LAST_DAY = LocalDate.of(2028, 11, 24);

	@Autowired
	private CertificateService certificates;

	@Autowired
	private PeopleService people;

	@Autowired
	private ContentService content;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private TestClock clock;

	private LearnerId ann;

	@BeforeEach
	void registerAnn() {
		this.content.publish(Modules.titled(TITLED, "Signalen zien"));
		this.ann = this.people.register("Ann van Dijk");
	}

	@Test
	void isIssuedWithTheWordingOfTheDay() {
		Certificate certificate = complete(TestClock.TODAY);
		assertThat(certificate.holder()).isEqualTo("Ann van Dijk");
		assertThat(certificate.title()).isEqualTo(CURRICULUM.title());
		assertThat(certificate.curriculumVersion()).isEqualTo(CURRICULUM.version());
		assertThat(certificate.modules()).containsExactly("Signalen zien", "untitled");
		assertThat(certificate.cycle()).isEqualTo(1);
		assertThat(certificate.issuedOn()).isEqualTo(TestClock.TODAY);
		assertThat(certificate.lastDay()).isEqualTo(LAST_DAY);
		assertThat(certificate.recordedAt()).isEqualTo(TestClock.START);
	}

	@Test
	void toldTwiceAnnouncesTheSameCertificate(ApplicationEvents events) {
		Certificate certificate = complete(TestClock.TODAY);
		complete(TestClock.TODAY);
		assertThat(this.certificates.certificates(this.ann)).containsExactly(certificate);
		assertThat(events.stream(CertificateIssued.class)).hasSize(2).containsOnly(new CertificateIssued(certificate));
	}

	@Test
	void fiftyCompletionsAtOnceAreOneCertificate() throws Exception {
		CurriculumCompleted completed = new CurriculumCompleted(this.ann, CURRICULUM, TestClock.TODAY);
		AtOnce.run(50, () -> {
			this.publisher.publishEvent(completed);
			return completed;
		});
		assertThat(this.certificates.certificates(this.ann)).hasSize(1);
	}

	@Test
	void aSecondCycleStartsAfterTheFirstExpired() {
		Certificate first = complete(TestClock.TODAY);
		this.clock.moveTo(LAST_DAY, LocalTime.MAX);
		renew(LAST_DAY);
		assertThat(this.certificates.certificates(this.ann)).containsExactly(first);
		this.clock.moveTo(LAST_DAY.plusDays(1), LocalTime.MIN);
		renew(LAST_DAY);
		List<Certificate> found = this.certificates.certificates(this.ann);
		assertThat(found).extracting(Certificate::cycle).containsExactly(2, 1);
		assertThat(found.getFirst().issuedOn()).isEqualTo(LAST_DAY.plusDays(1));
		assertThat(found).extracting(Certificate::code).doesNotHaveDuplicates();
	}

	@Test
	void renewingEarlyCostsNothing() {
		complete(TestClock.TODAY);
		this.clock.moveTo(LAST_DAY.plusDays(1), LocalTime.MIN);
		renew(LAST_DAY.minusDays(20));
		Certificate renewed = this.certificates.certificates(this.ann).getFirst();
		assertThat(renewed.cycle()).isEqualTo(2);
		assertThat(renewed.issuedOn()).isEqualTo(LAST_DAY.plusDays(1));
		assertThat(renewed.lastDay()).isEqualTo(LAST_DAY.plusMonths(24));
	}

	@Test
	void aRenewalThatRunsFromItsCompletionIsIssuedAtOnceWithTheDaysOfItsCycle() {
		complete(TestClock.TODAY);
		LocalDate early = LAST_DAY.minusDays(20);
		this.clock.moveTo(early, LocalTime.NOON);
		Certificate renewed = complete(early);
		assertThat(renewed.cycle()).isEqualTo(2);
		assertThat(renewed.issuedOn()).isEqualTo(early);
		assertThat(renewed.lastDay()).isEqualTo(early.plusMonths(24).minusDays(1));
	}

	@Test
	void aCertificateOnAFixedDayIsNotIssuedAgainOnTheFirstDayOfTheNextCycle() {
		Certificate first = complete(TestClock.TODAY);
		this.clock.moveTo(LAST_DAY.plusDays(1), LocalTime.MIN);
		// The cycle of the first certificate was lengthened over the start of the next.
		this.publisher.publishEvent(new CurriculumCompleted(this.ann, CURRICULUM, TestClock.TODAY, TestClock.TODAY,
				LAST_DAY, LAST_DAY.plusMonths(1)));
		renew(LAST_DAY.minusDays(5));
		renew(LAST_DAY.minusDays(5));
		assertThat(this.certificates.certificates(this.ann)).extracting(Certificate::issuedOn)
			.containsExactly(LAST_DAY.plusDays(1), first.issuedOn());
	}

	@Test
	void anExtensionShowsInTheCheckAndNotInWhatWasPrinted() {
		Certificate first = complete(TestClock.TODAY);
		LocalDate longer = LAST_DAY.plusMonths(2);
		this.publisher.publishEvent(
				new CurriculumCompleted(this.ann, CURRICULUM, TestClock.TODAY, TestClock.TODAY, LAST_DAY, longer));
		assertThat(this.certificates.certificates(this.ann)).singleElement().satisfies((certificate) -> {
			assertThat(certificate.lastDay()).isEqualTo(LAST_DAY);
			assertThat(certificate.validThrough()).isEqualTo(longer);
		});
		this.clock.moveTo(longer, LocalTime.MAX);
		assertThat(this.certificates.check(first.code()))
			.contains(new CertificateCheck("D", CURRICULUM.title(), TestClock.TODAY, longer, true));
		// And it can be taken back.
		complete(TestClock.TODAY);
		assertThat(this.certificates.check(first.code())).map(CertificateCheck::valid).contains(false);
	}

	@Test
	void ofManyCompletionsOnlyTheMissingOnesAreIssued(ApplicationEvents events) {
		Certificate first = complete(TestClock.TODAY);
		LearnerId bob = this.people.register("Bob");
		this.publisher
			.publishEvent(new CompletionsFound(List.of(new CurriculumCompleted(this.ann, CURRICULUM, TestClock.TODAY),
					new CurriculumCompleted(bob, CURRICULUM, TestClock.TODAY))));
		assertThat(this.certificates.certificates(this.ann)).containsExactly(first);
		assertThat(this.certificates.certificates(bob)).hasSize(1);
		assertThat(events.stream(CertificateIssued.class)).hasSize(2);
	}

	@Test
	void isCheckedByCodeHoweverItIsTyped() {
		String code = complete(TestClock.TODAY).code();
		String typed = (code.substring(0, 4) + "-" + code.substring(4, 8) + " - " + code.substring(8))
			.toLowerCase(Locale.ROOT);
		CertificateCheck expected = new CertificateCheck("D", CURRICULUM.title(), TestClock.TODAY, LAST_DAY, true);
		assertThat(this.certificates.check(code)).contains(expected);
		assertThat(this.certificates.check(typed)).contains(expected);
	}

	@Test
	void isValidThroughItsLastDayInAmsterdam() {
		String code = complete(TestClock.TODAY).code();
		this.clock.moveTo(LAST_DAY, LocalTime.of(23, 59));
		assertThat(this.certificates.check(code)).map(CertificateCheck::valid).contains(true);
		this.clock.moveTo(LAST_DAY.plusDays(1), LocalTime.MIDNIGHT);
		assertThat(this.certificates.check(code)).map(CertificateCheck::valid).contains(false);
	}

	@Test
	void anUnknownCodeProvesNothing() {
		complete(TestClock.TODAY);
		assertThat(this.certificates.check("AAAA-BBBB-CCCC-DDDD")).isEmpty();
		assertThat(this.certificates.check("")).isEmpty();
	}

	@Test
	void isShownToItsHolderOnly() {
		Certificate certificate = complete(TestClock.TODAY);
		assertThat(this.certificates.certificate(this.ann, certificate.number())).contains(certificate);
		assertThat(this.certificates.certificate(new LearnerId("bob"), certificate.number())).isEmpty();
	}

	/** Completed while the first one runs: valid from the day after that. */
	private void renew(LocalDate day) {
		this.publisher.publishEvent(new CurriculumCompleted(this.ann, CURRICULUM, day, LAST_DAY.plusDays(1),
				LAST_DAY.plusMonths(24), LAST_DAY.plusMonths(24)));
	}

	private Certificate complete(LocalDate day) {
		this.publisher.publishEvent(new CurriculumCompleted(this.ann, CURRICULUM, day));
		return this.certificates.certificates(this.ann).getFirst();
	}

}
