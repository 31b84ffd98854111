package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A version of a curriculum while people still work on it, and after that how it came to
 * be.
 *
 * @param revision how often it was stored; a change names the one it began with
 * @param municipality whose it is, or null for the ready-made ones of the whole country
 * @param original the version it was made from, or null when it started from nothing
 * @param due how long somebody who gets it has
 * @param published the version it became
 * @param history who did what, the earliest first
 */
@Document("curriculumDrafts")
@TypeAlias("curriculumDraft")
@CompoundIndex(def = "{'municipality': 1, 'state': 1}")
@CompoundIndex(def = "{'curriculum': 1}")
@CompoundIndex(def = "{'published': 1}")
@DataRule(kept = "for ever: it tells who published a version", exported = "with the organisation's own export",
		erased = "holds no learner; the names of who worked on it stay")
public record CurriculumDraft(@Id String id, @Version @Nullable Long revision, @Nullable MunicipalityId municipality,
		CurriculumId curriculum, @Nullable String original, String title, int level, LearnerRole role,
		Validity validity, CurriculumPart root, Period due, State state, @Nullable String published,
		List<Step> history) {

	/** How long somebody has when nobody says otherwise. */
	public static final Period USUAL_DUE = Period.ofMonths(3);

	public CurriculumDraft {
		history = List.copyOf(history);
	}

	/** How far it is. */
	public enum State {

		DRAFT,

		/** Waits, unchanged, for a second pair of eyes. */
		OFFERED,

		PUBLISHED,

		/** Given up, or no longer for new people. */
		WITHDRAWN

	}

	/** What can be done with a draft. */
	public enum Action {

		STARTED, CHANGED, MERGED, OFFERED, TAKEN_BACK, PUBLISHED, WITHDRAWN

	}

	/** Somebody did something with it. */
	public record Step(Action action, String by, Instant at) {
	}

	/** What it would be when published at that time. */
	public Curriculum asVersion(Instant publishedAt) {
		return Curriculum.of(this.curriculum, this.title, this.level, this.role, this.validity, this.root, publishedAt);
	}

	public String author() {
		return this.history.getFirst().by();
	}

	/** Who changed it last. */
	public String lastEditor() {
		return lastChange().by();
	}

	/** The last step that changed what is in it. */
	public Step lastChange() {
		return this.history.stream()
			.filter((step) -> step.action() == Action.STARTED || step.action() == Action.CHANGED
					|| step.action() == Action.MERGED)
			.reduce((earlier, later) -> later)
			.orElseThrow();
	}

	public Step lastStep() {
		return this.history.getLast();
	}

	/** Whether it can still become something. */
	public boolean isOpen() {
		return this.state == State.DRAFT || this.state == State.OFFERED;
	}

	/** Whether this person may be the second pair of eyes. */
	public boolean isSecondPairOfEyes(String person) {
		return !person.equals(author()) && !person.equals(lastEditor());
	}

	CurriculumDraft withRoot(CurriculumPart changed) {
		return new CurriculumDraft(this.id, this.revision, this.municipality, this.curriculum, this.original,
				this.title, this.level, this.role, this.validity, changed, this.due, this.state, this.published,
				this.history);
	}

	CurriculumDraft withTerms(String newTitle, int newLevel, LearnerRole newRole, Validity newValidity, Period newDue) {
		return new CurriculumDraft(this.id, this.revision, this.municipality, this.curriculum, this.original, newTitle,
				newLevel, newRole, newValidity, this.root, newDue, this.state, this.published, this.history);
	}

	/** The next step; changes in a row by one person are one step. */
	CurriculumDraft after(Action action, State next, @Nullable String version, String by, Instant at) {
		List<Step> steps = new ArrayList<>(this.history);
		Step last = steps.getLast();
		if (action == Action.CHANGED && last.action() == Action.CHANGED && last.by().equals(by)) {
			steps.removeLast();
		}
		steps.add(new Step(action, by, at));
		return new CurriculumDraft(this.id, this.revision, this.municipality, this.curriculum, this.original,
				this.title, this.level, this.role, this.validity, this.root, this.due, next, version, steps);
	}

	boolean hasSameContent(CurriculumDraft other) {
		return this.root.equals(other.root) && this.validity.equals(other.validity) && this.due.equals(other.due)
				&& this.title.equals(other.title) && this.level == other.level && this.role == other.role;
	}

	boolean isOf(@Nullable MunicipalityId owner) {
		return Objects.equals(this.municipality, owner);
	}

}
