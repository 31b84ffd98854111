package nl.kundig.app.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.duty.Draft;
import nl.kundig.courses.duty.DueFrom;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.RuleId;
import nl.kundig.courses.duty.RuleService;
import nl.kundig.courses.duty.Who;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes a draft of what was typed; what is missing or unreadable becomes a mistake. */
@Component
class TrialDrafts {

	private static final int LONGEST_TEXT = 500;

	private final RuleService rules;

	private final CurriculumService curricula;

	private final CurriculumDraftService concepts;

	private final PeopleService people;

	private final Clock clock;

	TrialDrafts(RuleService rules, CurriculumService curricula, CurriculumDraftService concepts, PeopleService people,
			Clock clock) {
		this.rules = rules;
		this.curricula = curricula;
		this.concepts = concepts;
		this.people = people;
		this.clock = clock;
	}

	/** The draft, or nothing when there are mistakes. */
	Optional<Draft> draft(TrialForm form, @Nullable MunicipalityId owner, LoggedIn me, Errors mistakes) {
		Draft draft = switch (form.wat()) {
			case TrialForm.RULE -> rule(form, owner, me, mistakes);
			case TrialForm.DRAFT -> concept(form, owner, mistakes);
			case TrialForm.VERSION -> version(form, mistakes);
			case TrialForm.VALIDITY -> validity(form, mistakes);
			default -> roles(form, owner, mistakes);
		};
		return mistakes.hasErrors() ? Optional.empty() : Optional.ofNullable(draft);
	}

	private @Nullable Draft rule(TrialForm form, @Nullable MunicipalityId owner, LoggedIn me, Errors mistakes) {
		Rule last = form.regel().isEmpty() ? null : this.rules.rule(new RuleId(form.regel())).orElse(null);
		if (last == null && !form.regel().isEmpty()) {
			mistakes.rejectValue("regel", "trial.mistake.rule");
		}
		if (form.tekst().isEmpty() || form.tekst().length() > LONGEST_TEXT) {
			mistakes.rejectValue("tekst", "trial.mistake.text");
		}
		Who who = (last != null && !(last.who() instanceof Who.RoleHolders)) ? last.who() : who(form, owner, mistakes);
		Curriculum curriculum = this.curricula.current(new CurriculumId(form.leerlijn())).orElse(null);
		if (curriculum == null) {
			mistakes.rejectValue("leerlijn", "trial.mistake.curriculum");
		}
		Period within = months(form.maanden(), "maanden", mistakes);
		DueFrom dueFrom = form.dueFrom();
		if (dueFrom == null) {
			mistakes.rejectValue("begint", "trial.mistake.choose");
		}
		LocalDate from = Typed.day(form.vanaf());
		if (from == null) {
			mistakes.rejectValue("vanaf", "trial.mistake.day");
		}
		if (curriculum == null || who == null || within == null || dueFrom == null || from == null) {
			return null;
		}
		Instant now = this.clock.instant();
		if (last == null) {
			return new Draft.RuleDraft(Rule.first(new RuleId(UUID.randomUUID().toString()), form.tekst(), who,
					curriculum.curriculum(), within, dueFrom, from, me.name(), now));
		}
		return new Draft.RuleDraft(form.isWithdrawing() ? last.withdraw(from, me.name(), now)
				: last.next(form.tekst(), who, within, dueFrom, from, me.name(), now));
	}

	private @Nullable Who who(TrialForm form, @Nullable MunicipalityId owner, Errors mistakes) {
		LearnerRole role = form.role();
		if (role == null) {
			mistakes.rejectValue("functiegroep", "trial.mistake.choose");
		}
		UnitId unit = form.onderdeel().isEmpty() ? null : new UnitId(form.onderdeel());
		if (unit != null && this.people.unit(unit).filter((known) -> known.municipality().equals(owner)).isEmpty()) {
			mistakes.rejectValue("onderdeel", "trial.mistake.choose");
		}
		return (role != null) ? new Who.RoleHolders(role, owner, unit) : null;
	}

	/** What somebody who manages this is still working on. */
	List<CurriculumDraft> concepts(Managing managing) {
		Stream<CurriculumDraft> own = (managing.own() != null) ? this.concepts.drafts(managing.own()).stream()
				: Stream.empty();
		Stream<CurriculumDraft> national = managing.national() ? this.concepts.drafts(null).stream() : Stream.empty();
		return Stream.concat(own, national).filter(CurriculumDraft::isOpen).toList();
	}

	/**
	 * Whether this must be published first, which takes a second pair of eyes. Another
	 * validity of what is published need not.
	 */
	boolean awaitsPublication(Draft draft) {
		if (!(draft instanceof Draft.CurriculumDraft(var curriculum))
				|| this.curricula.version(curriculum.version()).isPresent()) {
			return false;
		}
		return this.curricula.current(curriculum.curriculum())
			.filter((current) -> isSameButForValidity(current, curriculum))
			.isEmpty();
	}

	private static boolean isSameButForValidity(Curriculum one, Curriculum other) {
		return one.title().equals(other.title()) && one.level() == other.level() && one.role() == other.role()
				&& one.root().equals(other.root());
	}

	private @Nullable Draft concept(TrialForm form, @Nullable MunicipalityId owner, Errors mistakes) {
		CurriculumDraft concept = this.concepts.draft(form.leerlijn(), owner)
			.filter(CurriculumDraft::isOpen)
			.orElse(null);
		if (concept == null) {
			mistakes.rejectValue("leerlijn", "trial.mistake.concept");
		}
		return (concept != null) ? new Draft.CurriculumDraft(concept.asVersion(this.clock.instant())) : null;
	}

	private @Nullable Draft version(TrialForm form, Errors mistakes) {
		Curriculum version = this.curricula.version(form.leerlijn()).orElse(null);
		if (version == null) {
			mistakes.rejectValue("leerlijn", "trial.mistake.curriculum");
		}
		return (version != null) ? new Draft.CurriculumDraft(version) : null;
	}

	private @Nullable Draft validity(TrialForm form, Errors mistakes) {
		Curriculum current = this.curricula.current(new CurriculumId(form.leerlijn())).orElse(null);
		if (current == null) {
			mistakes.rejectValue("leerlijn", "trial.mistake.curriculum");
		}
		Period period = months(form.maanden(), "maanden", mistakes);
		Period window = months(form.venster(), "venster", mistakes);
		Period grace = months(form.uitloop(), "uitloop", mistakes);
		if (current == null || period == null || window == null || grace == null) {
			return null;
		}
		Validity old = current.validity();
		Validity validity = new Validity(old.basis(), period, window, grace, old.early(), old.returnPath(),
				old.refreshers());
		return new Draft.CurriculumDraft(Curriculum.of(current.curriculum(), current.title(), current.level(),
				current.role(), validity, current.root(), this.clock.instant()));
	}

	private static @Nullable Draft roles(TrialForm form, @Nullable MunicipalityId owner, Errors mistakes) {
		LearnerRole from = form.role();
		LearnerRole to = form.to();
		if (from == null) {
			mistakes.rejectValue("functiegroep", "trial.mistake.choose");
		}
		if (to == null) {
			mistakes.rejectValue("naar", "trial.mistake.choose");
		}
		return (from != null && to != null) ? new Draft.RoleDraft(from, to, owner) : null;
	}

	private static @Nullable Period months(String typed, String field, Errors mistakes) {
		Period period = Typed.months(typed);
		if (period == null) {
			mistakes.rejectValue(field, "trial.mistake.number");
		}
		return period;
	}

}
