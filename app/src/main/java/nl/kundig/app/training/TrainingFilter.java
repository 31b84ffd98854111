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
record TrainingFilter(@Nullable String niveau, @Nullable String vorm, @Nullable String aanbieder,
		@Nullable String plaats, @Nullable String vrij) {

	/** How an address says that it is behind a screen. */
	static final String ONLINE = "online";

	public @Nullable Integer level() {
		return (this.niveau != null && this.niveau.matches("[0-4]")) ? Integer.valueOf(this.niveau) : null;
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

	public String place() {
		return (this.plaats != null) ? this.plaats : "";
	}

	public boolean isOnlyFree() {
		return this.vrij != null;
	}

	/** How many filters are set. */
	public int chosen() {
		return ((level() != null) ? 1 : 0) + ((form() != null) ? 1 : 0) + (provider().isEmpty() ? 0 : 1)
				+ (place().isEmpty() ? 0 : 1) + (isOnlyFree() ? 1 : 0);
	}

	/** Whether it is about dates, so that what has none does not fit. */
	boolean isAboutSessions() {
		return isOnlyFree() || !place().isEmpty();
	}

	boolean fits(SessionCard card) {
		boolean there = place().isEmpty() || (ONLINE.equals(place()) ? card.isOnline() : place().equals(card.place()));
		return there && fits(card.training()) && (!isOnlyFree() || card.freeForMe() > 0);
	}

	boolean fits(Training training) {
		return (level() == null || training.level() == level()) && (form() == null || form() == training.form())
				&& (provider().isEmpty() || provider().equals(training.provider().value()));
	}

}
