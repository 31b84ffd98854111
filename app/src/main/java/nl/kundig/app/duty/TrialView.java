package nl.kundig.app.duty;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.duty.Draft;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.SavedTrial;
import nl.kundig.courses.duty.SavedTrial.Numbers;
import nl.kundig.courses.duty.TrialChanges;
import nl.kundig.courses.duty.TrialRun.Change;
import nl.kundig.courses.duty.Who;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A trial as a page shows it.
 *
 * @param kind what was tried: regel, leerlijn or functiegroep
 * @param rule the rule that was tried, or null
 */
public record TrialView(SavedTrial trial, String kind, @Nullable Rule rule, @Nullable Curriculum curriculum,
		Draft.@Nullable RoleDraft roles) {

	/** More names than this nobody reads; the numbers say how many there are. */
	private static final int NAMED = 200;

	/** Some of a list, and how long it is. */
	public record Named(int all, List<Change> shown) {

		public int more() {
			return this.all - this.shown.size();
		}

	}

	static TrialView of(SavedTrial trial) {
		return switch (trial.draft()) {
			case Draft.RuleDraft(var rule) -> new TrialView(trial, "regel", rule, null, null);
			case Draft.CurriculumDraft(var curriculum) -> new TrialView(trial, "leerlijn", null, curriculum, null);
			case Draft.RoleDraft roles -> new TrialView(trial, "functiegroep", null, null, roles);
		};
	}

	static Map<String, Named> lists(TrialChanges changes) {
		Map<String, Named> lists = new LinkedHashMap<>();
		lists.put("gained", named(changes.gained()));
		lists.put("lost", named(changes.lost()));
		lists.put("moved", named(changes.moved()));
		lists.put("lapsing", named(changes.lapsing()));
		return lists;
	}

	private static Named named(List<Change> changes) {
		return new Named(changes.size(), changes.subList(0, Math.min(NAMED, changes.size())));
	}

	static Set<LearnerId> learners(TrialChanges changes) {
		Set<LearnerId> learners = new HashSet<>();
		lists(changes).values().forEach((list) -> list.shown().forEach((change) -> learners.add(change.learner())));
		return learners;
	}

	public @Nullable Numbers numbers() {
		return this.trial.numbers();
	}

	/** The kinds of change there are, in the order of the page. */
	public List<String> kinds() {
		return List.of("gained", "lost", "moved", "lapsing");
	}

	/** How many changes of a kind there are. */
	public int count(Numbers of, String change) {
		return switch (change) {
			case "gained" -> of.gained();
			case "lost" -> of.lost();
			case "moved" -> of.moved();
			default -> of.lapsing();
		};
	}

	public @Nullable LearnerRole role() {
		return (this.rule != null && this.rule.who() instanceof Who.RoleHolders holders) ? holders.role() : null;
	}

	public @Nullable UnitId unit() {
		return (this.rule != null && this.rule.who() instanceof Who.RoleHolders holders) ? holders.unit() : null;
	}

	public @Nullable Span within() {
		return (this.rule != null) ? Span.of(this.rule.within()) : null;
	}

	public @Nullable Span validFor() {
		return (this.curriculum != null) ? Span.of(this.curriculum.validity().period()) : null;
	}

	public @Nullable Span window() {
		return (this.curriculum != null) ? Span.of(this.curriculum.validity().window()) : null;
	}

	public @Nullable Span grace() {
		return (this.curriculum != null) ? Span.of(this.curriculum.validity().grace()) : null;
	}

	/** The most seats of a month, which the longest bar stands for. */
	public int mostSeats() {
		Numbers numbers = this.trial.numbers();
		return (numbers == null) ? 0
				: numbers.seats().stream().mapToInt((seats) -> Math.max(seats.now(), seats.then())).max().orElse(0);
	}

}
