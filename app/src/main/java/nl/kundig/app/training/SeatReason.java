package nl.kundig.app.training;

import java.util.List;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.Placing;
import nl.kundig.courses.enrolment.Score;
import nl.kundig.courses.enrolment.SeatExplanation;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody has a seat, waits for one or has none, as a page shows it.
 *
 * @param name of the person, or null when who looks may not know
 * @param municipality its name, or null when who looks may not know
 */
record SeatReason(SeatExplanation explanation, @Nullable String name, @Nullable String municipality) {

	/** The points of now or of then, or null where no order was needed. */
	public @Nullable Score score() {
		return this.explanation.score().orElse(null);
	}

	/** What gives the points; empty where no order was needed. */
	public List<Score.Row> rows() {
		return this.explanation.score().map(Score::rows).orElse(List.of());
	}

	public @Nullable Enrolment enrolment() {
		return this.explanation.enrolment().orElse(null);
	}

	/** How the seat of now came, or null without one. */
	public @Nullable Placing placing() {
		return this.explanation.enrolment().flatMap(Enrolment::placing).orElse(null);
	}

}
