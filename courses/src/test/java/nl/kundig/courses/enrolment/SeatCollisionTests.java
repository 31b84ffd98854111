package nl.kundig.courses.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import nl.kundig.courses.LargeCoursesTest;
import nl.kundig.courses.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred people want twenty seats while everything else happens to them as well. So
 * many rounds as {@code -Dkundig.seats.rounds} says.
 */
@LargeCoursesTest
@Import(SeatCollisionTests.Heard.class)
class SeatCollisionTests {

	private static final int ROUNDS = Integer.getInteger("kundig.seats.rounds", 2);

	@Autowired
	private Desk desk;

	@Autowired
	private EnrolmentService enrolments;

	@Autowired
	private Applicants applicants;

	@Autowired
	private AttendanceTeller teller;

	@Autowired
	private SeatExplainer explainer;

	@Autowired
	private DueWork dueWork;

	@Autowired
	private SeatOrdering ordering;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private Random ids;

	@Autowired
	private TestClock clock;

	@Autowired
	private Heard heard;

	/** Every step that was told, and how often. */
	static class Heard {

		private final Map<String, Integer> steps = new HashMap<>();

		@EventListener
		synchronized void on(EnrolmentChanged changed) {
			for (int i = 0; i < changed.changes().size(); i++) {
				this.steps.merge(changed.enrolment() + "#" + (changed.index() + i), 1, Integer::sum);
			}
		}

	}

	@BeforeEach
	void open() {
		this.desk.open();
	}

	@Test
	void noSeatIsGivenTwiceOnAnyRoad() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			collide("one node", new SeatMix(this.desk, round, this.enrolments));
		}
	}

	@Test
	void noSeatIsGivenTwiceByTwoNodesThatDoNotWaitForEachOther() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			collide("two nodes", new SeatMix(this.desk, 1000 + round, this.enrolments, anotherNode()));
		}
	}

	private void collide(String what, SeatMix mix) throws Exception {
		long start = System.nanoTime();
		mix.run();
		double seconds = (System.nanoTime() - start) / 1e9;
		TrainingSession session = mix.read();
		System.out.printf("%s: %.2f s, %d enrolments, %d placed, %d writes, refused %s%n", what, seconds,
				session.enrolments().size(), session.placed(), session.version(), mix.refusals());
		assertThat(SeatMix.check(session, TestClock.TODAY)).isEmpty();
		assertThat(session.seats(Desk.DAY.minusDays(1)).taken()).isEqualTo(SeatMix.SEATS);
		assertThat(everyStepOf(session)).allSatisfy((step) -> assertThat(this.heard.steps).containsEntry(step, 1));
		mix.acceptAll();
		assertThat(mix.read().placed()).isEqualTo(SeatMix.SEATS);
		assertThat(SeatMix.check(mix.read(), TestClock.TODAY)).isEmpty();
	}

	private static List<String> everyStepOf(TrainingSession session) {
		List<String> steps = new ArrayList<>();
		session.enrolments().forEach((enrolment) -> {
			for (int i = 0; i < enrolment.history().size(); i++) {
				steps.add(enrolment.id() + "#" + i);
			}
		});
		return steps;
	}

	/** Locks of its own: only the condition of the write stands between the two. */
	private EnrolmentService anotherNode() {
		return new EnrolmentService(new Sessions(this.mongo, this.ordering, this.events), this.applicants, this.teller,
				this.explainer, this.dueWork, this.ids, this.clock);
	}

}
