package nl.kundig.app.duty;

import java.time.LocalDate;
import java.util.Locale;

import nl.kundig.courses.duty.DueFrom;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.Who;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to try something out. Everything is text until it is read, so that
 * what cannot be read comes back as it was typed.
 *
 * @param wat the kind: {@link #RULE}, {@link #DRAFT}, {@link #VERSION}, {@link #VALIDITY}
 * or {@link #ROLES}
 * @param voor the municipality, or {@link Managing#EVERYWHERE}
 * @param regel the rule this is the next version of; empty for a new one
 */
record TrialForm(String wat, String voor, String regel, String tekst, String functiegroep, String onderdeel,
		String leerlijn, String maanden, String begint, String vanaf, String intrekken, String venster, String uitloop,
		String naar) {

	static final String RULE = "regel";

	/** The id of the draft is in {@link #leerlijn}. */
	static final String DRAFT = "concept";

	static final String VERSION = "versie";

	static final String VALIDITY = "geldigheid";

	static final String ROLES = "functiegroep";

	TrialForm {
		wat = text(wat);
		voor = text(voor);
		regel = text(regel);
		tekst = text(tekst);
		functiegroep = text(functiegroep);
		onderdeel = text(onderdeel);
		leerlijn = text(leerlijn);
		maanden = text(maanden);
		begint = text(begint);
		vanaf = text(vanaf);
		intrekken = text(intrekken);
		venster = text(venster);
		uitloop = text(uitloop);
		naar = text(naar);
	}

	static TrialForm empty(String kind, String owner, String curriculum, LocalDate today) {
		return new TrialForm(kind, owner, "", "", "", "", curriculum, (RULE.equals(kind)) ? "3" : "",
				DueFrom.ROLE_TAKEN.name(), today.toString(), "", "3", "0", "");
	}

	/** The rule as it is, to change. */
	static TrialForm of(Rule rule, String owner, LocalDate today) {
		LearnerRole role = (rule.who() instanceof Who.RoleHolders holders) ? holders.role() : null;
		UnitId unit = (rule.who() instanceof Who.RoleHolders holders) ? holders.unit() : null;
		return new TrialForm(RULE, owner, rule.rule().value(), rule.text(), (role != null) ? role.code() : "",
				(unit != null) ? unit.value() : "", rule.curriculum().value(),
				Long.toString(rule.within().toTotalMonths()), rule.dueFrom().name(), today.toString(), "", "", "", "");
	}

	public boolean isWithdrawing() {
		return "ja".equals(this.intrekken);
	}

	@Nullable LearnerRole role() {
		return LearnerRole.of(this.functiegroep).orElse(null);
	}

	@Nullable LearnerRole to() {
		return LearnerRole.of(this.naar).orElse(null);
	}

	@Nullable DueFrom dueFrom() {
		try {
			return DueFrom.valueOf(this.begint.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
