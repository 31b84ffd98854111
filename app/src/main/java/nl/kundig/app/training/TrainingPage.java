package nl.kundig.app.training;

import java.util.List;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.duty.LeafStanding;
import nl.kundig.courses.training.Provider;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

/**
 * A training of the catalogue as somebody sees it.
 *
 * @param provider null when no file tells of it
 * @param first trainings to follow before this one
 * @param countsIn where it counts in the curricula of who looks
 * @param sessions those to come that the person may go to
 * @param offered whether it can be followed now
 * @param interested whether the person said so
 * @param canShowInterest whether the button is shown
 */
record TrainingPage(Training training, @Nullable Provider provider, List<Asked> first, List<Counting> countsIn,
		List<SessionCard> sessions, boolean offered, boolean interested, boolean canShowInterest) {

	/** A training that is asked for first. */
	record Asked(TrainingId id, String title) {
	}

	/**
	 * A requirement of somebody's curriculum that the training satisfies.
	 *
	 * @param state how it stands now
	 * @param required false for what is only one of several ways
	 */
	record Counting(CurriculumId curriculum, String title, String requirement, LeafStanding.State state,
			boolean required) {
	}

	/** The name of who gives it, or its id. */
	public String providerName() {
		return (this.provider != null) ? this.provider.name() : this.training.provider().value();
	}

}
