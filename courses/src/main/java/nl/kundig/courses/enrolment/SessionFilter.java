package nl.kundig.courses.enrolment;

import java.time.LocalDate;

import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions.
 *
 * @param region in which they are
 * @param municipality whose people may come, or null for all of the region
 * @param training of this training, or null for all
 * @param from those that begin on this day or later
 * @param until those that begin on this day or earlier; null for no end
 */
public record SessionFilter(RegionId region, @Nullable MunicipalityId municipality, @Nullable TrainingId training,
		LocalDate from, @Nullable LocalDate until) {

	/** All that begin on that day or later. */
	public static SessionFilter from(RegionId region, LocalDate from) {
		return new SessionFilter(region, null, null, from, null);
	}

}
