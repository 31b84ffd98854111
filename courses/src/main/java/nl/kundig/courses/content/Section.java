package nl.kundig.courses.content;

import java.util.List;

import nl.kundig.courses.people.LearnerRole;

/**
 * A piece of a module, to be read in one sitting.
 *
 * @param id unique within the module
 * @param minutes reading time, 1 to 12
 * @param roles who must read it; empty means everybody
 * @param body Markdown
 */
public record Section(String id, String title, int minutes, List<LearnerRole> roles, String body) {

	public static final int LONGEST = 12;

	public boolean isFor(LearnerRole role) {
		return this.roles.isEmpty() || this.roles.contains(role);
	}

}
