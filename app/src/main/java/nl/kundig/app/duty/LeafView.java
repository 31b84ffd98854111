package nl.kundig.app.duty;

import nl.kundig.courses.duty.Equivalence;
import nl.kundig.courses.duty.LeafStanding;
import org.jspecify.annotations.Nullable;

/**
 * One requirement with what meets it.
 *
 * @param fact what meets it or takes it off, or null
 * @param equivalence the decision by which another thing counts, or null
 * @param decidedBy who decided that
 */
record LeafView(LeafStanding leaf, Subject subject, @Nullable FactView fact, @Nullable Equivalence equivalence,
		String decidedBy) {

	public boolean isOpen() {
		return this.leaf.state() == LeafStanding.State.OPEN || this.leaf.state() == LeafStanding.State.WAITING;
	}

}
