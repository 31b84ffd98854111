package nl.kundig.courses.enrolment;

/** How much each criterion of the order weighs; together 100. */
public record Weights(int expiry, int gap, int firstTimer, int waiting) {

	/** What a region starts with. */
	public static final Weights PRESET = new Weights(40, 30, 20, 10);

	boolean areReasonable() {
		return this.expiry >= 0 && this.gap >= 0 && this.firstTimer >= 0 && this.waiting >= 0
				&& this.expiry + this.gap + this.firstTimer + this.waiting == 100;
	}

}
