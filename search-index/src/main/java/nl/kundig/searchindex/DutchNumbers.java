package nl.kundig.searchindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Dutch number words from nul to negenennegentig, as people say codes: "veertien
 * achtentachtig".
 */
final class DutchNumbers {

	private static final List<String> UNITS = List.of("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven",
			"acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien",
			"achttien", "negentien");

	private static final List<String> TENS = List.of("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig",
			"tachtig", "negentig");

	private static final Map<String, String> DIGITS = digits();

	private DutchNumbers() {
	}

	/** The words with every number word written in digits. */
	static List<String> toDigits(List<String> words) {
		List<String> result = new ArrayList<>(words.size());
		words.forEach((word) -> result.add(DIGITS.getOrDefault(word, word)));
		return result;
	}

	private static Map<String, String> digits() {
		Map<String, String> digits = new HashMap<>();
		for (int number = 0; number < UNITS.size(); number++) {
			digits.put(UNITS.get(number), Integer.toString(number));
		}
		for (int ten = 0; ten < TENS.size(); ten++) {
			int tens = 20 + 10 * ten;
			digits.put(TENS.get(ten), Integer.toString(tens));
			for (int unit = 1; unit < 10; unit++) {
				// Words reach this class folded, so "drieëntwintig" and "drieentwintig"
				// are one.
				digits.put(UNITS.get(unit) + "en" + TENS.get(ten), Integer.toString(tens + unit));
			}
		}
		return Map.copyOf(digits);
	}

}
