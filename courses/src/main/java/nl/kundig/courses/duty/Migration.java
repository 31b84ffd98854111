package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.people.LearnerId;

/**
 * What moving people to another version of their curriculum does. Activating asks for the
 * fingerprint, so that exactly this happens or nothing.
 *
 * @param target the version they move to
 */
public record Migration(CurriculumId curriculum, String target, LocalDate day, List<Person> people,
		String fingerprint) {

	public Migration {
		people = List.copyOf(people);
	}

	/** What becomes of a requirement. */
	public enum Fate {

		KEPT,

		/** Another requirement, met by what was achieved for an old one. */
		EQUIVALENT,

		NEW, DROPPED

	}

	/** What changes for somebody. */
	public record Person(LearnerId learner, DutyStanding before, DutyStanding after,
			Map<Fate, List<CurriculumRequirement>> fates) {
	}

	/** How often each fate occurs. */
	public Map<Fate, Integer> totals() {
		Map<Fate, Integer> totals = new EnumMap<>(Fate.class);
		for (Person person : this.people) {
			person.fates().forEach((fate, requirements) -> totals.merge(fate, requirements.size(), Integer::sum));
		}
		return totals;
	}

}
