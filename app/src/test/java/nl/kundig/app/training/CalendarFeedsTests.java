package nl.kundig.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.kundig.app.KundigTest;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class CalendarFeedsTests {

	private final LearnerId learner = new LearnerId(UUID.randomUUID().toString());

	@Autowired
	private CalendarFeeds feeds;

	@Test
	void everybodyHasOneAddressThatStays() {
		assertThat(this.feeds.known(this.learner)).isEmpty();
		CalendarFeed feed = this.feeds.feed(this.learner);
		assertThat(feed.secret()).matches("[0-9a-f]{40}");
		assertThat(this.feeds.feed(this.learner)).isEqualTo(this.feeds.known(this.learner).orElseThrow());
		assertThat(this.feeds.feed(this.learner).secret()).isEqualTo(feed.secret());
		assertThat(this.feeds.owner(feed.secret())).contains(this.learner);
		LearnerId other = new LearnerId(UUID.randomUUID().toString());
		assertThat(this.feeds.feed(other).secret()).isNotEqualTo(feed.secret());
	}

	@Test
	void oldAddressIsDeadAtOnceWhenRenewed() {
		CalendarFeed before = this.feeds.feed(this.learner);
		CalendarFeed after = this.feeds.renew(this.learner);
		assertThat(this.feeds.owner(before.secret())).isEmpty();
		assertThat(this.feeds.owner(after.secret())).contains(this.learner);
		assertThat(this.feeds.feed(this.learner).secret()).isEqualTo(after.secret());
		assertThat(after.renewedAt()).isAfterOrEqualTo(after.createdAt());
	}

	@Test
	void whatIsNoSecretIsNobodys() {
		for (String typed : List.of("", "x", "0".repeat(40), "{$ne: null}", "F".repeat(40), "0".repeat(100_000))) {
			assertThat(this.feeds.owner(typed)).isEmpty();
		}
	}

	@Test
	void secretIsNotInALog() {
		CalendarFeed feed = this.feeds.feed(this.learner);
		assertThat(feed.toString()).doesNotContain(feed.secret());
	}

	@Test
	void askingManyTimesAtOnceGivesOneAddress() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		List<Future<String>> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 50; i++) {
				answers.add(threads.submit(() -> {
					go.await();
					return this.feeds.feed(this.learner).secret();
				}));
			}
			go.countDown();
			String secret = this.feeds.feed(this.learner).secret();
			for (Future<String> answer : answers) {
				assertThat(answer.get()).isEqualTo(secret);
			}
		}
	}

}
