package nl.kundig.courses.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random lives of a session, each step compared with {@link ReferenceSeats}; a failure
 * names its seed.
 */
class SeatsReferenceTests {

	private static final int LIVES = Integer.getInteger("kundig.seats.lives", 400);

	private static final int STEPS = 80;

	private static final LocalDate DAY = TestClock.TODAY.plusDays(40);

	private static final List<MunicipalityId> MUNICIPALITIES = List.of(Desk.HOOGVELD, Desk.WATERKERK, Desk.ELSEWHERE);

	private static final RegionRules RULES = new RegionRules(Desk.REGION, Weights.PRESET, 3, false, "", Instant.EPOCH);

	private enum Step {

		APPLY, ADD_BY_REGION, WITHDRAW, ACCEPT, DECLINE, SWAP, CHANGE, WAIT

	}

	@Test
	void everySeatIsWhereTheSlowWayPutsIt() {
		Map<Step, Integer> done = new EnumMap<>(Step.class);
		for (long seed = 0; seed < LIVES; seed++) {
			new Life(seed).live(done);
		}
		assertThat(done).as("each step happened often").containsOnlyKeys(Step.values());
		assertThat(done.values()).allMatch((times) -> times > LIVES);
	}

	/** One session from planning to start. */
	private static final class Life {

		private final long seed;

		private final Random random;

		private final Map<LearnerId, UrgencyFacts> facts = new HashMap<>();

		private final Map<LearnerId, String> home = new HashMap<>();

		private final List<LearnerId> people = new ArrayList<>();

		private final ReferenceSeats reference;

		private Instant now = TestClock.START;

		private int ids;

		private TrainingSession session;

		Life(long seed) {
			this.seed = seed;
			this.random = new Random(seed);
			for (int i = 0; i < 14; i++) {
				LearnerId learner = new LearnerId("p" + i);
				this.people.add(learner);
				this.home.put(learner, MUNICIPALITIES.get(this.random.nextInt(3)).value());
				this.facts.put(learner, new UrgencyFacts(this.random.nextBoolean() ? DAY : null, this.random.nextInt(3),
						2 + this.random.nextInt(2), this.random.nextBoolean()));
			}
			SessionTerms terms = terms(2 + this.random.nextInt(5), 0);
			this.session = new TrainingSession(new SessionId("s"), 1, Desk.ROR, Owner.of(Desk.REGION),
					Desk.plan(DAY, terms), DAY, TrainingSession.State.PLANNED, 0, "seed" + seed, false, 0, true, null,
					this.now, List.of(), List.of());
			this.reference = new ReferenceSeats(terms, this.session.seed(), this.session.startsAt(), this.facts,
					this.home);
		}

		/** Parts that leave room for everybody who sits outside of them. */
		private SessionTerms terms(int capacity, int taken) {
			int left = capacity - taken;
			List<Quota> quotas = new ArrayList<>();
			for (MunicipalityId municipality : MUNICIPALITIES) {
				int seats = (left > 0) ? this.random.nextInt(left + 1) / 2 : 0;
				if (seats > 0) {
					quotas.add(new Quota(municipality, seats));
					left -= seats;
				}
			}
			int reserve = (left > 0 && this.random.nextInt(3) == 0) ? 1 : 0;
			return new SessionTerms("", capacity, null, 0, DAY, quotas, quotas.isEmpty() ? null : DAY.minusDays(20),
					reserve);
		}

		void live(Map<Step, Integer> done) {
			for (int i = 0; i < STEPS; i++) {
				Step step = Step.values()[this.random.nextInt(Step.values().length)];
				if (take(step)) {
					done.merge(step, 1, Integer::sum);
				}
				String where = "seed " + this.seed + ", step " + i + " " + step;
				assertThat(ReferenceSeats.picture(this.session)).as(where).isEqualTo(this.reference.picture());
				assertThat(SeatMix.check(this.session, LocalDate.ofInstant(this.now, PeopleService.ZONE))).as(where)
					.isEmpty();
				checkQuotas(where);
			}
		}

		private void checkQuotas(String where) {
			for (Enrolment enrolment : this.session.enrolments()) {
				Pool pool = enrolment.pool();
				assertThat(pool == null || pool.kind() == Pool.Kind.RESERVE || pool.isOpenTo(enrolment.municipality()))
					.as(where)
					.isTrue();
			}
		}

		private boolean take(Step step) {
			Roll roll = new Roll(this.session, circumstances());
			boolean taken = switch (step) {
				case APPLY -> apply(roll, false);
				case ADD_BY_REGION -> apply(roll, true);
				case WITHDRAW -> withdraw(roll);
				case ACCEPT -> accept(roll);
				case DECLINE -> decline(roll);
				case SWAP -> swap(roll);
				case CHANGE -> change(roll);
				case WAIT -> waitAWhile();
			};
			this.session = (step == Step.WAIT) ? new Roll(this.session, circumstances()).session() : roll.session();
			this.reference.tick(this.now);
			return taken;
		}

