package nl.kundig.app.duty;

import java.util.Arrays;
import java.util.Optional;

/** What a coordinator may decide about one duty; the code is in the address. */
enum DecisionKind {

	EXEMPTION("vrijstelling"), NOT_APPLICABLE("niet-van-toepassing"), EXTENSION("uitstel"), REVOCATION("intrekken");

	private final String code;

	DecisionKind(String code) {
		this.code = code;
	}

	public String code() {
		return this.code;
	}

	static Optional<DecisionKind> of(String code) {
		return Arrays.stream(values()).filter((kind) -> kind.code.equals(code)).findFirst();
	}

}
