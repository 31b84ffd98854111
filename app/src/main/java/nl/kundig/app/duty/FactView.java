package nl.kundig.app.duty;

import java.time.LocalDate;

import nl.kundig.courses.duty.Fact;
import nl.kundig.courses.duty.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written down, with everybody's names.
 *
 * @param by who wrote it down; empty for the learner's own doing
 * @param revokedBy what took it back, or null while it counts
 */
record FactView(Fact fact, Subject subject, String by, @Nullable FactView revokedBy) {

	/** The kind, as in messages. */
	public String kind() {
		return switch (this.fact.finding()) {
			case Finding.Achieved achieved -> "achieved";
			case Finding.Exempted exempted -> "exempted";
			case Finding.NotApplicable notApplicable -> "not-applicable";
			case Finding.Extended extended -> "extended";
			case Finding.Revoked revoked -> "revoked";
		};
	}

	/** Where it came from, as in messages. */
	public String source() {
		String source = this.fact.source();
		if (source.startsWith("decision:")) {
			return "decision";
		}
		if (source.startsWith(DecisionForm.SOURCE)) {
			return "by-hand";
		}
		if (!this.by.isEmpty()) {
			return "other";
		}
		return (this.fact.finding() instanceof Finding.Achieved && "module".equals(this.subject.kind())) ? "quiz"
				: "own";
	}

	public String reason() {
		return switch (this.fact.finding()) {
			case Finding.Achieved achieved -> "";
			case Finding.Exempted(var requirement, var until, var reason, var evidence) -> reason;
			case Finding.NotApplicable(var requirement, var until, var reason) -> reason;
			case Finding.Extended(var curriculum, var extension, var reason) -> reason;
			case Finding.Revoked(var id, var reason) -> reason;
		};
	}

	public String evidence() {
		return (this.fact.finding() instanceof Finding.Exempted exempted) ? exempted.evidence() : "";
	}

	/** The last day of an exemption or the like; null while no end is known. */
	public @Nullable LocalDate until() {
		return switch (this.fact.finding()) {
			case Finding.Exempted exempted -> exempted.until();
			case Finding.NotApplicable notApplicable -> notApplicable.until();
			default -> null;
		};
	}

	public boolean isDecision() {
		return !(this.fact.finding() instanceof Finding.Achieved || this.fact.finding() instanceof Finding.Revoked);
	}

	/** Whether it takes something off somebody for a while. */
	public boolean isRelease() {
		return this.fact.finding() instanceof Finding.Exempted || this.fact.finding() instanceof Finding.NotApplicable;
	}

	public boolean isRevocable() {
		return this.revokedBy == null && !(this.fact.finding() instanceof Finding.Revoked);
	}

	public boolean isOver(LocalDate day) {
		LocalDate until = until();
		return until != null && day.isAfter(until);
	}

}
