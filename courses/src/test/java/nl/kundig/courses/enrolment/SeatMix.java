package nl.kundig.courses.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import nl.kundig.courses.people.LearnerId;

/**
 * Everything that can happen to the seats of a session, all at once: sign-ups, additions,
 * approvals, withdrawals, answers to offers, and seats that go to colleagues. What it may
 * leave behind is checked by {@link #check}; nothing here knows of threads of the server.
 */
public class SeatMix {

	public static final int SEATS = 20;

	static final int SIGN_UPS = 200;

	static final int OTHERS = 20;

	private final Desk desk;

	/** The services of each node that takes part. */
	private final List<EnrolmentService> nodes;

	private final Random random;

	private final List<LearnerId> applicants = new ArrayList<>();

	private final List<LearnerId> added = new ArrayList<>();

	private final List<LearnerId> colleagues = new ArrayList<>();

	private final List<Enrolment> requested = new ArrayList<>();

	private final List<Enrolment> placed = new ArrayList<>();

	private final Map<EnrolmentRefused.Reason, AtomicInteger> refusals = new ConcurrentHashMap<>();

	private final SessionId session;

	private final LearnerId manager;

	/**
	 * A session with a few who have a seat and a few who wait for their manager, and
	 * everybody who will come.
	 */
	public SeatMix(Desk desk, long seed, EnrolmentService... nodes) {
		this.desk = desk;
		this.nodes = List.of(nodes);
		this.random = new Random(seed);
		this.session = desk.session(SEATS);
		this.manager = desk.manager("Mia", Desk.WATERKERK);
		for (int i = 0; i < SIGN_UPS; i++) {
			this.applicants.add(desk.employee("Applicant " + i, Desk.HOOGVELD));
		}
		for (int i = 0; i < OTHERS; i++) {
			this.added.add(desk.employee("Added " + i, Desk.HOOGVELD));
			this.colleagues.add(desk.employee("Colleague " + i, Desk.HOOGVELD));
			this.requested.add(desk.apply(this.session, desk.employee("Requester " + i, Desk.WATERKERK), this.manager));
		}
		for (int i = 0; i < OTHERS / 2; i++) {
			this.placed.add(desk.apply(this.session, desk.employee("Early " + i, Desk.HOOGVELD)));
		}
	}

	public SessionId session() {
		return this.session;
	}

	/** Every action, in a random order. */
	public List<Callable<Void>> actions() {
		List<Callable<Void>> actions = new ArrayList<>();
		this.applicants.forEach((learner) -> actions.add(signUp(learner)));
		// A double click: the same request twice is one.
		this.applicants.stream().limit(OTHERS).forEach((learner) -> actions.add(signUp(learner)));
		this.added.forEach((learner) -> actions.add(() -> tried(
				() -> node().add(this.session, Application.of(learner, Desk.HOOGVELD), Desk.OF_HOOGVELD, "Moet mee"))));
		this.requested.forEach((enrolment) -> actions
			.add(() -> tried(() -> node().approve(this.session, enrolment.id(), Actor.manager(this.manager)))));
		for (int i = 0; i < OTHERS; i++) {
			actions.add(this::withdrawSomebody);
			LearnerId colleague = this.colleagues.get(i);
			actions.add(() -> sendInstead(colleague));
			actions.add(this::answerAnOffer);
			actions.add(this::answerAnOffer);
		}
		Collections.shuffle(actions, this.random);
		return actions;
	}

