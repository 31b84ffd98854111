package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import org.jspecify.annotations.Nullable;

/**
 * One certificate after the other. Completing fixes the days of a certificate; an
 * extension lengthens it and leaves the rhythm alone; after the grace a new rhythm
 * starts.
 */
final class Rhythm {

	private final List<Cycle> closed = new ArrayList<>();

	private final List<Fact> firstExtensions = new ArrayList<>();

	private @Nullable Open open;

	/** The certificate that may still be extended. */
	private static final class Open {

		private final Cycle.Kind kind;

		private final Curriculum curriculum;

		private final int number;

		private final LocalDate completedOn;

		private final LocalDate from;

		/** Where the rhythm starts, and how many beats ago. */
		private final LocalDate anchor;

		private final LocalDate firstLastDay;

		private final int beat;

		private final LocalDate plannedLastDay;

		private final List<DateStep> steps;

		private LocalDate lastDay;

		Open(Cycle.Kind kind, Curriculum curriculum, int number, LocalDate completedOn, LocalDate from,
				LocalDate anchor, LocalDate firstLastDay, int beat, LocalDate plannedLastDay, List<DateStep> steps) {
			this.kind = kind;
			this.curriculum = curriculum;
			this.number = number;
			this.completedOn = completedOn;
			this.from = from;
			this.anchor = anchor;
			this.firstLastDay = firstLastDay;
			this.beat = beat;
			this.plannedLastDay = plannedLastDay;
			this.lastDay = plannedLastDay;
			this.steps = steps;
		}

		Validity validity() {
			return this.curriculum.validity();
		}

		LocalDate windowOpens() {
			return this.validity().windowOpens(this.plannedLastDay);
		}

		LocalDate graceEnds() {
			return this.validity().graceEnds(this.lastDay);
		}

		Cycle cycle() {
			return new Cycle(this.number, this.kind, this.curriculum.version(), this.completedOn, this.from,
					this.plannedLastDay, this.lastDay, windowOpens(), graceEnds(), this.steps);
		}

	}

	/**
	 * The first day on which the next certificate can be completed; null for the first.
	 */
	@Nullable LocalDate nextCompletion() {
		Open last = this.open;
		return (last != null) ? Reasons.later(last.windowOpens(), last.completedOn.plusDays(1)) : null;
	}

	/** The first day after the grace; null while nothing can lapse. */
	@Nullable LocalDate lapsesOn() {
		Open last = this.open;
		return (last != null) ? last.graceEnds().plusDays(1) : null;
	}

	Cycle.Kind nextKind(LocalDate day) {
		Open last = this.open;
		if (last == null) {
			return Cycle.Kind.FIRST;
		}
		return day.isAfter(last.graceEnds()) ? Cycle.Kind.RETURN : Cycle.Kind.RENEWAL;
	}

	/** The tree the next certificate asks on that day. */
	CurriculumPart nextTree(Curriculum curriculum, LocalDate day) {
		Open last = this.open;
		List<CurriculumPart> refreshers = curriculum.validity().refreshers();
		CurriculumPart back = curriculum.validity().returnPath();
		return switch (nextKind(day)) {
			case FIRST -> curriculum.root();
			case RETURN -> (back != null) ? back : curriculum.root();
			case RENEWAL -> (refreshers.isEmpty() || last == null) ? curriculum.root()
					: refreshers.get((last.number - 1) % refreshers.size());
		};
	}

	/** The first day of which achievements count for the next certificate. */
	LocalDate nextSince() {
		Open last = this.open;
		if (last == null) {
			return LocalDate.MIN;
		}
		LocalDate after = last.completedOn.plusDays(1);
		return switch (last.validity().early()) {
			case COUNTS -> after;
			case DOES_NOT_COUNT -> Reasons.later(after, last.windowOpens());
		};
	}

	/** Adds time to what runs on the extension's day; what has lapsed stays lapsed. */
	void extend(Fact fact) {
		Open last = this.open;
		if (last == null) {
			this.firstExtensions.add(fact);
		}
		else if (!fact.effectiveOn().isAfter(last.graceEnds())
				&& fact.finding() instanceof Finding.Extended(var curriculum, var extension, var reason)) {
			LocalDate longer = extension.of(last.lastDay);
			last.steps.add(new DateStep(DateStep.Kind.EXTENDED, longer, added(extension), fact.id()));
			last.lastDay = longer;
		}
	}

