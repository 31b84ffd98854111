package nl.kundig.app.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Pin;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to say about one duty on one day.
 *
 * @param version the version of the curriculum it is about
 * @param reasons why, the strictest first
 * @param next what to do now, or null
 * @param facts everything that was written down about it by that day, the newest first
 * @param pins the versions it was about, the first one first
 */
record DutyCard(Curriculum version, DutyStanding standing, AsOf asOf, List<ReasonView> reasons, List<LeafView> leaves,
		@Nullable Subject next, List<FactView> facts, List<Pin> pins) {

	public List<ReasonView> holding() {
		return this.reasons.stream().filter(ReasonView::holds).toList();
	}

	public List<ReasonView> over() {
		return this.reasons.stream().filter((reason) -> !reason.holds()).toList();
	}

	/** Whether reasons name different dates, so that it must be said which one counts. */
	public boolean isDisputed() {
		return holding().stream().map((reason) -> reason.reason().dueOn()).distinct().count() > 1;
	}

	/** Whether more time was given than the strictest reason gives. */
	public boolean isExtended() {
		LocalDate due = this.standing.dueOn();
		return due != null && !holding().isEmpty() && due.isAfter(holding().getFirst().reason().dueOn());
	}

	/** Whether a reason that the reader may not see is stricter than all of these. */
	public boolean isRuledElsewhere() {
		LocalDate due = this.standing.dueOn();
		return due != null && !holding().isEmpty() && due.isBefore(holding().getFirst().reason().dueOn());
	}

	/** All facts; what is told with the fact it takes back is not told again. */
	public List<FactView> history() {
		Set<String> told = this.facts.stream()
			.map(FactView::revokedBy)
			.filter(Objects::nonNull)
			.map((revocation) -> revocation.fact().id())
			.collect(Collectors.toSet());
		return this.facts.stream().filter((view) -> !told.contains(view.fact().id())).toList();
	}

	public List<FactView> decisions() {
		return this.facts.stream().filter(FactView::isDecision).toList();
	}

}
