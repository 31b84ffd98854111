package nl.kundig.app.duty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import nl.kundig.courses.people.LearnerId;

import org.springframework.stereotype.Component;

/**
 * A number for what the last previews said of each person, so that an outdated one can be
 * told from what holds now. After a restart it is not known any more, and the page says
 * so.
 */
@Component
class SeenPreviews {

	private static final int KEPT = 20;

	private final Map<String, Map<LearnerId, Integer>> seen = new LinkedHashMap<>();

	/**
	 * @param owner for whom it was made; others do not get to know of it
	 */
	synchronized void remember(String owner, String fingerprint, Map<LearnerId, Integer> people) {
		this.seen.remove(owner + "|" + fingerprint);
		this.seen.put(owner + "|" + fingerprint, Map.copyOf(people));
		if (this.seen.size() > KEPT) {
			this.seen.remove(this.seen.keySet().iterator().next());
		}
	}

	/** Of whom something else is said now; empty when what was seen is not known. */
	synchronized Optional<Set<LearnerId>> differing(String owner, String fingerprint, Map<LearnerId, Integer> now) {
		return Optional.ofNullable(this.seen.get(owner + "|" + fingerprint)).map((before) -> {
			Set<LearnerId> differing = new HashSet<>();
			Map<LearnerId, Integer> all = new HashMap<>(before);
			all.putAll(now);
			for (LearnerId learner : all.keySet()) {
				if (!Objects.equals(before.get(learner), now.get(learner))) {
					differing.add(learner);
				}
			}
			return differing;
		});
	}

}