	static @Nullable Period added(Extension extension) {
		return (extension instanceof Extension.ByPeriod(var period)) ? period : null;
	}

	/** Opens the next certificate's time: completed on that day. */
	void complete(Curriculum curriculum, LocalDate day) {
		Open last = this.open;
		Cycle.Kind kind = nextKind(day);
		Open next;
		if (last == null || kind == Cycle.Kind.RETURN) {
			next = start(kind, curriculum, (last != null) ? last.number + 1 : 1, day, day,
					new ArrayList<>(List.of(DateStep.at(DateStep.Kind.COMPLETED, day))));
		}
		else {
			next = renew(last, curriculum, day);
			if (last.lastDay.isAfter(next.lastDay)) {
				next.lastDay = last.lastDay;
				next.steps.add(DateStep.at(DateStep.Kind.STILL_EXTENDED, last.lastDay));
			}
		}
		if (last != null) {
			this.closed.add(last.cycle());
		}
		this.open = next;
	}

	private static Open renew(Open last, Curriculum curriculum, LocalDate day) {
		Validity validity = curriculum.validity();
		List<DateStep> steps = new ArrayList<>(List.of(DateStep.at(DateStep.Kind.COMPLETED, day)));
		if (validity.basis() instanceof ValidityBasis.FromCompletion) {
			return start(Cycle.Kind.RENEWAL, curriculum, last.number + 1, day, day, steps);
		}
		boolean sameRhythm = validity.basis().equals(last.validity().basis())
				&& validity.period().equals(last.validity().period());
		if (!sameRhythm) {
			LocalDate from = last.plannedLastDay.plusDays(1);
			steps.add(DateStep.at(DateStep.Kind.FOLLOWS, from));
			Open first = start(Cycle.Kind.RENEWAL, curriculum, last.number + 1, day, from, steps);
			return first.plannedLastDay.isBefore(day) ? start(Cycle.Kind.RENEWAL, curriculum, last.number + 1, day, day,
					new ArrayList<>(List.of(DateStep.at(DateStep.Kind.COMPLETED, day)))) : first;
		}
		int beat = last.beat + 1;
		LocalDate previous = last.plannedLastDay;
		LocalDate lastDay = validity.beat(last.anchor, last.firstLastDay, beat);
		// A long extension may outlast whole beats; the rhythm goes on under it.
		while (lastDay.isBefore(day)) {
			previous = lastDay;
			beat++;
			lastDay = validity.beat(last.anchor, last.firstLastDay, beat);
		}
		LocalDate from = previous.plusDays(1);
		steps.add(DateStep.at(DateStep.Kind.FOLLOWS, from));
		steps.add(rhythmStep(validity, lastDay));
		return new Open(Cycle.Kind.RENEWAL, curriculum, last.number + 1, day, from, last.anchor, last.firstLastDay,
				beat, lastDay, steps);
	}

	private static DateStep rhythmStep(Validity validity, LocalDate lastDay) {
		return (validity.basis() instanceof ValidityBasis.FixedDay)
				? new DateStep(DateStep.Kind.FIXED_DAY, lastDay, validity.period(), "")
				: new DateStep(DateStep.Kind.RHYTHM, lastDay, validity.period(), "");
	}

	private static Open start(Cycle.Kind kind, Curriculum curriculum, int number, LocalDate day, LocalDate from,
			List<DateStep> steps) {
		Validity validity = curriculum.validity();
		LocalDate lastDay = validity.firstLastDay(from);
		steps.add((validity.basis() instanceof ValidityBasis.FixedDay fixed)
				? new DateStep(DateStep.Kind.FIXED_DAY, lastDay, fixed.minimum(), "")
				: new DateStep(DateStep.Kind.LASTS, lastDay, validity.period(), ""));
		return new Open(kind, curriculum, number, day, from, from, lastDay, 0, lastDay, steps);
	}

	/** Extensions of the time before the first certificate. */
	List<Fact> firstExtensions() {
		return this.firstExtensions;
	}

	List<Cycle> cycles() {
		List<Cycle> cycles = new ArrayList<>(this.closed);
		if (this.open != null) {
			cycles.add(this.open.cycle());
		}
		return cycles;
	}

}
