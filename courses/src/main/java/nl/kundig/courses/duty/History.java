package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.Learner;

/**
 * Everything that is known about one learner.
 *
 * @param pins the versions of each duty, the first one first
 */
public record History(Learner learner, List<Fact> facts, Map<CurriculumId, List<Pin>> pins) {

	public History {
		facts = List.copyOf(facts);
		pins = Map.copyOf(pins);
	}

	/** What was known then. */
	public History knownAt(Instant instant) {
		return new History(this.learner.knownAt(instant),
				this.facts.stream().filter((fact) -> !fact.recordedAt().isAfter(instant)).toList(),
				this.pins.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey,
							(duty) -> duty.getValue()
								.stream()
								.filter((pin) -> !pin.recordedAt().isAfter(instant))
								.toList())));
	}

	/** What takes back each fact that counts no longer on that day, by the fact's id. */
	public Map<String, Fact> revocations(LocalDate day) {
		return Evidence.revocations(this.facts.stream().filter((fact) -> !fact.effectiveOn().isAfter(day)).toList());
	}

}
