package nl.kundig.app.training;

import java.util.Arrays;
import java.util.Optional;

import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingForm;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the trainings, as an address says it. What no list offers
 * is no filter.
 */
record TrainingFilter(@Nullable Integer niveau, @Nullable String vorm, @Nullable String aanbieder,
		@Nullable String vrij) {

	private static final int HIGHEST_LEVEL = 4;

	public @Nullable Integer level() {
		return (this.niveau != null && this.niveau >= 0 && this.niveau <= HIGHEST_LEVEL) ? this.niveau : null;
	}

	public @Nullable TrainingForm form() {
		Optional<TrainingForm> known = Arrays.stream(TrainingForm.values())
			.filter((form) -> form.code().equals(this.vorm))
			.findFirst();
		return known.orElse(null);
	}

	public String provider() {
		return (this.aanbieder != null) ? this.aanbieder : "";
	}

	public boolean isOnlyFree() {
		return this.vrij != null;
	}

	/** How many filters are set. */
	public int chosen() {
		return ((level() != null) ? 1 : 0) + ((form() != null) ? 1 : 0) + (provider().isEmpty() ? 0 : 1)
				+ (isOnlyFree() ? 1 : 0);
	}

	boolean fits(Training training) {
		return (level() == null || training.level() == level()) && (form() == null || form() == training.form())
				&& (provider().isEmpty() || provider().equals(training.provider().value()));
	}

}
