package nl.kundig.courses.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody does in the local approach; decides which curriculum applies. The first
 * five are the roles of the VAR handreiking.
 */
public enum LearnerRole {

	/** Aandachtsfunctionaris. */
	FOCAL_OFFICER,

	/** Beleidsmedewerker radicalisering. */
	POLICY_OFFICER,

	/** Baliemedewerker. */
	DESK_EMPLOYEE,

	/** BOA. */
	ENFORCEMENT_OFFICER,

	/** Sociaal domein: wijkteam, jeugd, Werk en Inkomen, Wmo. */
	SOCIAL_DOMAIN,

	/** Leidinggevende. */
	MANAGER,

	/** Externe partner. */
	EXTERNAL_PARTNER;

	/** The code in content files: "desk-employee". */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<LearnerRole> of(String code) {
		return Arrays.stream(values()).filter((role) -> role.code().equals(code)).findFirst();
	}

}
