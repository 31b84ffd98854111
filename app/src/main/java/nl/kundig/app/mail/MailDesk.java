package nl.kundig.app.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.mail.OutgoingMail.State;
import nl.kundig.app.system.DemoStore;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The outbox as its coordinators see it: mails to people of the own municipality, or of
 * the own region.
 */
@Component
class MailDesk {

	private static final int ON_A_PAGE = 25;

	private final MongoOperations mongo;

	private final SmtpServer server;

	private final DemoStore demoStore;

	private final Clock clock;

	MailDesk(MongoOperations mongo, SmtpServer server, DemoStore demoStore, Clock clock) {
		this.mongo = mongo;
		this.server = server;
		this.demoStore = demoStore;
		this.clock = clock;
	}

	/** A page of mails that are equally far, newest first. */
	record Page(List<OutgoingMail> mails, int number, boolean more) {
	}

	Page page(LoggedIn me, Box box, int number) {
		List<OutgoingMail> mails = new ArrayList<>();
		if (box == Box.WACHT && number == 1) {
			mails.addAll(find(me, State.SENDING, ON_A_PAGE));
		}
		List<OutgoingMail> found = find(me, box.state, number * ON_A_PAGE + 1);
		boolean more = found.size() > number * ON_A_PAGE;
		mails.addAll(found.stream().skip((number - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList());
		return new Page(mails, number, more);
	}

	/** Whether there is one that was not sent and never will be by itself. */
	boolean hasGivenUp(LoggedIn me) {
		return !find(me, State.GIVEN_UP, 1).isEmpty();
	}

	Optional<OutgoingMail> mail(LoggedIn me, String id) {
		return Optional.ofNullable(this.mongo.findById(id, OutgoingMail.class))
			.filter((mail) -> isRegional(me) ? me.region().filter((region) -> region.equals(mail.region())).isPresent()
					: me.municipality().filter((own) -> own.equals(mail.municipality())).isPresent());
	}

	/**
	 * Whether the content may be read here. Only where no mail can go out: elsewhere it
	 * carries links that are somebody else's to use.
	 */
	boolean isReadable() {
		return this.demoStore.isDemo() && !this.server.isConfigured();
	}

	boolean isSending() {
		return this.server.isConfigured();
	}

	/** Whether this person may stop all sending, which is not for one municipality. */
	boolean maySwitch(LoggedIn me) {
		return isRegional(me);
	}

	boolean mayBeTriedAgain(OutgoingMail mail) {
		return mail.mayBeTriedAgain(this.clock.instant());
	}

	/**
	 * Has it tried again soon.
	 * @throws org.springframework.dao.OptimisticLockingFailureException when a sender has
	 * it in hand by now
	 */
	void tryAgain(OutgoingMail mail) {
		this.mongo.save(mail.again(this.clock.instant()));
	}

	private List<OutgoingMail> find(LoggedIn me, State state, int most) {
		boolean regional = isRegional(me);
		Object place = regional ? me.region().orElse(null) : me.municipality().orElse(null);
		if (place == null) {
			return List.of();
		}
		Query query = Query.query(Criteria.where(regional ? "region" : "municipality").is(place).and("state").is(state))
			.with(Sort.by(Sort.Direction.DESC, "writtenAt"))
			.limit(most);
		return this.mongo.find(query, OutgoingMail.class);
	}

	private static boolean isRegional(LoggedIn me) {
		return me.roles().contains(AccountRole.REGIONAL_COORDINATOR);
	}

	/** How an address says which mails are looked at. */
	enum Box {

		WACHT(State.WAITING), VERZONDEN(State.SENT), OPGEGEVEN(State.GIVEN_UP);

		private final State state;

		Box(State state) {
			this.state = state;
		}

		/** As in an address. */
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
