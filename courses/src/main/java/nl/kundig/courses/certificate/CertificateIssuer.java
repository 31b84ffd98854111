package nl.kundig.courses.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumCompleted;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Issues a certificate when it hears that a curriculum was completed; may be told twice.
 */
@Component
class CertificateIssuer {

	/** Letters and digits that nobody confuses when reading aloud. */
	private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private final CertificateRepository certificates;

	private final PeopleService people;

	private final ContentService content;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	CertificateIssuer(CertificateRepository certificates, PeopleService people, ContentService content,
			MongoOperations mongo, ApplicationEventPublisher events, Clock clock) {
		this.certificates = certificates;
		this.people = people;
		this.content = content;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * While a certificate is valid its cycle is running. Whoever renewed before it ended
	 * gets the next one when it has, counted from the day after: renewing early costs
	 * nothing.
	 */
	@EventListener
	void on(CurriculumCompleted completed) {
		Curriculum curriculum = completed.curriculum();
		List<Certificate> earlier = this.certificates.findByLearnerAndCurriculum(completed.learner(),
				curriculum.curriculum());
		Certificate latest = earlier.stream().max(Comparator.comparingInt(Certificate::cycle)).orElse(null);
		if (latest != null && latest.isValidOn(LocalDate.now(this.clock.withZone(CurriculumService.ZONE)))) {
			this.events.publishEvent(new CertificateIssued(latest));
			return;
		}
		Learner learner = this.people.learner(completed.learner()).orElseThrow();
		int cycle = (latest != null) ? latest.cycle() + 1 : 1;
		LocalDate from = completed.from();
		LocalDate lastDay = completed.lastDay();
		if (latest != null && latest.isValidOn(from)) {
			from = latest.lastDay().plusDays(1);
			lastDay = curriculum.validity().firstLastDay(from);
		}
		Certificate certificate = certificate(completed.learner(), learner.name(), curriculum, cycle, from, lastDay);
		try {
			this.mongo.insert(certificate);
		}
		catch (DuplicateKeyException ex) {
			// The same completion was announced twice at once; the other one issued it
			// and tells.
			return;
		}
		this.events.publishEvent(new CertificateIssued(certificate));
	}

	private Certificate certificate(LearnerId learner, String name, Curriculum curriculum, int cycle, LocalDate day,
			LocalDate lastDay) {
		List<String> modules = curriculum.requirements().stream().map(this::titleOf).toList();
		CertificateNumber number = new CertificateNumber(day.getYear() + "-" + letters(8));
		return new Certificate(number, learner, curriculum.curriculum(), curriculum.version(), cycle, letters(16), name,
				curriculum.title(), modules, day, lastDay, this.clock.instant());
	}

	private String titleOf(CurriculumRequirement requirement) {
		return switch (requirement) {
			case CurriculumRequirement.PassModule(var module) ->
				this.content.module(module).map(LearningModule::title).orElse(module.value());
			case CurriculumRequirement.AttendTraining(var training) -> training.value();
			case CurriculumRequirement.FinishScenario(var scenario) -> scenario.value();
			case CurriculumRequirement.HandInProof(var proof) -> proof;
			case CurriculumRequirement.HoldCertificate(var needed) -> needed.value();
		};
	}

	private String letters(int count) {
		StringBuilder letters = new StringBuilder(count);
		for (int i = 0; i < count; i++) {
			letters.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return letters.toString();
	}

}
