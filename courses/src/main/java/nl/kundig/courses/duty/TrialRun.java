package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.ToIntBiFunction;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.duty.DutyStanding.State;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would do ("proefdraaien"). Nothing is stored.
 *
 * @param gained duties that people would get
 * @param lost duties that would end
 * @param moved duties that would be due on another day
 * @param lapsing certificates that are valid and would not be
 * @param minutesNow self-study that is open now, in minutes
 * @param minutesThen self-study that would be open
 * @param seatsNow seats in trainings that are needed in each of twelve months, by
 * training
 * @param seatsThen seats that would be needed
 * @param fingerprint the hash of all this: who activates a draft says which outcome was
 * seen
 */
public record TrialRun(int learners, List<Change> gained, List<Change> lost, List<Change> moved, List<Change> lapsing,
		long minutesNow, long minutesThen, Map<YearMonth, Map<String, Integer>> seatsNow,
		Map<YearMonth, Map<String, Integer>> seatsThen, String fingerprint) {

	private static final int MONTHS = 12;

	/**
	 * Something that changes for somebody, in the role that asks it most strictly.
	 */
	public record Change(LearnerId learner, CurriculumId curriculum, MunicipalityId municipality, LearnerRole role,
			@Nullable UnitId unit, @Nullable LocalDate before, @Nullable LocalDate after) {

		static Change of(LearnerId learner, DutyStanding duty, @Nullable LocalDate before, @Nullable LocalDate after) {
			Reason reason = duty.reasons().getFirst();
			return new Change(learner, duty.curriculum(), reason.municipality(), reason.role(), reason.unit(), before,
					after);
		}

	}

	/** What is found of one learner. */
	private record Found(List<Change> gained, List<Change> lost, List<Change> moved, List<Change> lapsing,
			long minutesNow, long minutesThen, Map<YearMonth, Map<String, Integer>> seatsNow,
			Map<YearMonth, Map<String, Integer>> seatsThen) {

		static final Found NOTHING = new Found(List.of(), List.of(), List.of(), List.of(), 0, 0, Map.of(), Map.of());

		Found plus(Found other) {
			return new Found(both(this.gained, other.gained), both(this.lost, other.lost),
					both(this.moved, other.moved), both(this.lapsing, other.lapsing),
					this.minutesNow + other.minutesNow, this.minutesThen + other.minutesThen,
					sum(this.seatsNow, other.seatsNow), sum(this.seatsThen, other.seatsThen));
		}

		private static List<Change> both(List<Change> one, List<Change> other) {
			if (one.isEmpty() || other.isEmpty()) {
				return one.isEmpty() ? other : one;
			}
			// The left one is nobody else's any more: adding to it is not quadratic.
			List<Change> both = (one instanceof ArrayList<Change> own) ? own : new ArrayList<>(one);
			both.addAll(other);
			return both;
		}

		private static Map<YearMonth, Map<String, Integer>> sum(Map<YearMonth, Map<String, Integer>> one,
				Map<YearMonth, Map<String, Integer>> other) {
			if (one.isEmpty() || other.isEmpty()) {
				return one.isEmpty() ? other : one;
			}
			other.forEach((month, trainings) -> trainings
				.forEach((training, count) -> one.computeIfAbsent(month, (missing) -> new TreeMap<>())
					.merge(training, count, Integer::sum)));
			return one;
		}

	}

	/**
	 * Looks at everybody twice: as it is and as it would be.
	 * @param minutes what a requirement takes somebody with a role, when the curriculum
	 * does not say
	 * @param progress told how many learners were looked at
	 */
	public static TrialRun of(Collection<History> histories, Policy policy, Draft draft, LocalDate day,
			ToIntBiFunction<CurriculumRequirement, LearnerRole> minutes, IntConsumer progress) {
		Policy then = draft.apply(policy);
		AtomicInteger done = new AtomicInteger();
		Found all = histories.parallelStream().map((history) -> {
			Found found = look(history, policy, draft.apply(history, day), then, day, minutes);
			progress.accept(done.incrementAndGet());
			return found;
		}).reduce(Found.NOTHING, Found::plus);
		Comparator<Change> order = Comparator.comparing((Change change) -> change.learner().value())
			.thenComparing((change) -> change.curriculum().value());
		List<Change> gained = all.gained().stream().sorted(order).toList();
		List<Change> lost = all.lost().stream().sorted(order).toList();
		List<Change> moved = all.moved().stream().sorted(order).toList();
		List<Change> lapsing = all.lapsing().stream().sorted(order).toList();
		String fingerprint = ContentHash.of(histories.size(), gained, lost, moved, lapsing, all.minutesNow(),
				all.minutesThen(), all.seatsNow().toString(), all.seatsThen().toString());
		return new TrialRun(histories.size(), gained, lost, moved, lapsing, all.minutesNow(), all.minutesThen(),
				all.seatsNow(), all.seatsThen(), fingerprint);
	}

	private static Found look(History now, Policy policy, History then, Policy drafted, LocalDate day,
			ToIntBiFunction<CurriculumRequirement, LearnerRole> minutes) {
		Standing before = Standing.of(now, policy, day);
		Standing after = Standing.of(then, drafted, day);
		List<Change> gained = new ArrayList<>();
		List<Change> lost = new ArrayList<>();
		List<Change> moved = new ArrayList<>();
		List<Change> lapsing = new ArrayList<>();
		for (DutyStanding duty : after.duties()) {
			DutyStanding old = before.duty(duty.curriculum()).orElse(null);
			if (isHeld(duty) && !isHeld(old)) {
				gained.add(Change.of(after.learner(), duty, null, duty.dueOn()));
			}
		}
		for (DutyStanding duty : before.duties()) {
			DutyStanding changed = after.duty(duty.curriculum()).orElse(null);
			if (isHeld(duty) && !isHeld(changed)) {
				lost.add(Change.of(before.learner(), duty, duty.dueOn(), null));
			}
			if (isHeld(duty) && changed != null && isHeld(changed)) {
				if (!Objects.equals(duty.dueOn(), changed.dueOn())) {
					moved.add(Change.of(before.learner(), duty, duty.dueOn(), changed.dueOn()));
				}
				if (duty.isValidOn(day) && !changed.isValidOn(day)) {
					lapsing.add(Change.of(before.learner(), duty, duty.latest().map(Cycle::lastDay).orElse(null),
							changed.latest().map(Cycle::lastDay).orElse(null)));
				}
			}
		}
		return new Found(gained, lost, moved, lapsing, minutes(before, minutes), minutes(after, minutes),
				seats(now, policy, before, day), seats(then, drafted, after, day));
	}

	private static boolean isHeld(@Nullable DutyStanding duty) {
		return duty != null && duty.state() != State.ENDED;
	}

	private static boolean isOpen(DutyStanding duty) {
		return switch (duty.state()) {
			case NOT_STARTED, BUSY, DUE_SOON, OVERDUE, LAPSED -> true;
			case COMPLETE, EXEMPT, NOT_APPLICABLE, ENDED -> false;
		};
	}

	private static long minutes(Standing standing, ToIntBiFunction<CurriculumRequirement, LearnerRole> minutes) {
		long sum = 0;
		for (DutyStanding duty : standing.duties()) {
			if (isOpen(duty)) {
				LearnerRole role = duty.reasons().getFirst().role();
				for (LeafStanding leaf : open(duty)) {
					if (!(leaf.requirement() instanceof AttendTraining)) {
						sum += (leaf.minutes() > 0) ? leaf.minutes() : minutes.applyAsInt(leaf.requirement(), role);
					}
				}
			}
		}
		return sum;
	}

	private static List<LeafStanding> open(DutyStanding duty) {
		return duty.leaves()
			.stream()
			.filter((leaf) -> leaf.required()
					&& (leaf.state() == LeafStanding.State.OPEN || leaf.state() == LeafStanding.State.WAITING))
			.toList();
	}

	/**
	 * A seat is needed in the month in which what is open is due; at once when that is
	 * past. Whoever is then supposed to have done all of it needs the next one when that
	 * certificate ends, so a short period asks for more than one in a year.
	 */
	private static Map<YearMonth, Map<String, Integer>> seats(History history, Policy policy, Standing standing,
			LocalDate day) {
		Map<YearMonth, Map<String, Integer>> seats = new TreeMap<>();
		LocalDate end = day.plusMonths(MONTHS);
		for (DutyStanding duty : standing.duties()) {
			if (asksTraining(duty, policy)) {
				addSeats(history, policy, duty, day, end, seats);
			}
		}
		return seats;
	}

	private static boolean asksTraining(DutyStanding duty, Policy policy) {
		return policy.version(duty.version())
			.stream()
			.flatMap(Curriculum::trees)
			.flatMap(CurriculumPart::leaves)
			.anyMatch((leaf) -> leaf.requirement() instanceof AttendTraining);
	}

	private static void addSeats(History history, Policy policy, DutyStanding now, LocalDate day, LocalDate end,
			Map<YearMonth, Map<String, Integer>> seats) {
		History supposed = history;
		DutyStanding duty = now;
		LocalDate at = day;
		while (duty.dueOn() != null && duty.dueOn().isBefore(end)) {
			LocalDate by = Reasons.later(at, duty.dueOn());
			if (!isOpen(duty)) {
				// What the renewal asks shows on the day the certificate ends.
				duty = Standing.of(supposed, policy, by).duty(now.curriculum()).orElse(duty);
			}
			if (!isOpen(duty)) {
				return;
			}
			addSeats(duty, by, seats);
			if (!earliestEnd(duty, policy, by).isBefore(end)) {
				return;
			}
			supposed = supposing(supposed, duty, by);
			at = by.plusDays(1);
			duty = Standing.of(supposed, policy, at).duty(now.curriculum()).orElse(duty);
			if (isOpen(duty)) {
				return;
			}
		}
	}

	/** No certificate that is completed on that day can end before this; it may later. */
	private static LocalDate earliestEnd(DutyStanding duty, Policy policy, LocalDate by) {
		Validity validity = policy.version(duty.version()).orElseThrow().validity();
		// Who is late goes on in the old rhythm, and a fixed day may come soon.
		boolean late = duty.latest()
			.filter((cycle) -> by.isAfter(cycle.lastDay()) && !by.isAfter(cycle.graceEnds()))
			.isPresent();
		boolean soon = late || validity.basis() instanceof ValidityBasis.FixedDay;
		return soon ? by : by.plus(validity.period()).minusDays(1);
	}

	private static History supposing(History history, DutyStanding duty, LocalDate day) {
		List<Fact> facts = new ArrayList<>(history.facts());
		for (LeafStanding leaf : open(duty)) {
			facts.add(Fact.achieved(history.learner().id(), leaf.requirement(), "supposed on " + day, day,
					Instant.EPOCH));
		}
		return new History(history.learner(), facts, history.pins());
	}

	private static void addSeats(DutyStanding duty, LocalDate by, Map<YearMonth, Map<String, Integer>> seats) {
		for (LeafStanding leaf : open(duty)) {
			if (leaf.requirement() instanceof AttendTraining(var training)) {
				seats.computeIfAbsent(YearMonth.from(by), (missing) -> new TreeMap<>())
					.merge(training.value(), 1, Integer::sum);
			}
		}
	}

}
