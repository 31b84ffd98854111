package nl.kundig.app.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.kundig.app.account.AccountService;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Where mails are written; they are sent afterwards, by somebody else. */
@Service
public class Outbox {

	/**
	 * What happened longer ago is told nobody any more. Much shorter than a mail is kept,
	 * so that what was told is known for longer than it could be told again.
	 */
	public static final Duration NEWS = Duration.ofDays(30);

	private final MongoOperations mongo;

	private final AccountService accounts;

	private final PeopleService people;

	private final Clock clock;

	Outbox(MongoOperations mongo, AccountService accounts, PeopleService people, Clock clock) {
		this.mongo = mongo;
		this.accounts = accounts;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Writes the mail, unless it is there already or tells old news. A mail server that
	 * does not work is never noticed here.
	 * @return whether it was written now
	 */
	public boolean write(OutgoingMail.Draft draft) {
		Instant now = this.clock.instant();
		if (isOldNews(draft.happenedAt())) {
			return false;
		}
		MunicipalityId municipality = municipality(draft.person());
		RegionId region = (municipality != null)
				? this.people.municipality(municipality).map(Municipality::region).orElse(null)
				: this.accounts.region(draft.person()).orElse(null);
		try {
			this.mongo.insert(OutgoingMail.of(UUID.randomUUID().toString(), draft, municipality, region, now));
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Whether nobody is told any more of what happened then. */
	public boolean isOldNews(Instant happenedAt) {
		return happenedAt.isBefore(this.clock.instant().minus(NEWS));
	}

	/**
	 * Whether there is a mail with this key, so that it need not be composed again. Only
	 * writing it decides.
	 */
	public boolean isWritten(LearnerId person, String template, String about, String cycle) {
		Query same = Query.query(Criteria.where("person")
			.is(person)
			.and("template")
			.is(template)
			.and("about")
			.is(about)
			.and("cycle")
			.is(cycle));
		return this.mongo.findOne(same, OutgoingMail.class) != null;
	}

	private @Nullable MunicipalityId municipality(LearnerId person) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), PeopleService.ZONE);
		return this.accounts.municipality(person)
			.or(() -> this.people.learner(person).flatMap((learner) -> learner.municipalityOn(today)))
			.orElse(null);
	}

}
