package nl.kundig.app.duty;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads days as people type them. */
final class Days {

	// Browsers send 2027-03-03; without a date field people type 3-3-2027.
	private static final List<DateTimeFormatter> SPELLINGS = List.of(DateTimeFormatter.ISO_LOCAL_DATE,
			DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

	private Days() {
	}

	/** The day, or nothing when there is no such day. */
	static Optional<LocalDate> read(@Nullable String typed) {
		String text = (typed != null) ? typed.strip() : "";
		for (DateTimeFormatter spelling : SPELLINGS) {
			try {
				return Optional.of(LocalDate.parse(text, spelling));
			}
			catch (DateTimeParseException ex) {
				// Perhaps it is spelled the other way.
			}
		}
		return Optional.empty();
	}

}
