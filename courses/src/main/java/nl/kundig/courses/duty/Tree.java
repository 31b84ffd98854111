package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.duty.Evidence.Candidate;
import nl.kundig.courses.duty.Evidence.Release;
import org.jspecify.annotations.Nullable;

/**
 * Tells since when a part of a curriculum is met. The answers are days, so that sets need
 * only compare: what is not needed comes before all days, what passes without being done
 * comes after that, what is open comes after all days.
 */
final class Tree {

	static final LocalDate NOT_NEEDED = LocalDate.MIN;

	static final LocalDate PASSES = LocalDate.MIN.plusDays(1);

	static final LocalDate OPEN = LocalDate.MAX;

	private static final int MINUTES = 60;

	private final Evidence evidence;

	private final Certificates certificates;

	/** The times of another curriculum's certificates. */
	interface Certificates {

		List<Cycle> of(CurriculumId curriculum);

	}

	Tree(Evidence evidence, Certificates certificates) {
		this.evidence = evidence;
		this.certificates = certificates;
	}

	static boolean isDay(LocalDate answer) {
		return answer.isAfter(PASSES) && answer.isBefore(OPEN);
	}

	LocalDate metOn(Phase phase) {
		return metOn(phase.tree(), phase.since(), phase);
	}

	private LocalDate metOn(CurriculumPart part, LocalDate since, Phase phase) {
		return switch (part) {
			case CurriculumPart.Leaf leaf -> leaf(leaf, since, phase).answer();
			case CurriculumPart.All all -> {
				LocalDate answer = NOT_NEEDED;
				for (CurriculumPart child : all.parts()) {
					answer = Reasons.later(answer, metOn(child, since, phase));
				}
				yield answer;
			}
			case CurriculumPart.AllInOrder all -> {
				LocalDate answer = NOT_NEEDED;
				LocalDate from = since;
				for (CurriculumPart child : all.parts()) {
					LocalDate met = metOn(child, from, phase);
					answer = Reasons.later(answer, met);
					from = isDay(met) ? Reasons.later(from, met) : from;
				}
				yield answer;
			}
			case CurriculumPart.AtLeast some -> {
				List<LocalDate> answers = new ArrayList<>(some.parts().size());
				for (CurriculumPart child : some.parts()) {
					LocalDate met = metOn(child, since, phase);
					if (!met.equals(NOT_NEEDED)) {
						answers.add(met);
					}
				}
				answers.sort(null);
				// Nobody can do more of them than there are left.
				yield answers.isEmpty() ? NOT_NEEDED : answers.get(Math.min(some.least(), answers.size()) - 1);
			}
			case CurriculumPart.OptionalSet offered -> NOT_NEEDED;
		};
	}

	/** An answer about a leaf, with what it rests on. */
	private record Met(LocalDate answer, LeafStanding.State state, @Nullable String fact,
			@Nullable String equivalence) {
	}

	private Met leaf(CurriculumPart.Leaf leaf, LocalDate since, Phase phase) {
		if (!leaf.isFor(phase.roles())) {
			return new Met(NOT_NEEDED, LeafStanding.State.OTHER_ROLE, null, null);
		}
		Release off = Evidence.on(this.evidence.notApplicable(leaf.requirement()), phase.day());
		if (off != null) {
			return new Met(NOT_NEEDED, LeafStanding.State.NOT_APPLICABLE, off.fact().id(), null);
		}
		Met best = null;
		Candidate candidate = candidate(leaf, since, phase);
		if (candidate != null) {
			Equivalence by = candidate.by();
			best = new Met(candidate.fact().effectiveOn(), LeafStanding.State.MET, candidate.fact().id(),
					(by != null) ? by.id() : null);
		}
		if (leaf.requirement() instanceof CurriculumRequirement.HoldCertificate(var id)) {
			best = better(best, held(id, since, phase));
		}
		Release exempt = Evidence.on(this.evidence.exemptions(leaf.requirement()), phase.day());
		if (best == null && exempt != null) {
			best = new Met(PASSES, LeafStanding.State.EXEMPT, exempt.fact().id(), null);
		}
		return (best != null) ? best : new Met(OPEN, LeafStanding.State.OPEN, null, null);
	}

