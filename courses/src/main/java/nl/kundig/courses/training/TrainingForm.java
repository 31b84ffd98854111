package nl.kundig.courses.training;

import nl.kundig.courses.knowledge.Coded;

/** How a training is given. */
public enum TrainingForm implements Coded {

	/** Together in one room, with a trainer. */
	CLASSROOM,

	/** Partly in one room, partly at home. */
	BLENDED,

	/** Together at one time, everybody behind a screen. */
	WEBINAR,

	/** Alone, at any time, behind a screen. */
	ONLINE,

	/** Advice and guidance about a question of one's own work. */
	COACHING,

	/** Colleagues of several organisations learn from each other. */
	NETWORK,

	/** A game that is played together. */
	GAME

}
