package nl.kundig.courses.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.curriculum.CompletionsFound;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumCompleted;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.TrainingService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
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

	private final TrainingService trainings;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	CertificateIssuer(CertificateRepository certificates, PeopleService people, ContentService content,
			TrainingService trainings, MongoOperations mongo, ApplicationEventPublisher events, Clock clock) {
		this.certificates = certificates;
		this.people = people;
		this.content = content;
		this.trainings = trainings;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	/** Most of these have their certificate already; one query tells of whom. */
	@EventListener
	void on(CompletionsFound found) {
		Set<LearnerId> learners = found.completions()
			.stream()
			.map(CurriculumCompleted::learner)
			.collect(Collectors.toSet());
		Map<LearnerId, List<Certificate>> theirs = this.certificates.findByLearnerIn(learners)
			.stream()
			.collect(Collectors.groupingBy(Certificate::learner));
		for (CurriculumCompleted completed : found.completions()) {
			boolean done = theirs.getOrDefault(completed.learner(), List.of())
				.stream()
				.anyMatch((certificate) -> proves(certificate, completed)
						&& certificate.validThrough().equals(completed.extendedTo()));
			if (!done && !completed.from().isAfter(today())) {
				on(completed);
			}
		}
	}

	/**
	 * A certificate has the days of its cycle, and is issued on the first of them: who
	 * renews before the old one ends gets the next one then, and loses nothing.
	 */
	@EventListener
	void on(CurriculumCompleted completed) {
		List<Certificate> earlier = this.certificates.findByLearnerAndCurriculum(completed.learner(),
				completed.curriculum().curriculum());
		Optional<Certificate> known = earlier.stream()
			.filter((certificate) -> proves(certificate, completed))
			.max(Comparator.comparingInt(Certificate::cycle));
		if (known.isPresent()) {
			this.events.publishEvent(new CertificateIssued(extended(known.get(), completed)));
		}
		else if (!completed.from().isAfter(today())) {
			issue(completed, 1 + earlier.stream().mapToInt(Certificate::cycle).max().orElse(0));
		}
	}

	/** Whether the certificate says at least as much as the completion. */
	private static boolean proves(Certificate certificate, CurriculumCompleted completed) {
		return certificate.curriculum().equals(completed.curriculum().curriculum())
				&& (certificate.issuedOn().equals(completed.from())
						|| !certificate.lastDay().isBefore(completed.lastDay()));
	}

	private Certificate extended(Certificate certificate, CurriculumCompleted completed) {
		if (!certificate.lastDay().equals(completed.lastDay())
				|| certificate.validThrough().equals(completed.extendedTo())) {
			return certificate;
		}
		// What was printed stays; the check tells of the extension.
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(certificate.number())),
				new Update().set("extendedTo", completed.extendedTo()), Certificate.class);
		return this.certificates.findById(certificate.number()).orElse(certificate);
	}

	private void issue(CurriculumCompleted completed, int cycle) {
		Learner learner = this.people.learner(completed.learner()).orElseThrow();
		Certificate certificate = certificate(learner, completed, cycle);
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

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(CurriculumService.ZONE));
	}

	private Certificate certificate(Learner learner, CurriculumCompleted completed, int cycle) {
		Curriculum curriculum = completed.curriculum();
		List<String> modules = curriculum.requirements()
			.stream()
			.filter((requirement) -> !completed.notDone().contains(requirement))
			.map(this::titleOf)
			.toList();
		CertificateNumber number = new CertificateNumber(completed.from().getYear() + "-" + letters(8));
		LocalDate extendedTo = completed.extendedTo().equals(completed.lastDay()) ? null : completed.extendedTo();
		return new Certificate(number, learner.id(), curriculum.curriculum(), curriculum.version(), cycle, letters(16),
				learner.name(), curriculum.title(), modules, completed.from(), completed.lastDay(),
				this.clock.instant(), extendedTo);
	}

	private String titleOf(CurriculumRequirement requirement) {
		return switch (requirement) {
			case CurriculumRequirement.PassModule(var module) ->
				this.content.module(module).map(LearningModule::title).orElse(module.value());
			case CurriculumRequirement.AttendTraining(var training) -> this.trainings.title(training);
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
