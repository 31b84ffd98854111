package nl.kundig.courses.enrolment;

import java.util.Locale;

/** A session cannot be like this; nothing was stored. */
public class SessionRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		UNKNOWN_SESSION, UNKNOWN_TRAINING, UNKNOWN_MUNICIPALITY,

		/** The training is no longer offered on that day. */
		TRAINING_WITHDRAWN,

		/** Who asks does not run this session. */
		NOT_YOUR_SESSION,

		NO_HALF_DAY,

		/** More than 40 half-days are no session. */
		TOO_MANY_HALF_DAYS,

		/** It would begin before now. */
		IN_THE_PAST,

		/** More than three years ahead. */
		TOO_FAR_AHEAD,

		ENDS_BEFORE_IT_STARTS, HALF_DAYS_OVERLAP,

		/** Neither a place nor a link. */
		NO_PLACE,

		/** The link does not begin with https://. */
		LINK_NOT_SAFE,

		TEXT_TOO_LONG,

		/** Fewer than 1 or more than 40 seats. */
		CAPACITY_OUT_OF_RANGE,

		/** More than 20 seats need a reason. */
		CAPACITY_NEEDS_REASON,

		/** More people have a seat already. */
		CAPACITY_BELOW_TAKEN,

		/** More than the capacity, or less than none. */
		MINIMUM_OUT_OF_RANGE,

		CLOSES_IN_THE_PAST,

		/** The closing day comes after the first half-day. */
		CLOSES_AFTER_START,

		/** Quotas and reserve are more than all seats. */
		QUOTAS_EXCEED_CAPACITY,

		/** Less than one seat. */
		QUOTA_OUT_OF_RANGE,

		/** Two quotas for one municipality. */
		QUOTA_DOUBLE,

		/** The municipality cannot come to this session. */
		QUOTA_NOT_OPEN,

		/** Quotas without a day on which they are released. */
		NO_RELEASE_DAY,

		/** That day comes after the first half-day. */
		RELEASE_AFTER_START,

		/** Only a region keeps seats apart for itself. */
		RESERVE_NOT_ALLOWED, RESERVE_OUT_OF_RANGE,

		/** It must be said why. */
		NO_REASON,

		/** It has begun. */
		STARTED,

		/** It was cancelled. */
		CANCELLED;

		/** The code in message keys: "in-the-past". */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private final Reason reason;

	SessionRefused(Reason reason, Object about) {
		super(reason + ": " + about);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
