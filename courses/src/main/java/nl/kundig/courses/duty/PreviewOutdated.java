package nl.kundig.courses.duty;

import java.util.List;

import nl.kundig.courses.people.LearnerId;

/** Something changed since the preview; nothing was done. Look again before deciding. */
public class PreviewOutdated extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Migration now;

	PreviewOutdated(Migration now) {
		super("the preview of " + now.curriculum() + " is outdated");
		this.now = now;
	}

	/** What would happen now. */
	public Migration now() {
		return this.now;
	}

	/** For whom something differs from what was seen. */
	public List<LearnerId> differing(Migration seen) {
		List<Migration.Person> same = seen.people();
		return this.now.people()
			.stream()
			.filter((person) -> !same.contains(person))
			.map(Migration.Person::learner)
			.toList();
	}

}
