package nl.kundig.searchindex;

import java.util.regex.Pattern;

/**
 * A small key for how a Dutch word sounds, so that "haakencruis" meets "hakenkruis".
 */
final class DutchSound {

	private record Rule(Pattern pattern, String replacement) {

		static Rule of(String pattern, String replacement) {
			return new Rule(Pattern.compile(pattern), replacement);
		}

	}

	/** The order matters: clusters first, then single letters, doubles last. */
	private static final Rule[] RULES = { Rule.of("sch", "s"), Rule.of("ph", "f"), Rule.of("ch", "g"),
			Rule.of("ck", "k"), Rule.of("qu", "kw"), Rule.of("x", "ks"), Rule.of("dj", "j"), Rule.of("th|dt", "t"),
			Rule.of("ij|ei|ey|ie|y", "i"), Rule.of("oe|ou|au", "u"), Rule.of("ae", "a"), Rule.of("z", "s"),
			Rule.of("v|w", "f"), Rule.of("c|q", "k"), Rule.of("(?<=.)h", ""), Rule.of("d$", "t"), Rule.of("b$", "p"),
			Rule.of("(.)\\1+", "$1") };

	private DutchSound() {
	}

	static String key(String word) {
		String key = DutchText.fold(word);
		for (Rule rule : RULES) {
			key = rule.pattern().matcher(key).replaceAll(rule.replacement());
		}
		return key;
	}

}
