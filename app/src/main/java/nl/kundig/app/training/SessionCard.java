package nl.kundig.app.training;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.SessionOverview;
import nl.kundig.courses.training.Training;
import org.jspecify.annotations.Nullable;

/**
 * A session in a list.
 *
 * @param own the newest enrolment of who looks, or null
 * @param freeForMe seats that people of the own municipality may take; all that are free
 * for who has none
 */
record SessionCard(SessionOverview session, Training training, String provider, @Nullable Enrolment own,
		int freeForMe) {

	public LocalDate firstDay() {
		return this.session.plan().halfDays().getFirst().date();
	}

	public YearMonth month() {
		return YearMonth.from(firstDay());
	}

	/** The days, each once, in order. */
	public List<LocalDate> days() {
		return this.session.plan().halfDays().stream().map(HalfDay::date).distinct().toList();
	}

	/** Where it is, or empty behind a screen. */
	public String place() {
		String place = this.session.plan().venue().place();
		return (place != null) ? place : "";
	}

	public boolean isOnline() {
		return place().isEmpty();
	}

	/** Whether an enrolment of who looks is under way, or came to something. */
	public boolean isMine() {
		return this.own != null && (this.own.isOpen() || this.own.state().isAfterwards());
	}

}
