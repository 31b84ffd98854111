package nl.kundig.courses.training;

/** A coordinator accepted the proof; from its day on it counts. */
public record ProofAccepted(Proof proof) {
}
