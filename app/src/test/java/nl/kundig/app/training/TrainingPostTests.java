package nl.kundig.app.training;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.mail.Outbox;
import nl.kundig.app.mail.OutgoingMail;
import nl.kundig.app.mail.PostOffice;
import nl.kundig.app.mail.PostOffice.Received;
import nl.kundig.app.training.MailTown.Person;
import nl.kundig.app.training.MailTown.Place;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.InterestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** From a click to the mail that comes in, and from the link in it to the seat. */
@KundigTest
class TrainingPostTests {

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private MailTown town;

	@Autowired
	private TrainingPost post;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private InterestService interests;

	@Autowired
	private PeopleService people;

	@Autowired
	private Letters letters;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MongoOperations mongo;

	@TempDir
	private Path folder;

	private PostOffice office;

	@BeforeEach
	void open() {
		this.office = PostOffice.open(this.mongo);
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void aRequestGoesByTheManagersLinkToASeatInTheCalendar() throws Exception {
		Place place = this.town.place(true);
		Person ann = this.town.employee("Ann Jansen", place);
		Person max = this.town.manager("Max Baas", place);
		SessionId session = this.town.session(place, 10);
		this.town.apply(session, ann, place, max);
		assertThat(mails(ann)).isEmpty();
		Received asked = only(max);
		assertThat(asked.subject()).startsWith("Ann Jansen wil naar de training");
		assertThat(asked.text()).contains("Beste Max Baas,", "Wie: Ann Jansen", "Stadhuis & Raadzaal", "Antwoord: ");
		assertThat(asked.html()).contains("Stadhuis &amp; Raadzaal");
		assertThat(asked.calendars()).isEmpty();

		PageClient client = new PageClient(this.port, this.accounts);
		assertThat(client.get(asked.link()).body()).contains("Ann Jansen", "Akkoord");
		assertThat(client.post(asked.link(), "besluit", "akkoord").statusCode()).isEqualTo(200);
		assertThat(client.get(asked.link()).statusCode()).isEqualTo(410);
		Received placed = only(ann);
		assertThat(placed.subject()).startsWith("U hebt een plaats: ");
		assertThat(placed.text()).contains("09.30–12.00 uur", "Lift aanwezig.", "Regio Poststad");
		assertThat(placed.calendars()).hasSize(2);
		assertThat(read(placed.calendars()).get("events"))
			.allMatch((event) -> event.get("status").asString().equals("CONFIRMED"));
	}

	@Test
	void aMoveAndACancellationChangeWhatIsInTheCalendarAndAreToldOnce() throws Exception {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		SessionId session = this.town.session(place, 10);
		this.town.apply(session, ann, place);
		List<byte[]> calendar = new ArrayList<>(only(ann).calendars());
		JsonNode first = read(calendar).get("events").get(0);

		this.town.move(session, place);
		List<Received> afterMove = mails(ann);
		assertThat(afterMove).hasSize(2);
		assertThat(afterMove.get(1).text()).contains("Dit was eerst: ", "13.30–16.00 uur");
		assertThat(afterMove.get(1).calendars()).hasSize(2);
		calendar.addAll(afterMove.get(1).calendars());
		JsonNode moved = read(calendar).get("events");
		assertThat(moved).hasSize(2);
		assertThat(moved.get(0).get("uid")).isEqualTo(first.get("uid"));
		assertThat(moved.get(0).get("sequence").asInt()).isGreaterThan(first.get("sequence").asInt());
		assertThat(moved.get(0).get("start")).isNotEqualTo(first.get("start"));
		assertThat(moved).extracting((event) -> event.get("status").asString())
			.containsExactly("CONFIRMED", "CANCELLED");

		this.town.cancel(session, place);
		List<Received> afterCancel = mails(ann);
		assertThat(afterCancel).hasSize(3);
		assertThat(afterCancel.get(2).subject()).startsWith("De training gaat niet door: ");
		assertThat(afterCancel.get(2).text()).contains("Reden: De trainer is <ziek>.");
		assertThat(afterCancel.get(2).html()).contains("De trainer is &lt;ziek&gt;.").doesNotContain("<ziek>");
		calendar.addAll(afterCancel.get(2).calendars());
		JsonNode cancelled = read(calendar).get("events");
		assertThat(cancelled).hasSize(2).allMatch((event) -> event.get("status").asString().equals("CANCELLED"));
		assertThat(cancelled.get(0).get("uid")).isEqualTo(first.get("uid"));
		assertThat(cancelled.get(0).get("sequence").asInt()).isGreaterThan(moved.get(0).get("sequence").asInt());
		this.post.lookBack();
		assertThat(mails(ann)).hasSize(3);
	}

	@Test
	void aSeatThatComesFreeIsTakenByTheLinkInTheOffer() throws Exception {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		Person bob = this.town.employee("Bob", place);
		SessionId session = this.town.session(place, 1);
		Enrolment held = this.town.apply(session, ann, place);
		this.town.apply(session, bob, place);
		assertThat(only(bob).subject()).startsWith("U staat op de wachtlijst: ");
		List<byte[]> calendar = new ArrayList<>(only(ann).calendars());
		this.town.withdraw(session, held, ann);
		Received gone = mails(ann).get(1);
		assertThat(gone.subject()).startsWith("U bent afgemeld: ");
		calendar.addAll(gone.calendars());
		assertThat(read(calendar).get("events")).hasSize(2)
			.allMatch((event) -> event.get("status").asString().equals("CANCELLED"));

		Received offer = offer(bob);
		assertThat(offer.text()).contains("Antwoord: voor ");
		PageClient client = new PageClient(this.port, this.accounts);
		assertThat(client.get(offer.link()).body()).contains("Ja, ik kom");
		assertThat(client.post(offer.link(), "besluit", "ja").statusCode()).isEqualTo(200);
		assertThat(this.town.now(session, bob).state()).isEqualTo(EnrolmentState.PLACED);
		List<Received> bobs = mails(bob);
		assertThat(bobs).hasSize(3);
		assertThat(bobs.get(2).calendars()).hasSize(2);
		assertThat(client.get(offer.link()).statusCode()).isEqualTo(410);
	}

	@Test
	void whoSaysNoByTheLinkMakesRoomForTheNext() {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		Person bob = this.town.employee("Bob", place);
		Person cas = this.town.employee("Cas", place);
		SessionId session = this.town.session(place, 1);
		Enrolment held = this.town.apply(session, ann, place);
		this.town.apply(session, bob, place);
		this.town.apply(session, cas, place);
		this.town.withdraw(session, held, ann);
		boolean bobIsFirst = this.town.now(session, bob).state() == EnrolmentState.OFFERED;
		Person first = bobIsFirst ? bob : cas;
		Person second = bobIsFirst ? cas : bob;
		PageClient client = new PageClient(this.port, this.accounts);
		String link = offer(first).link();
		client.get(link);
		assertThat(client.post(link, "besluit", "blijf").body()).contains("U staat nog op de wachtlijst");
		assertThat(mails(first)).as("who just said it need not be told").hasSize(2);
		assertThat(mails(second)).hasSize(2);
		String next = offer(second).link();
		client.get(next);
		client.post(next, "besluit", "weg");
		assertThat(this.town.now(session, second).state()).isEqualTo(EnrolmentState.CANCELLED);
	}

	@Test
	void anOfferThatNobodyAnswersIsToldToBoth() {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		Person bob = this.town.employee("Bob", place);
		SessionId session = this.town.session(place, 1);
		Enrolment held = this.town.apply(session, ann, place);
		this.town.apply(session, bob, place);
		this.town.withdraw(session, held, ann);
		String link = offer(bob).link();
		PageClient client = new PageClient(this.port, this.accounts);
		client.get(link);
		letTheOfferLapse(session, bob);
		this.post.tick();
		assertThat(this.town.now(session, bob).state()).isEqualTo(EnrolmentState.WAITING);
		List<Received> bobs = mails(bob);
		assertThat(bobs).hasSize(3);
		assertThat(bobs.get(2).subject()).startsWith("De plaats gaat naar een ander: ");
		assertThat(client.get(link).body()).contains("Er is geen antwoord meer nodig");
		assertThat(client.post(link, "besluit", "ja").statusCode()).isEqualTo(409);
		assertThat(this.town.now(session, bob).state()).isEqualTo(EnrolmentState.WAITING);
	}

	@Test
	void aColleagueWhoGoesInsteadGetsTheSeatInTheCalendar() throws Exception {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		Person bob = this.town.employee("Bob", place);
		SessionId session = this.town.session(place, 5);
		Enrolment held = this.town.apply(session, ann, place);
		List<byte[]> calendar = new ArrayList<>(only(ann).calendars());
		this.enrolments.handSeatTo(session, held.id(), bob.learner(), null, ann.actor());
		List<Received> anns = mails(ann);
		assertThat(anns.get(1).subject()).startsWith("Een collega gaat in uw plaats: ");
		calendar.addAll(anns.get(1).calendars());
		assertThat(read(calendar).get("events"))
			.allMatch((event) -> event.get("status").asString().equals("CANCELLED"));
		assertThat(read(only(bob).calendars()).get("events")).hasSize(2)
			.allMatch((event) -> event.get("status").asString().equals("CONFIRMED"));
	}

	@Test
	void aDateInvitesTheInterestedOfThePlaceOnce() {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		Place elsewhere = this.town.place(false);
		Person far = this.town.employee("Far", elsewhere);
		Person late = this.town.employee("Late", place);
		this.interests.show(ann.learner(), MailTown.TRAINING, place.municipality());
		this.interests.show(far.learner(), MailTown.TRAINING, elsewhere.municipality());
		SessionId session = this.town.session(place, 5);
		this.post.lookBack();
		this.interests.show(late.learner(), MailTown.TRAINING, place.municipality());
		Received invitation = only(ann);
		assertThat(invitation.subject()).startsWith("Er is een datum: ");
		assertThat(invitation.link()).isEqualTo("/trainingen/" + session);
		assertThat(mails(far)).isEmpty();
		assertThat(mails(late)).isEmpty();
	}

	@Test
	void whatACrashKeptFromBeingWrittenIsWrittenOnceLater() {
		Place place = this.town.place(true);
		Person ann = this.town.employee("Ann", place);
		Person bob = this.town.employee("Bob", place);
		Person max = this.town.manager("Max", place);
		SessionId session = this.town.session(place, 5);
		this.town.apply(session, ann, place, max);
		Enrolment asked = this.town.apply(session, bob, place, max);
		this.enrolments.approve(session, asked.id(), Actor.manager(max.learner()));
		this.town.move(session, place);
		this.post.lookBack();
		List<String> before = keys(ann, bob, max);
		assertThat(before).contains(max.learner() + " approval-asked 0", bob.learner() + " placed 2",
				bob.learner() + " session-moved move-1", ann.learner() + " session-moved move-1");
		// As after a crash between the write and the mails: nothing of it in the outbox.
		List.of(ann, bob, max).forEach((person) -> this.mongo.remove(of(person), OutgoingMail.class));
		TrainingPost restarted = new TrainingPost(this.enrolments, this.interests, this.people, this.letters,
				this.outbox, Clock.systemUTC());
		restarted.lookBack();
		restarted.lookBack();
		restarted.tick();
		// Max also had to answer for Bob; that is old news by now.
		List<String> news = before.stream()
			.filter((key) -> !key.startsWith(max.learner().value()))
			.collect(Collectors.toCollection(ArrayList::new));
		news.add(max.learner() + " approval-asked 0");
		assertThat(keys(ann, bob, max)).containsExactlyInAnyOrderElementsOf(news);
	}

	private List<String> keys(Person... persons) {
		List<String> keys = new ArrayList<>();
		for (Person person : persons) {
			this.mongo.find(of(person), OutgoingMail.class)
				.forEach((mail) -> keys.add(mail.person() + " " + mail.template() + " " + mail.cycle()));
		}
		return keys;
	}

	private static Query of(Person person) {
		return Query.query(Criteria.where("person").is(person.learner()));
	}

	/** Puts the deadline in the past, as a wait of some days would. */
	private void letTheOfferLapse(SessionId id, Person person) {
		TrainingSession session = this.town.get(id);
		Instant past = Instant.now().minus(Duration.ofMinutes(1));
		List<Enrolment> enrolments = session.enrolments()
			.stream()
			.map((one) -> one.learner().equals(person.learner())
					? new Enrolment(one.id(), one.learner(), one.municipality(), one.manager(), one.wishes(),
							one.prerequisitesNote(), one.appliedAt(), one.history(), one.pool(), past, one.skipped())
					: one)
			.toList();
		this.mongo.save(new TrainingSession(session.id(), session.version() + 1, session.training(), session.owner(),
				session.plan(), session.firstDay(), session.state(), session.sequence(), session.seed(),
				session.released(), session.freed(), session.attendanceTold(), past, session.changedAt(),
				session.history(), enrolments));
	}

	private Received only(Person person) {
		List<Received> mails = mails(person);
		assertThat(mails).hasSize(1);
		return mails.getFirst();
	}

	/** An urgent mail may come in before one that was written earlier. */
	private Received offer(Person person) {
		return mails(person).stream()
			.filter((mail) -> mail.subject().startsWith("Er is een plaats voor u: "))
			.reduce((one, other) -> {
				throw new AssertionError("two offers");
			})
			.orElseThrow();
	}

	private List<Received> mails(Person person) {
		this.post.lookBack();
		return this.office.deliver(person.email());
	}

	private JsonNode read(List<byte[]> files) throws Exception {
		return CalendarReader.read(this.folder, files);
	}

}
