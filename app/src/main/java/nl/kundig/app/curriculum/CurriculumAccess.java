package nl.kundig.app.curriculum;

import java.util.List;
import java.util.Objects;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whose drafts somebody works on, and whose somebody may read. */
@Component
class CurriculumAccess {

	private final PeopleService people;

	private final MessageSource messages;

	CurriculumAccess(PeopleService people, MessageSource messages) {
		this.people = people;
		this.messages = messages;
	}

	/**
	 * Editors work on the ready-made ones, coordinators on those of their municipality.
	 * @param municipality whose it is, or null for a ready-made one
	 */
	boolean mayWork(LoggedIn me, @Nullable MunicipalityId municipality) {
		if (municipality == null) {
			return me.roles().contains(AccountRole.EDITOR);
		}
		return me.roles().contains(AccountRole.COORDINATOR)
				&& Objects.equals(me.municipality().orElse(null), municipality);
	}

	boolean mayReadDrafts(LoggedIn me, @Nullable MunicipalityId municipality) {
		return mayWork(me, municipality) || (municipality != null
				&& municipalities(me).stream().anyMatch((own) -> own.id().equals(municipality)));
	}

	/** A ready-made version is for everybody who comes here. */
	boolean mayReadVersions(LoggedIn me, @Nullable MunicipalityId municipality) {
		return municipality == null || mayReadDrafts(me, municipality);
	}

	/** The municipality a coordinator works for, or those of the region. */
	List<Municipality> municipalities(LoggedIn me) {
		return this.people.municipalities()
			.stream()
			.filter((municipality) -> mayWork(me, municipality.id())
					|| (me.roles().contains(AccountRole.REGIONAL_COORDINATOR)
							&& me.region().filter(municipality.region()::equals).isPresent()))
			.toList();
	}

	String owner(@Nullable MunicipalityId municipality) {
		if (municipality == null) {
			return this.messages.getMessage("draft.owner.country", null, LocaleContextHolder.getLocale());
		}
		return this.people.municipality(municipality).map(Municipality::name).orElse(municipality.value());
	}

}
