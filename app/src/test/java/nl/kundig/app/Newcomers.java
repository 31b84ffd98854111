package nl.kundig.app;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.certificate.Certificate;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.curriculum.CurriculumCompleted;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;

import org.springframework.context.ApplicationEventPublisher;

/** People nobody else's test has met, so that what they did before is known: nothing. */
record Newcomers(PeopleService people, AccountService accounts, CurriculumService curricula,
		CertificateService certificates, ApplicationEventPublisher events) {

	/** Somebody new with a way in. */
	record Newcomer(LearnerId learner, String username, String password) {
	}

	Newcomer deskEmployee(AccountRole... roles) {
		MunicipalityId place = new MunicipalityId("waterkerk");
		LearnerId learner = this.people.register("Nieuwe Proefpersoon");
		this.people.takeRole(learner, LearnerRole.DESK_EMPLOYEE, place, null, LocalDate.of(2026, 1, 1));
		String username = "nieuw." + UUID.randomUUID();
		String password = this.accounts.create(username, "Nieuwe Proefpersoon", learner, Set.of(roles), place, null);
		return new Newcomer(learner, username, password);
	}

	Certificate certify(Newcomer newcomer) {
		var curriculum = this.curricula.curriculum(LearnerRole.DESK_EMPLOYEE).orElseThrow();
		this.events.publishEvent(
				new CurriculumCompleted(newcomer.learner(), curriculum, LocalDate.now(CurriculumService.ZONE)));
		return this.certificates.certificates(newcomer.learner()).getFirst();
	}

}