		private boolean apply(Roll roll, boolean byRegion) {
			LearnerId learner = this.people.get(this.random.nextInt(this.people.size()));
			boolean again = this.session.enrolments()
				.stream()
				.filter((one) -> one.learner().equals(learner))
				.count() > 4;
			if (roll.session().openOf(learner).isPresent() || again) {
				return false;
			}
			EnrolmentId id = new EnrolmentId("e" + this.ids++);
			Application application = application(learner);
			if (byRegion) {
				new SeatRequests(roll).add(id, application, Desk.REGIONAL, "Nodig");
			}
			else {
				new SeatRequests(roll).apply(id, application, false, Actor.learner(learner));
			}
			this.reference.apply(id, learner, this.now, byRegion);
			return true;
		}

		private boolean withdraw(Roll roll) {
			Optional<Enrolment> one = any(roll, EnrolmentState.PLACED, EnrolmentState.WAITING, EnrolmentState.OFFERED);
			one.ifPresent((enrolment) -> {
				new SeatRequests(roll).withdraw(enrolment.id(), Actor.learner(enrolment.learner()), null);
				this.reference.withdraw(enrolment.learner(), this.now);
			});
			return one.isPresent();
		}

		private boolean accept(Roll roll) {
			Optional<Enrolment> one = any(roll, EnrolmentState.OFFERED);
			one.ifPresent((enrolment) -> {
				new SeatRequests(roll).accept(enrolment.id(), Actor.learner(enrolment.learner()));
				this.reference.accept(enrolment.learner(), this.now);
			});
			return one.isPresent();
		}

		private boolean decline(Roll roll) {
			Optional<Enrolment> one = any(roll, EnrolmentState.OFFERED);
			boolean stay = this.random.nextBoolean();
			one.ifPresent((enrolment) -> {
				new SeatRequests(roll).decline(enrolment.id(), stay, Actor.learner(enrolment.learner()));
				this.reference.decline(enrolment.learner(), stay, this.now);
			});
			return one.isPresent();
		}

		private boolean swap(Roll roll) {
			Enrolment holder = any(roll, EnrolmentState.PLACED).orElse(null);
			if (holder == null) {
				return false;
			}
			LearnerId colleague = this.people.stream()
				.filter((learner) -> holder.municipality().value().equals(this.home.get(learner)))
				.filter((learner) -> roll.session().openOf(learner).filter(Enrolment::holdsSeat).isEmpty())
				.filter((learner) -> this.session.enrolments()
					.stream()
					.filter((one) -> one.learner().equals(learner))
					.count() < 5)
				.findFirst()
				.orElse(null);
			if (colleague == null) {
				return false;
			}
			EnrolmentId id = new EnrolmentId("e" + this.ids++);
			new SeatSwap(roll).hand(holder.id(), id, application(colleague), false, Actor.learner(holder.learner()));
			this.reference.swap(holder.learner(), id, colleague, this.now);
			return true;
		}

		private boolean change(Roll roll) {
			if (!this.now.isBefore(this.session.startsAt())) {
				return false;
			}
			int taken = roll.session().seats(DAY).taken();
			SessionTerms terms = terms(Math.max(1, taken + this.random.nextInt(4)), taken);
			LocalDate release = roll.session().plan().terms().releaseOn();
			SessionTerms same = terms.withDays(DAY,
					terms.quotas().isEmpty() ? null : (release != null) ? release : terms.releaseOn());
			if (same.equals(roll.session().plan().terms()) || (release == null) != (same.releaseOn() == null)) {
				return false;
			}
			roll.replan(Desk.plan(DAY, same),
					new SessionChange(SessionChange.Kind.CHANGED, this.now, Desk.REGIONAL, null));
			this.reference.change(same, this.now);
			return true;
		}

		private boolean waitAWhile() {
			Instant later = this.now.plus(Duration.ofHours(this.random.nextInt(40)));
			// The start is a story of its own.
			if (!later.isBefore(this.session.startsAt())) {
				return false;
			}
			this.now = later;
			return true;
		}

		private Optional<Enrolment> any(Roll roll, EnrolmentState... states) {
			List<Enrolment> there = roll.session()
				.enrolments()
				.stream()
				.filter((enrolment) -> List.of(states).contains(enrolment.state()))
				.toList();
			return there.isEmpty() ? Optional.empty() : Optional.of(there.get(this.random.nextInt(there.size())));
		}

		private Application application(LearnerId learner) {
			return Application.of(learner, new MunicipalityId(this.home.getOrDefault(learner, "")));
		}

		private Circumstances circumstances() {
			Instant at = this.now;
			return new Circumstances() {

				@Override
				public Instant now() {
					return at;
				}

				@Override
				public RegionRules rules(TrainingSession of) {
					return RULES;
				}

				@Override
				public List<Ranked> order(TrainingSession of, Collection<Enrolment> waiting) {
					return new SeatOrder(Weights.PRESET, Life.this.facts, (municipality) -> null).of(waiting, of.seed(),
							at);
				}

			};
		}

	}

}
