package nl.kundig.courses.duty;

import java.util.ArrayList;
import java.util.List;

import nl.kundig.courses.people.LearnerId;

/** What came of looking at many people. */
final class Outcome {

	private final List<String> made = new ArrayList<>();

	private final List<Skipped> skipped = new ArrayList<>();

	private int learners;

	void add(int looked, List<String> lines) {
		this.learners += looked;
		this.made.addAll(lines);
	}

	void skip(LearnerId learner, RuntimeException why) {
		this.learners++;
		this.skipped.add(new Skipped(learner, why.toString()));
	}

	/** How many were looked at, or skipped. */
	int learners() {
		return this.learners;
	}

	List<String> made() {
		return this.made;
	}

	List<Skipped> skipped() {
		return this.skipped;
	}

}
