package nl.kundig.app.training;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import nl.kundig.app.DemoAccounts;
import nl.kundig.app.KundigTest;
import nl.kundig.app.PageClient;
import nl.kundig.app.training.MailTown.Person;
import nl.kundig.app.training.MailTown.Place;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What a calendar program gets that fetches somebody's sessions. */
@KundigTest
class FeedTests {

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private MailTown town;

	@Autowired
	private CalendarFeeds feeds;

	@Autowired
	private PeopleService people;

	@TempDir
	private Path folder;

	@Test
	void seatsAreSureOffersAreNotAndWhatIsGoneIsCancelled() throws Exception {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		Person bob = this.town.employee("Bob", place);
		SessionId session = this.town.session(place, 1);
		Enrolment held = this.town.apply(session, ann, place);
		this.town.apply(session, bob, place);
		assertThat(statuses(ann)).containsExactly("CONFIRMED", "CONFIRMED");
		assertThat(statuses(bob)).as("who waits has no appointment").isEmpty();
		this.town.withdraw(session, held, ann);
		assertThat(statuses(ann)).containsExactly("CANCELLED", "CANCELLED");
		assertThat(statuses(bob)).containsExactly("TENTATIVE", "TENTATIVE");
		this.town.move(session, place);
		assertThat(statuses(bob)).containsExactly("TENTATIVE");
		this.town.cancel(session, place);
		assertThat(statuses(bob)).isEmpty();
	}

	@Test
	void whoEnrolsAgainHasTheSessionOnce() throws Exception {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		SessionId session = this.town.session(place, 5);
		this.town.withdraw(session, this.town.apply(session, ann, place), ann);
		this.town.apply(session, ann, place);
		assertThat(statuses(ann)).containsExactly("CONFIRMED", "CONFIRMED");
	}

	@Test
	void anAddressThatIsRenewedOrWasNeverOneIsNotThere() {
		Person ann = this.town.employee("Ann", this.town.place(false));
		String old = "/agenda/" + this.feeds.feed(ann.learner()).secret() + ".ics";
		PageClient program = new PageClient(this.port, this.accounts);
		HttpResponse<String> feed = program.get(old);
		assertThat(feed.statusCode()).isEqualTo(200);
		assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
		assertThat(feed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		this.feeds.renew(ann.learner());
		assertThat(program.get(old).statusCode()).isEqualTo(404);
		for (String wrong : List.of("x", "0".repeat(40), "0".repeat(4000), "..", "%00")) {
			assertThat(program.get("/agenda/" + wrong + ".ics").statusCode()).as(wrong).isBetween(400, 404);
		}
	}

	@Test
	void whoHasNoRoleAndNothingToComeHasNoFeedAnyMore() {
		Place place = this.town.place(false);
		Person ann = this.town.employee("Ann", place);
		String feed = "/agenda/" + this.feeds.feed(ann.learner()).secret() + ".ics";
		this.town.apply(this.town.session(place, 5), ann, place);
		PageClient program = new PageClient(this.port, this.accounts);
		assertThat(program.get(feed).statusCode()).isEqualTo(200);
		RoleHeld held = this.people.learner(ann.learner()).orElseThrow().roles().getFirst();
		this.people.leaveRole(ann.learner(), held, held.from(), "test", "test");
		assertThat(program.get(feed).statusCode()).isEqualTo(404);
	}

	private List<String> statuses(Person person) throws Exception {
		String path = "/agenda/" + this.feeds.feed(person.learner()).secret() + ".ics";
		HttpResponse<String> feed = new PageClient(this.port, this.accounts).get(path);
		assertThat(feed.statusCode()).isEqualTo(200);
		JsonNode calendar = CalendarReader.read(this.folder, List.of(feed.body().getBytes(StandardCharsets.UTF_8)));
		return calendar.get("events").valueStream().map((event) -> event.get("status").asString()).toList();
	}

}