	/** The earlier of two; what was done goes before what only passes. */
	private static @Nullable Met better(@Nullable Met one, @Nullable Met other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		if (isDay(one.answer()) != isDay(other.answer())) {
			return isDay(one.answer()) ? one : other;
		}
		return other.answer().isBefore(one.answer()) ? other : one;
	}

	private @Nullable Candidate candidate(CurriculumPart.Leaf leaf, LocalDate since, Phase phase) {
		int minutes = 0;
		for (Candidate candidate : this.evidence.candidates(leaf.requirement())) {
			LocalDate day = candidate.fact().effectiveOn();
			if (day.isBefore(since) || day.isAfter(phase.day())
					|| (phase.kind() == Cycle.Kind.FIRST && !phase.curriculum().validity().isFresh(day, phase.day()))) {
				continue;
			}
			Equivalence by = candidate.by();
			boolean counts = by == null || switch (by.effect()) {
				case Equivalence.Effect.Grants all -> true;
				case Equivalence.Effect.Renews renewal -> phase.kind() == Cycle.Kind.RENEWAL;
				case Equivalence.Effect.CountsHours(var hours) -> {
					minutes += hours * MINUTES;
					// Without minutes nobody can say whether the hours are enough.
					yield leaf.minutes() > 0 && minutes >= leaf.minutes();
				}
			};
			if (counts) {
				return candidate;
			}
		}
		return null;
	}

	/** A certificate that became valid since counts; one from before passes. */
	private @Nullable Met held(CurriculumId curriculum, LocalDate since, Phase phase) {
		Met best = null;
		for (Cycle cycle : this.certificates.of(curriculum)) {
			if (cycle.isValidOn(phase.day()) && !cycle.completedOn().isAfter(phase.day())) {
				best = better(best,
						cycle.from().isBefore(since) ? new Met(PASSES, LeafStanding.State.STILL_VALID, null, null)
								: new Met(cycle.from(), LeafStanding.State.MET, null, null));
			}
		}
		return best;
	}

	/** How every leaf stands. */
	List<LeafStanding> leaves(Phase phase) {
		List<LeafStanding> leaves = new ArrayList<>();
		describe(phase.tree(), phase.since(), phase, true, false, leaves);
		return leaves;
	}

	private void describe(CurriculumPart part, LocalDate since, Phase phase, boolean required, boolean waiting,
			List<LeafStanding> leaves) {
		switch (part) {
			case CurriculumPart.Leaf leaf -> {
				Met met = waiting ? new Met(OPEN, LeafStanding.State.WAITING, null, null) : leaf(leaf, since, phase);
				leaves.add(new LeafStanding(leaf.requirement(), required, leaf.minutes(), met.state(),
						isDay(met.answer()) ? met.answer() : null, met.fact(), met.equivalence()));
			}
			case CurriculumPart.AllInOrder all -> {
				LocalDate from = since;
				boolean blocked = waiting;
				for (CurriculumPart child : all.parts()) {
					describe(child, from, phase, required, blocked, leaves);
					LocalDate met = metOn(child, from, phase);
					blocked = blocked || met.equals(OPEN);
					from = isDay(met) ? Reasons.later(from, met) : from;
				}
			}
			case CurriculumPart.OptionalSet offered ->
				offered.parts().forEach((child) -> describe(child, since, phase, false, waiting, leaves));
			case CurriculumPart set ->
				set.parts().forEach((child) -> describe(child, since, phase, required, waiting, leaves));
		}
	}

	/** The first leaf that brings the end nearer; empty when nothing does. */
	@Nullable CurriculumRequirement next(Phase phase) {
		return next(phase.tree(), phase.since(), phase);
	}

	private @Nullable CurriculumRequirement next(CurriculumPart part, LocalDate since, Phase phase) {
		if (!metOn(part, since, phase).equals(OPEN)) {
			return null;
		}
		if (part instanceof CurriculumPart.Leaf leaf) {
			return leaf.requirement();
		}
		LocalDate from = since;
		for (CurriculumPart child : part.parts()) {
			CurriculumRequirement next = next(child, from, phase);
			if (next != null) {
				return next;
			}
			LocalDate met = metOn(child, from, phase);
			from = (part instanceof CurriculumPart.AllInOrder && isDay(met)) ? Reasons.later(from, met) : from;
		}
		return null;
	}

}
