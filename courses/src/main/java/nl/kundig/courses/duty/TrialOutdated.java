package nl.kundig.courses.duty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import nl.kundig.courses.people.LearnerId;

/**
 * Something changed since the trial; nothing was activated. The trial now holds what
 * would come of it today.
 */
public class TrialOutdated extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient SavedTrial seen;

	private final transient SavedTrial now;

	private final transient Set<LearnerId> differing;

	TrialOutdated(SavedTrial seen, SavedTrial now, Set<LearnerId> differing) {
		super("trial " + now.id() + " is outdated");
		this.seen = seen;
		this.now = now;
		this.differing = Set.copyOf(differing);
	}

	/** For whom the one says something else than the other. */
	static Set<LearnerId> differing(TrialChanges one, TrialChanges other) {
		Set<LearnerId> differing = new LinkedHashSet<>();
		List<List<TrialRun.Change>> before = List.of(one.gained(), one.lost(), one.moved(), one.lapsing());
		List<List<TrialRun.Change>> after = List.of(other.gained(), other.lost(), other.moved(), other.lapsing());
		for (int kind = 0; kind < before.size(); kind++) {
			differing.addAll(missing(before.get(kind), after.get(kind)));
			differing.addAll(missing(after.get(kind), before.get(kind)));
		}
		return differing;
	}

	private static List<LearnerId> missing(List<TrialRun.Change> from, List<TrialRun.Change> in) {
		Set<TrialRun.Change> known = new LinkedHashSet<>(in);
		List<LearnerId> missing = new ArrayList<>();
		from.stream().filter((change) -> !known.contains(change)).forEach((change) -> missing.add(change.learner()));
		return missing;
	}

	public SavedTrial seen() {
		return this.seen;
	}

	public SavedTrial now() {
		return this.now;
	}

	/**
	 * Who gets, loses or keeps something other than was seen; empty when only sums
	 * differ.
	 */
	public Set<LearnerId> differing() {
		return this.differing;
	}

}
