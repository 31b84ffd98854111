package nl.kundig.courses.enrolment;

import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * From which part of a session's seats a seat comes.
 *
 * @param municipality whose quota it is, or null
 */
public record Pool(Kind kind, @Nullable MunicipalityId municipality) {

	/** Everybody's. */
	public static final Pool GENERAL = new Pool(Kind.GENERAL, null);

	/** What only the region gives away. */
	public static final Pool RESERVE = new Pool(Kind.RESERVE, null);

	/** The parts there are. */
	public enum Kind {

		QUOTA, GENERAL, RESERVE

	}

	/** What is kept for this municipality. */
	public static Pool quota(MunicipalityId municipality) {
		return new Pool(Kind.QUOTA, municipality);
	}

	/** Whether people of this municipality may be offered a seat of it. */
	public boolean isOpenTo(MunicipalityId of) {
		return switch (this.kind) {
			case QUOTA -> of.equals(this.municipality);
			case GENERAL -> true;
			case RESERVE -> false;
		};
	}

}
