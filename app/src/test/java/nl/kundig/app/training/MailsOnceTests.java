package nl.kundig.app.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import nl.kundig.app.KundigTest;
import nl.kundig.app.mail.OutgoingMail;
import nl.kundig.app.training.SeatRush.Crowd;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.StateChange;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However often Kundig goes down while seats change hands: everybody is told what is so
 * now, and nobody anything twice or anything that never was.
 */
@KundigTest
class MailsOnceTests {

	@Autowired
	private SeatRush rush;

	@Autowired
	private TrainingPost post;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private ConfigurableApplicationContext context;

	@Autowired
	private MongoOperations mongo;

	/** A mail by its key. */
	private record Key(LearnerId person, String template, String about, String cycle) {
	}

	@Test
	void aRushWithCrashesTellsEverybodyOnce() throws Exception {
		Crowd crowd = this.rush.crowd(5);
		try (Crashes crashes = new Crashes(this.context, crowd.session(), crowd.domain(), 5)) {
			crowd.rush();
			this.post.lookBack();
			assertThat(crashes.unheard()).as("changes nobody heard of").isGreaterThan(20);
			assertThat(crashes.unwritten()).as("mails that did not get into the outbox").isPositive();
		}
		this.enrolments.recheck();
		this.post.lookBack();
		List<Key> first = written(crowd);
		this.enrolments.recheck();
		this.post.lookBack();
		List<Key> written = written(crowd);

		TrainingSession session = crowd.read();
		assertThat(session.enrolments()).hasSizeGreaterThanOrEqualTo(SeatRush.SIGN_UPS);
		assertThat(session.enrolments().stream().filter(Enrolment::holdsSeat)).hasSize(SeatRush.SEATS);
		assertThat(written).containsExactlyInAnyOrderElementsOf(first).doesNotHaveDuplicates();
		assertThat(written).containsAll(due(session));
		assertThat(possible(session)).containsAll(written);
	}

	private List<Key> written(Crowd crowd) {
		Set<LearnerId> everybody = new LinkedHashSet<>();
		crowd.read().enrolments().forEach((enrolment) -> {
			everybody.add(enrolment.learner());
			Optional.ofNullable(enrolment.manager()).ifPresent(everybody::add);
		});
		List<Key> keys = new ArrayList<>();
		for (LearnerId person : everybody) {
			this.mongo.find(Query.query(Criteria.where("person").is(person)), OutgoingMail.class)
				.forEach((mail) -> keys.add(new Key(mail.person(), mail.template(), mail.about(), mail.cycle())));
		}
		return keys;
	}

	/** What must be told: how each enrolment stands, when it is not the own doing. */
	private static List<Key> due(TrainingSession session) {
		List<Key> due = new ArrayList<>();
		for (Enrolment enrolment : session.enrolments()) {
			int last = enrolment.history().size() - 1;
			Key key = told(enrolment, last);
			// Who gave up a place on the list knows that.
			boolean known = enrolment.state() == EnrolmentState.CANCELLED && !hadSeat(enrolment, last);
			if (key != null && !known) {
				due.add(key);
			}
		}
		return due;
	}

	/** What may have been told: each step that ever was, once. */
	private static List<Key> possible(TrainingSession session) {
		List<Key> possible = new ArrayList<>();
		for (Enrolment enrolment : session.enrolments()) {
			for (int step = 0; step < enrolment.history().size(); step++) {
				Optional.ofNullable(told(enrolment, step)).ifPresent(possible::add);
			}
		}
		return possible;
	}

	private static @Nullable Key told(Enrolment enrolment, int step) {
		StateChange change = enrolment.history().get(step);
		LearnerId person = enrolment.learner();
		String template = switch (change.why()) {
			case NO_FREE_SEAT -> "waiting";
			case NEXT_IN_ORDER -> "seat-offered";
			case FREE_SEAT, OFFER_ACCEPTED, SEAT_FROM_COLLEAGUE -> "placed";
			case WITHDRAWN -> "withdrawn";
			case SEAT_GIVEN_TO_COLLEAGUE -> "seat-given-away";
			case APPLIED -> "approval-asked";
			default -> "";
		};
		if (template.equals("approval-asked")) {
			person = enrolment.manager();
		}
		return (template.isEmpty() || person == null) ? null
				: new Key(person, template, enrolment.id().value(), Integer.toString(step));
	}

	private static boolean hadSeat(Enrolment enrolment, int until) {
		return enrolment.history().subList(0, until).stream().anyMatch((step) -> step.state().isPlaced());
	}

}
