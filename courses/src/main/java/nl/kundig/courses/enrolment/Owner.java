package nl.kundig.courses.enrolment;

import java.util.Optional;

import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.ProviderId;

/**
 * Whose session it is.
 *
 * @param name the id of the region, the municipality or the provider
 * @param region the region it is in
 */
public record Owner(Kind kind, String name, RegionId region) {

	/** Who can hold sessions. */
	public enum Kind {

		/** For all municipalities of the region. */
		REGION,

		/** For its own people only. */
		MUNICIPALITY,

		/** For all municipalities of the region. */
		PROVIDER

	}

	public static Owner of(RegionId region) {
		return new Owner(Kind.REGION, region.value(), region);
	}

	public static Owner of(Municipality municipality) {
		return new Owner(Kind.MUNICIPALITY, municipality.id().value(), municipality.region());
	}

	public static Owner of(ProviderId provider, RegionId region) {
		return new Owner(Kind.PROVIDER, provider.value(), region);
	}

	/** The municipality whose own session it is. */
	public Optional<MunicipalityId> municipality() {
		return (this.kind == Kind.MUNICIPALITY) ? Optional.of(new MunicipalityId(this.name)) : Optional.empty();
	}

	/** Whether people of this municipality may come. */
	public boolean isOpenTo(Municipality municipality) {
		return (this.kind == Kind.MUNICIPALITY) ? municipality.id().value().equals(this.name)
				: municipality.region().equals(this.region);
	}

	/** Whether this person runs the session. */
	public boolean isRunBy(Actor actor) {
		return switch (actor.kind()) {
			case REGION -> actor.isFor(this.region);
			case COORDINATOR -> municipality().filter(actor::isFor).isPresent();
			case LEARNER, MANAGER, SYSTEM -> false;
		};
	}

}
