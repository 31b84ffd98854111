package nl.kundig.courses.training;

import nl.kundig.courses.knowledge.Coded;

/** What kind of body gives trainings. */
public enum ProviderKind implements Coded {

	/** Of the national government, or working for all of the country at its request. */
	NATIONAL,

	/** A region of municipalities. */
	REGION,

	/** A foundation or knowledge institute. */
	INSTITUTE,

	/** A company. */
	PRIVATE

}
