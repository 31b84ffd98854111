package nl.kundig.courses.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a learner handed something in to prove what was learned, and what came of it. The
 * file itself is apart, in {@link ProofFile}: lists need not read it, and it is erased
 * long before this.
 *
 * @param id made of what it is about and the file, so that sending a form twice is one
 * proof
 * @param day of the last half-day, Europe/Amsterdam; from then on it counts
 * @param provider who gave it, in the learner's words
 * @param session ours, or null for what was followed elsewhere
 * @param enrolment in that session, or null
 * @param sha256 of the file as it was sent, hexadecimal
 * @param history every state with who, when and why, the first one first
 * @param fileKeptUntil when the file is erased; null while nothing was decided, and once
 * it is gone
 */
@Document("trainingProofs")
@TypeAlias("trainingProof")
@CompoundIndex(def = "{'municipality': 1, 'state': 1, 'handedInAt': 1}")
@CompoundIndex(def = "{'learner': 1, 'handedInAt': 1}")
@DataRule(kept = "as long as the fact that follows from it", exported = "whole, to the person",
		erased = "removed, with its file")
public record Proof(@Id ProofId id, LearnerId learner, MunicipalityId municipality, ProofSubject subject, LocalDate day,
		String provider, @Nullable String session, @Nullable String enrolment, String fileName, String sha256,
		ProofState state, Instant handedInAt, List<Change> history, @Indexed @Nullable Instant fileKeptUntil) {

	public Proof {
		history = List.copyOf(history);
	}

	/**
	 * A state and how it came about.
	 *
	 * @param by the account; the learner's own doing has the learner's id
	 * @param why empty when nobody has to say
	 */
	public record Change(ProofState state, Instant at, String by, String why) {
	}

	static Proof of(ProofId id, ProofDraft draft, String fileName, String sha256, Instant at) {
		return new Proof(id, draft.learner(), draft.municipality(), draft.subject(), draft.day(), draft.provider(),
				draft.session(), draft.enrolment(), fileName, sha256, ProofState.HANDED_IN, at,
				List.of(new Change(ProofState.HANDED_IN, at, draft.learner().value(), "")), null);
	}

	Proof withoutFile() {
		return new Proof(this.id, this.learner, this.municipality, this.subject, this.day, this.provider, this.session,
				this.enrolment, this.fileName, this.sha256, this.state, this.handedInAt, this.history, null);
	}

	/** How it got where it stands. */
	public Change last() {
		return this.history.getLast();
	}

	/** Whether this person may decide: of the same municipality, and about another. */
	public boolean mayBeDecidedBy(Coordinator coordinator) {
		return coordinator.municipality().equals(this.municipality) && !coordinator.learner().equals(this.learner);
	}

}
