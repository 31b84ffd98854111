package nl.kundig.app.duty;

import java.util.List;

import nl.kundig.courses.duty.RecheckRun;

/**
 * A run of the recheck as this person may see it.
 *
 * @param repaired what was made good for people of the own municipality
 * @param repairedElsewhere how much was made good for others
 * @param skipped who of the own municipality could not be looked at
 * @param skippedElsewhere how many others
 */
public record RecheckView(RecheckRun run, List<Repair> repaired, int repairedElsewhere, List<Missed> skipped,
		int skippedElsewhere) {

	/**
	 * Something that was missing.
	 *
	 * @param kind duty, achievement or fact
	 * @param curriculum its title; empty when it is about none
	 */
	public record Repair(String name, String kind, String curriculum) {
	}

	/** Somebody who could not be looked at; why is for the log, and not for pages. */
	public record Missed(String name) {
	}

}
