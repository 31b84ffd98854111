package nl.kundig.courses.knowledge;

import java.util.List;

import nl.kundig.courses.TestClock;

/** Symbols and organisations as a content file says them. */
final class Symbols {

	private Symbols() {
	}

	static Symbol starter(String slug, String name, String meaning) {
		return new Symbol(slug, null, name, List.of(new Alias("andere naam", AliasKind.SYNONYM)), Form.NUMBER_CODE,
				"Twee cijfers", List.of(Shape.DIGITS), List.of(Colour.BLACK), List.of(Carrier.TATTOO),
				List.of(Current.RIGHT_WING), meaning, "Herkomst", "Een geboortejaar", List.of("Waar?", "Wie?"),
				Unambiguity.AMBIGUOUS, null, List.of(SeenIn.NETHERLANDS), List.of(new LookAlike(null, "Huisnummer")),
				List.of(), null, List.of(), Certainty.CONFIRMED, List.of(), null, "", null, TestClock.START)
			.asStarter(TestClock.START);
	}

	static Symbol revised(Symbol symbol, String meaning, List<String> questions) {
		Long revision = symbol.revision();
		return symbol.revised(symbol.name(), symbol.aliases(), symbol.looks(), meaning, symbol.origin(),
				symbol.otherMeanings(), questions, symbol.unambiguity(), revision, "Eva", TestClock.START);
	}

	static Organisation organisation(String slug, String name, String description) {
		return new Organisation(slug, null, name, null, List.of(), Nature.NETWORK, List.of(Current.GENERAL), null, null,
				Activity.ACTIVE, null, null, List.of(), null, description, "Wie niet wordt bedoeld", List.of(),
				List.of(), List.of(), List.of(), Certainty.PLAUSIBLE, List.of(), "", null, TestClock.START)
			.asStarter(TestClock.START);
	}

}
