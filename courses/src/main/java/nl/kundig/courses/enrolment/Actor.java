package nl.kundig.courses.enrolment;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.mapping.Field;

/**
 * Who does something, and for whom.
 *
 * @param id of the learner or the manager, or the name of the account
 * @param municipality whose people a coordinator speaks for
 * @param region whose sessions a regional coordinator runs
 */
// A field of its own name: "id" would be read as MongoDB's own kind of id.
public record Actor(Kind kind, @Field("who") String id, @Nullable MunicipalityId municipality,
		@Nullable RegionId region) {

	/** The clock: what happens because a day or an hour has come. */
	public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "", null, null);

	/** In what role. */
	public enum Kind {

		LEARNER, MANAGER, COORDINATOR,

		/** The coordinator of the region. */
		REGION,

		SYSTEM

	}

	public static Actor learner(LearnerId learner) {
		return new Actor(Kind.LEARNER, learner.value(), null, null);
	}

	public static Actor manager(LearnerId manager) {
		return new Actor(Kind.MANAGER, manager.value(), null, null);
	}

	public static Actor coordinator(String id, MunicipalityId municipality) {
		return new Actor(Kind.COORDINATOR, id, municipality, null);
	}

	public static Actor region(String id, RegionId region) {
		return new Actor(Kind.REGION, id, null, region);
	}

	/** Whether this is that person. */
	public boolean is(@Nullable LearnerId learner) {
		return learner != null && this.id.equals(learner.value());
	}

	public boolean isFor(MunicipalityId of) {
		return of.equals(this.municipality);
	}

	public boolean isFor(RegionId of) {
		return of.equals(this.region);
	}

}
