package nl.kundig.app.training;

import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofState;
import nl.kundig.courses.training.ProofSubject;
import nl.kundig.courses.training.TrainingService;

/**
 * A proof in somebody's own list.
 *
 * @param about the training's title, or the word a curriculum has for what it asks
 */
record ProofLine(Proof proof, String about) {

	static ProofLine of(Proof proof, TrainingService trainings) {
		return new ProofLine(proof, title(proof.subject(), trainings));
	}

	static String title(ProofSubject subject, TrainingService trainings) {
		return switch (subject) {
			case ProofSubject.OfTraining(var training) -> trainings.title(training);
			case ProofSubject.OfCode(var code) -> code;
		};
	}

	/** Whether the file is still kept. */
	public boolean isKept() {
		return this.proof.state() == ProofState.HANDED_IN || this.proof.fileKeptUntil() != null;
	}

	public boolean isRefused() {
		return this.proof.state() == ProofState.REFUSED;
	}

}
