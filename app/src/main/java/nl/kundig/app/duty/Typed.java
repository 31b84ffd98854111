package nl.kundig.app.duty;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

import org.jspecify.annotations.Nullable;

/** Reads what people type; what cannot be read is nothing. */
final class Typed {

	private static final int LONGEST = 9;

	private Typed() {
	}

	static @Nullable Period months(String typed) {
		return (typed.matches("\\d+") && typed.length() <= LONGEST) ? Period.ofMonths(Integer.parseInt(typed)) : null;
	}

	static @Nullable LocalDate day(String typed) {
		try {
			return LocalDate.parse(typed);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
