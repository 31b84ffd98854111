package nl.kundig.app.duty;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator decides about one duty of one person. Days stay as they were typed,
 * so that a wrong one can be shown again.
 *
 * @param token made with the form, so that sending it twice decides once
 * @param about the requirement: "module:m3"
 * @param fact what is taken back
 */
record DecisionForm(@Nullable String token, @Nullable String about, @Nullable String fact,
		@NotBlank @Size(max = 20) @Nullable String effectiveOn, @Size(max = 20) @Nullable String until,
		@NotBlank @Size(max = 500) @Nullable String reason, @Size(max = 500) @Nullable String evidence) {

	/** How the source of what is written down by hand begins. */
	static final String SOURCE = "by hand:";

	static DecisionForm empty(String about, @Nullable String fact, String effectiveOn) {
		return new DecisionForm(UUID.randomUUID().toString(), about, fact, effectiveOn, "", "", "");
	}

	String source() {
		try {
			return SOURCE + UUID.fromString(text(this.token));
		}
		catch (IllegalArgumentException ex) {
			// No page of ours sends this; the decision is as good as any other.
			return SOURCE + UUID.randomUUID();
		}
	}

	String reasonText() {
		return text(this.reason);
	}

	String evidenceText() {
		return text(this.evidence);
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
