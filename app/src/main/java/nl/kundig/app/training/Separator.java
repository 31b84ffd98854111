package nl.kundig.app.training;

import java.util.Arrays;
import java.util.Optional;

/** What stands between the columns of a text file. */
enum Separator {

	SEMICOLON(';'),

	COMMA(','),

	TAB('\t');

	private final char sign;

	Separator(char sign) {
		this.sign = sign;
	}

	char sign() {
		return this.sign;
	}

	static Optional<Separator> of(char sign) {
		return Arrays.stream(values()).filter((separator) -> separator.sign == sign).findFirst();
	}

}
