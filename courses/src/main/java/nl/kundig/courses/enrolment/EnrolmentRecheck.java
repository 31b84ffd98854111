package nl.kundig.courses.enrolment;

import java.util.List;

/**
 * What the clock had to do.
 *
 * @param sessions how many were looked at
 * @param changed how many of them are otherwise now
 * @param skipped those that could not be looked at, each with the reason
 */
public record EnrolmentRecheck(int sessions, int changed, List<Skipped> skipped) {

	public EnrolmentRecheck {
		skipped = List.copyOf(skipped);
	}

	/** A session that could not be looked at; the next recheck tries again. */
	public record Skipped(SessionId session, String reason) {
	}

}
