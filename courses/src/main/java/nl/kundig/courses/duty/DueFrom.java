package nl.kundig.courses.duty;

/** The day a due period is counted from. */
public enum DueFrom {

	/** The first day of the role. */
	ROLE_TAKEN,

	/** The first day on which this rule asked it of this role. */
	RULE_ACTIVATED,

	/** The last day of the certificate before; the first day of the role without one. */
	PREVIOUS_EXPIRY

}
