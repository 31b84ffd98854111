package nl.kundig.app.duty;

import java.time.Period;

import nl.kundig.courses.duty.Extension;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to give many people more time.
 *
 * @param hoe {@code maanden} or {@code datum}
 * @param maanden how many months more
 * @param datum through which day, year first
 */
record ExtensionForm(String voor, String leerlijn, String hoe, String maanden, String datum, String reden) {

	static final String MONTHS = "maanden";

	static final String DAY = "datum";

	ExtensionForm {
		voor = text(voor);
		leerlijn = text(leerlijn);
		hoe = text(hoe);
		maanden = text(maanden);
		datum = text(datum);
		reden = text(reden);
	}

	static ExtensionForm empty(String owner) {
		return new ExtensionForm(owner, "", MONTHS, "", "", "");
	}

	/** The field that holds how much more time. */
	String field() {
		return DAY.equals(this.hoe) ? "datum" : "maanden";
	}

	/** How much more time, or null when it cannot be read. */
	@Nullable Extension extension() {
		if (DAY.equals(this.hoe)) {
			var day = Typed.day(this.datum);
			return (day != null) ? new Extension.ThroughDay(day) : null;
		}
		Period months = Typed.months(this.maanden);
		return (months != null) ? new Extension.ByPeriod(months) : null;
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
