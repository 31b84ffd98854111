package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

/**
 * Who has which seat, found out the slow way: with chairs in a row that carry a label,
 * and looking at everybody again for every chair.
 */
final class ReferenceSeats {

	private final Map<LearnerId, UrgencyFacts> facts;

	private final Map<LearnerId, String> municipalities;

	private final String seed;

	private final Instant start;

	private SessionTerms terms;

	private boolean released;

	private int freed;

	private final List<Person> people = new ArrayList<>();

	/** Somebody on the session; a seat is the label of a chair, or "". */
	private static final class Person {

		final EnrolmentId id;

		final LearnerId learner;

		final Instant applied;

		String state = "WAITING";

		String seat = "";

		@Nullable Instant until;

		int skipped = -1;

		Person(EnrolmentId id, LearnerId learner, Instant applied) {
			this.id = id;
			this.learner = learner;
			this.applied = applied;
		}

		void leave(String why) {
			this.state = why;
			this.seat = "";
			this.until = null;
		}

	}

	ReferenceSeats(SessionTerms terms, String seed, Instant start, Map<LearnerId, UrgencyFacts> facts,
			Map<LearnerId, String> municipalities) {
		this.terms = terms;
		this.seed = seed;
		this.start = start;
		this.facts = facts;
		this.municipalities = municipalities;
	}

	private static LocalDate day(Instant now) {
		return LocalDate.ofInstant(now, PeopleService.ZONE);
	}

	/** The labels of the chairs that nobody sits on. */
	private List<String> freeChairs(Instant now) {
		List<String> chairs = new ArrayList<>();
		LocalDate release = this.terms.releaseOn();
		boolean kept = release == null || day(now).isBefore(release);
		for (Quota quota : this.terms.quotas()) {
			for (int i = 0; i < quota.seats() && kept; i++) {
				chairs.add(quota.municipality().value());
			}
		}
		for (int i = 0; i < this.terms.reserve(); i++) {
			chairs.add("reserve");
		}
		while (chairs.size() < this.terms.capacity()) {
			chairs.add("all");
		}
		List<String> standing = new ArrayList<>();
		for (Person person : this.people) {
			if (!person.seat.isEmpty() && !chairs.remove(person.seat)) {
				standing.add(person.seat);
			}
		}
		// Whose chair was relabelled sits on one of everybody's; else on any.
		for (String without : standing) {
			if (!chairs.remove("all")) {
				throw new IllegalStateException("nowhere to sit: " + without);
			}
		}
		return chairs;
	}

	private String chairFor(LearnerId learner, Instant now) {
		List<String> chairs = freeChairs(now);
		String own = this.municipalities.getOrDefault(learner, "");
		return chairs.contains(own) ? own : chairs.contains("all") ? "all" : "";
	}

	private Person open(LearnerId learner) {
		return this.people.stream()
			.filter((person) -> person.learner.equals(learner) && !person.state.equals("GONE"))
			.findFirst()
			.orElseThrow();
	}

	void apply(EnrolmentId id, LearnerId learner, Instant now, boolean byRegion) {
		tick(now);
		Person person = new Person(id, learner, now);
		String chair = (byRegion && freeChairs(now).contains("reserve")) ? "reserve" : chairFor(learner, now);
		this.people.add(person);
		if (!chair.isEmpty()) {
			person.state = "PLACED";
			person.seat = chair;
		}
	}

	void withdraw(LearnerId learner, Instant now) {
		tick(now);
		Person person = open(learner);
		if (person.state.equals("PLACED")) {
			this.freed++;
		}
		person.leave("GONE");
		tick(now);
	}

	void accept(LearnerId learner, Instant now) {
		tick(now);
		Person person = open(learner);
		person.state = "PLACED";
		person.until = null;
	}

	void decline(LearnerId learner, boolean stay, Instant now) {
		tick(now);
		Person person = open(learner);
		person.leave(stay ? "WAITING" : "GONE");
		person.skipped = this.freed;
		tick(now);
	}

	void swap(LearnerId holder, EnrolmentId id, LearnerId colleague, Instant now) {
		tick(now);
		Person from = open(holder);
		Person to = this.people.stream()
			.filter((person) -> person.learner.equals(colleague) && !person.state.equals("GONE"))
			.findFirst()
			.orElseGet(() -> new Person(id, colleague, now));
		if (!this.people.contains(to)) {
			this.people.add(to);
		}
		to.state = "PLACED";
		to.seat = from.seat;
		from.leave("GONE");
		tick(now);
	}

	void change(SessionTerms to, Instant now) {
		tick(now);
		if (!to.hasSameSeats(this.terms)) {
			this.freed++;
		}
		this.terms = to;
		tick(now);
	}

	/** What the clock does. */
	void tick(Instant now) {
		for (Person person : this.people) {
			if (person.until != null && !now.isBefore(person.until)) {
				person.leave("WAITING");
				person.skipped = this.freed;
			}
		}
		LocalDate release = this.terms.releaseOn();
		if (!this.released && release != null && !day(now).isBefore(release)) {
			this.released = true;
			this.freed++;
		}
		if (!now.isBefore(this.start)) {
			this.people.stream()
				.filter((person) -> person.state.equals("WAITING"))
				.forEach((person) -> person.leave("GONE"));
			return;
		}
		Person next = best(now);
		while (next != null) {
			next.seat = chairFor(next.learner, now);
			next.state = "OFFERED";
			next.until = OfferDeadline.of(now, this.start, 3);
			next = best(now);
		}
	}

	private @Nullable Person best(Instant now) {
		return this.people.stream()
			.filter((person) -> person.state.equals("WAITING") && person.skipped < this.freed)
			.filter((person) -> !chairFor(person.learner, now).isEmpty())
			.min(Comparator.comparing((Person person) -> -points(person, now))
				.thenComparing((person) -> SeatOrder.lot(this.seed, person.id)))
			.orElse(null);
	}

	/** In thousandths; no session of this training comes after this one. */
	private long points(Person person, Instant now) {
		UrgencyFacts known = this.facts.getOrDefault(person.learner, UrgencyFacts.NONE);
		long waited = Math.min(30, ChronoUnit.DAYS.between(day(person.applied), day(now)));
		long points = (known.dueOn() != null) ? 40_000 : 0;
		points += (known.ofUnit() > 0) ? 30 * (1000L * known.lacking() / known.ofUnit()) : 0;
		points += known.attendedBefore() ? 0 : 20_000;
		return points + 10 * (1000 * waited / 30);
	}

	/** Everybody who is still on the session, with state and seat. */
	Map<String, String> picture() {
		Map<String, String> picture = new TreeMap<>();
		this.people.stream()
			.filter((person) -> !person.state.equals("GONE"))
			.forEach((person) -> picture.put(person.learner.value(), person.state + " " + person.seat));
		return picture;
	}

	/** The same of the session that is tested. */
	static Map<String, String> picture(TrainingSession session) {
		Map<String, String> picture = new TreeMap<>();
		session.enrolments().stream().filter(Enrolment::isOpen).forEach((enrolment) -> {
			Pool pool = enrolment.pool();
			String seat = (pool == null) ? "" : switch (pool.kind()) {
				case GENERAL -> "all";
				case RESERVE -> "reserve";
				case QUOTA -> String.valueOf(pool.municipality());
			};
			picture.put(enrolment.learner().value(), enrolment.state() + " " + seat);
		});
		return picture;
	}

}
