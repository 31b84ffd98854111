package nl.kundig.courses.people;

import java.util.Locale;

/** What a partner organisation does; a duty may follow from it. */
public enum PartnerKind {

	YOUTH_WORK, SCHOOL, COMMUNITY_CENTRE, HOUSING_ASSOCIATION, POLICE, SPORTS_CLUB, COMMUNITY_ORGANISATION, CARE, OTHER;

	/** The code in content files: "youth-work". */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
