package nl.kundig.app.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import nl.kundig.app.mail.SignedLinks;
import nl.kundig.app.training.MailTown.Person;
import nl.kundig.app.training.MailTown.Place;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.SessionId;

import org.springframework.stereotype.Component;

/** Links in mails that work, for tests of pages. */
@Component
public class AnswerLinks {

	private final MailTown town;

	private final SignedLinks links;

	private final CalendarFeeds feeds;

	AnswerLinks(MailTown town, SignedLinks links, CalendarFeeds feeds) {
		this.town = town;
		this.links = links;
		this.feeds = feeds;
	}

	/**
	 * The last parts of addresses: LA asks a manager to agree, LO offers a seat, LZ is of
	 * somebody who is on the waiting list, FF is a calendar.
	 */
	public Map<String, String> make() {
		Place asking = this.town.place(true);
		Person manager = this.town.manager("Max van der Leidinggevende", asking);
		SessionId first = this.town.session(asking, 5);
		Enrolment asked = this.town.apply(first, this.town.employee("Ann Aanvrager", asking), asking, manager);
		Place offering = this.town.place(false);
		SessionId second = this.town.session(offering, 1);
		Person holder = this.town.employee("Hein Houder", offering);
		Person next = this.town.employee("Olle Opvolger", offering);
		Enrolment held = this.town.apply(second, holder, offering);
		Enrolment offered = this.town.apply(second, next, offering);
		this.town.withdraw(second, held, holder);
		Person last = this.town.employee("Willem Wachter", offering);
		Enrolment waiting = this.town.apply(second, last, offering);
		return Map.of("LA", sign(Letters.APPROVAL, first, asked, manager), "LO",
				sign(Letters.OFFER, second, offered, next), "LZ", sign(Letters.OFFER, second, waiting, last), "FF",
				this.feeds.feed(next.learner()).secret());
	}

	private String sign(String purpose, SessionId session, Enrolment enrolment, Person person) {
		return this.links.sign(purpose, List.of(session.value(), enrolment.id().value(), person.learner().value()),
				Instant.now().plus(Duration.ofDays(3)));
	}

}
