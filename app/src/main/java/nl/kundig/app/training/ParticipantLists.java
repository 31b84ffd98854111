package nl.kundig.app.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import nl.kundig.app.account.AccountService;
import nl.kundig.app.training.ManagedSession.Person;
import nl.kundig.app.training.ParticipantList.Participant;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.training.Training;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together who comes to a session. */
@Component
class ParticipantLists {

	private final ManagedSessions sessions;

	private final SessionCards cards;

	private final Trainees trainees;

	private final People people;

	private final AccountService accounts;

	private final MessageSource messages;

	ParticipantLists(ManagedSessions sessions, SessionCards cards, Trainees trainees, People people,
			AccountService accounts, MessageSource messages) {
		this.sessions = sessions;
		this.cards = cards;
		this.trainees = trainees;
		this.people = people;
		this.accounts = accounts;
		this.messages = messages;
	}

	/** Those with a seat of their own whom this desk may name. */
	ParticipantList of(Desk desk, TrainingSession session, Locale locale) {
		List<Person> placed = this.sessions.people(desk, session)
			.stream()
			.filter((person) -> person.enrolment().state().isPlaced())
			.toList();
		List<LearnerId> ids = placed.stream().map(Person::enrolment).map(Enrolment::learner).toList();
		Map<LearnerId, Learner> learners = this.people.learners(ids);
		Map<LearnerId, String> emails = this.accounts.emails(ids);
		List<Participant> participants = placed.stream().map((person) -> {
			Enrolment enrolment = person.enrolment();
			Optional<RoleHeld> role = Optional.ofNullable(learners.get(enrolment.learner()))
				.flatMap((learner) -> this.people.role(learner, enrolment.municipality()));
			String function = role.map((held) -> this.messages.getMessage("role." + held.role().code(), null, locale))
				.orElse(null);
			return new Participant(person.name(), emails.get(enrolment.learner()), function,
					this.people.organisation(role, person.municipality()), enrolment.wishes());
		}).toList();
		Training training = this.cards.training(session.training());
		String provider = this.cards.providers().getOrDefault(training.provider(), training.provider().value());
		return new ParticipantList(training.title(), provider,
				session.plan().halfDays().stream().map(HalfDay::date).distinct().toList(), this.trainees.today(),
				participants);
	}

}
