package nl.kundig.app.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.SessionOverview;
import nl.kundig.courses.training.Training;
import org.jspecify.annotations.Nullable;

/**
 * A session as somebody sees it.
 *
 * @param own the newest enrolment of who looks, or null
 * @param link to the online session, for who has a seat; else null
 * @param managers whom the person can ask, by id; empty where nobody needs to be asked
 * @param missing titles of trainings that are asked for first and were not followed
 * @param canApply whether the form is shown
 * @param canWithdraw whether the person can still withdraw
 * @param until when the person must have answered the offer, or null
 * @param clashes sessions at the same time that the person is enrolled for already
 */
record SessionPage(SessionOverview session, Training training, String provider, @Nullable Enrolment own,
		@Nullable String link, Map<String, String> managers, boolean needsManager, List<String> missing, int freeForMe,
		boolean canApply, boolean canWithdraw, @Nullable Instant until, List<Clash> clashes) {

	/** Another session at the same time. */
	record Clash(SessionId session, String title) {
	}

	public SessionCard card() {
		return new SessionCard(this.session, this.training, this.provider, this.own, this.freeForMe);
	}

	/** Whether a colleague can be sent instead. */
	public boolean isSwappable() {
		return this.own != null && this.own.state().isPlaced() && this.canWithdraw;
	}

	/** Whether the municipality wants a manager to agree and there is none to ask. */
	public boolean isWithoutManager() {
		return this.needsManager && this.managers.isEmpty();
	}

}