	/** All of it, in threads that start together; fails when one of them fails. */
	public void run() throws Exception {
		List<Callable<Void>> actions = actions();
		CyclicBarrier together = new CyclicBarrier(actions.size());
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Void>> waiting = actions.stream().<Callable<Void>>map((action) -> () -> {
				together.await();
				return action.call();
			}).toList();
			for (Future<Void> done : executor.invokeAll(waiting)) {
				done.get();
			}
		}
	}

	/** Answers every offer with yes, until nobody is offered a seat any more. */
	public void acceptAll() {
		List<Enrolment> offered = read().in(EnrolmentState.OFFERED);
		while (!offered.isEmpty()) {
			offered.forEach(
					(enrolment) -> node().accept(this.session, enrolment.id(), Actor.learner(enrolment.learner())));
			offered = read().in(EnrolmentState.OFFERED);
		}
	}

	private Callable<Void> signUp(LearnerId learner) {
		return () -> tried(
				() -> node().apply(this.session, Application.of(learner, Desk.HOOGVELD), Actor.learner(learner)));
	}

	private Void withdrawSomebody() {
		return any(EnrolmentState.PLACED,
				(enrolment) -> node().withdraw(this.session, enrolment.id(), Actor.learner(enrolment.learner()), null));
	}

	private Void sendInstead(LearnerId colleague) {
		return any(EnrolmentState.PLACED, (enrolment) -> node().handSeatTo(this.session, enrolment.id(), colleague,
				null, Actor.learner(enrolment.learner())));
	}

	private Void answerAnOffer() {
		boolean yes = this.random.nextInt(4) > 0;
		return any(EnrolmentState.OFFERED, (enrolment) -> {
			Actor person = Actor.learner(enrolment.learner());
			return yes ? node().accept(this.session, enrolment.id(), person)
					: node().decline(this.session, enrolment.id(), this.random.nextBoolean(), person);
		});
	}

	private interface Answer {

		EnrolmentOutcome to(Enrolment enrolment);

	}

	private Void any(EnrolmentState state, Answer answer) {
		List<Enrolment> there = read().in(state);
		if (!there.isEmpty()) {
			Enrolment one = there.get(this.random.nextInt(there.size()));
			tried(() -> answer.to(one));
		}
		return null;
	}

	/** Somebody else may have been faster; that is refused, and is no failure. */
	private Void tried(Callable<EnrolmentOutcome> action) {
		try {
			action.call();
		}
		catch (EnrolmentRefused ex) {
			this.refusals.computeIfAbsent(ex.reason(), (first) -> new AtomicInteger()).incrementAndGet();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return null;
	}

	private EnrolmentService node() {
		return this.nodes.get(this.random.nextInt(this.nodes.size()));
	}

	public TrainingSession read() {
		return this.nodes.getFirst().session(this.session).orElseThrow();
	}

	/** How often what was refused. */
	public Map<EnrolmentRefused.Reason, AtomicInteger> refusals() {
		return this.refusals;
	}

	/** What is wrong with the session on that day; nothing, if all is well. */
	public static List<String> check(TrainingSession session, LocalDate day) {
		List<String> wrong = new ArrayList<>();
		long held = session.enrolments().stream().filter(Enrolment::holdsSeat).count();
		if (held > session.plan().terms().capacity()) {
			wrong.add(held + " seats are taken");
		}
		Set<LearnerId> open = new HashSet<>();
		for (Enrolment enrolment : session.enrolments()) {
			if (enrolment.isOpen() && !open.add(enrolment.learner())) {
				wrong.add("twice: " + enrolment);
			}
			boolean seat = enrolment.state().isPlaced() || enrolment.state().isAfterwards()
					|| enrolment.state() == EnrolmentState.OFFERED;
			if (seat != enrolment.holdsSeat() && enrolment.state() != EnrolmentState.REQUESTED) {
				wrong.add("seat and state differ: " + enrolment);
			}
			checkHistory(enrolment, wrong);
		}
		Seats seats = session.seats(day);
		boolean left = session.in(EnrolmentState.WAITING)
			.stream()
			.anyMatch((enrolment) -> enrolment.skipped() < session.freed()
					&& seats.freeFor(enrolment.municipality()) > 0);
		if (left) {
			wrong.add("a seat is free and somebody waits for it");
		}
		return wrong;
	}

	/** Every step is one that can be, and every seat says how it came. */
	private static void checkHistory(Enrolment enrolment, List<String> wrong) {
		StateChange before = null;
		for (StateChange change : enrolment.history()) {
			if (before == null ? change.state() != EnrolmentState.REQUESTED
					: !Transitions.isAllowed(before.state(), change.state(), change.by().kind())) {
				wrong.add("cannot be: " + before + " then " + change);
			}
			boolean seat = change.state() == EnrolmentState.PLACED || change.state() == EnrolmentState.OFFERED;
			Placing placing = change.placing();
			if (seat && placing == null) {
				wrong.add("a seat from nowhere: " + change);
			}
			if (change.state() == EnrolmentState.OFFERED
					&& (placing == null || placing.score() == null || placing.rank() < 1)) {
				wrong.add("an offer without an order: " + change);
			}
			before = change;
		}
	}

}
