package nl.kundig.app.curriculum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import nl.kundig.app.account.AccountService;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDifference;
import nl.kundig.courses.curriculum.CurriculumDifference.Term;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumMerge;
import nl.kundig.courses.curriculum.CurriculumMistake;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.GroupKind;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Says what is in a curriculum in the words of the person who reads it. */
@Component
class CurriculumWords {

	private final MessageSource messages;

	private final ContentService content;

	private final CurriculumService curricula;

	private final TrainingService trainings;

	private final AccountService accounts;

	CurriculumWords(MessageSource messages, ContentService content, CurriculumService curricula,
			TrainingService trainings, AccountService accounts) {
		this.messages = messages;
		this.content = content;
		this.curricula = curricula;
		this.trainings = trainings;
		this.accounts = accounts;
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	/** The name of who did something; the username when there is no such account now. */
	String person(String username) {
		try {
			return ((LoggedIn) this.accounts.loadUserByUsername(username)).name();
		}
		catch (UsernameNotFoundException ex) {
			return username;
		}
	}

	/** "3 maart 2027 om 14.05 uur". */
	String moment(Instant at) {
		var there = at.atZone(CurriculumService.ZONE);
		return text("draft.moment", day(there.toLocalDate()), DateTimeFormatter.ofPattern("HH:mm").format(there));
	}

	String day(LocalDate day) {
		return DateTimeFormatter.ofPattern("d MMMM yyyy", locale()).format(day);
	}

	String day(Instant at) {
		return day(at.atZone(CurriculumService.ZONE).toLocalDate());
	}

	String requirement(CurriculumRequirement requirement) {
		return switch (requirement) {
			case CurriculumRequirement.PassModule(var module) -> module(module);
			case CurriculumRequirement.AttendTraining(var training) ->
				text("draft.leaf.training", this.trainings.title(training));
			case CurriculumRequirement.FinishScenario(var scenario) -> text("draft.leaf.scenario", scenario);
			case CurriculumRequirement.HandInProof(var proof) -> text("draft.leaf.proof", proof);
			case CurriculumRequirement.HoldCertificate(var id) -> text("draft.leaf.certificate", curriculum(id));
		};
	}

	String module(LearningModuleId module) {
		return this.content.module(module).map(LearningModule::title).orElse(module.value());
	}

	String curriculum(CurriculumId curriculum) {
		return this.curricula.current(curriculum).map(Curriculum::title).orElse(curriculum.value());
	}

	String group(GroupKind kind, int least) {
		return text("draft.group." + kind, least);
	}

	String part(@Nullable CurriculumPart part) {
		if (part == null) {
			return text("draft.none");
		}
		if (part instanceof Leaf leaf) {
			return requirement(leaf.requirement());
		}
		return text("draft.group.named", group(GroupKind.of(part).orElseThrow(), GroupKind.least(part)),
				names(part.parts()));
	}

	private String names(Collection<CurriculumPart> parts) {
		return parts.isEmpty() ? text("draft.group.empty")
				: parts.stream().map(this::part).collect(Collectors.joining("; "));
	}

	String role(LearnerRole role) {
		return text("role." + role.code());
	}

	String roles(Collection<LearnerRole> roles) {
		return roles.isEmpty() ? text("draft.roles.all")
				: roles.stream().map(this::role).collect(Collectors.joining(", "));
	}

	/** "2 jaar", "18 maanden", "1 jaar en 6 maanden", "geen". */
	String period(Period period) {
		List<String> parts = new ArrayList<>();
		if (period.getYears() != 0) {
			parts.add(text("draft.years", period.getYears()));
		}
		if (period.getMonths() != 0) {
			parts.add(text("draft.months", period.getMonths()));
		}
		if (period.getDays() != 0) {
			parts.add(text("draft.days", period.getDays()));
		}
		return parts.isEmpty() ? text("draft.nothing") : String.join(text("draft.and"), parts);
	}

	String basis(ValidityBasis basis) {
		return switch (basis) {
			case ValidityBasis.FromCompletion completion -> text("draft.basis.completion");
			case ValidityBasis.FromPreviousExpiry expiry -> text("draft.basis.expiry");
			case ValidityBasis.FixedDay(var month, var day, var minimum) -> text("draft.basis.fixed.on",
					DateTimeFormatter.ofPattern("d MMMM", locale()).format(MonthDay.of(month, day)), period(minimum));
		};
	}

	String term(Term term) {
		return text("draft.term." + term);
	}

	String value(@Nullable Object value) {
		return switch (value) {
			case null -> text("draft.none");
			case Period period -> period(period);
			case ValidityBasis basis -> basis(basis);
			case LearnerRole role -> role(role);
			case EarlyWork early -> text("draft.early." + early);
			case CurriculumPart part -> part(part);
			case CurriculumMerge.Shape(var kind, var least) -> group(kind, least);
			case Collection<?> parts when parts.isEmpty() -> text("draft.none");
			case Collection<?> parts -> parts.stream().map(this::value).collect(Collectors.joining("; "));
			default -> value.toString();
		};
	}

	String minutes(int minutes) {
		return (minutes == 0) ? text("draft.minutes.content") : text("draft.minutes.of", minutes);
	}

	/** Only a module knows itself how long it takes. */
	String minutes(Leaf leaf) {
		return (leaf.minutes() == 0 && !(leaf.requirement() instanceof CurriculumRequirement.PassModule))
				? text("draft.minutes.unknown") : minutes(leaf.minutes());
	}

	/** What is wrong, with the thing it is about. */
	String mistake(CurriculumMistake mistake) {
		String what = mistake.what();
		return switch (mistake.kind()) {
			case IMPOSSIBLE_NUMBER -> {
				String[] numbers = what.split(" of ");
				yield text("draft.mistake.IMPOSSIBLE_NUMBER", numbers[0], numbers[1]);
			}
			case DOUBLE -> text("draft.mistake.DOUBLE", written(what.substring(0, what.indexOf('['))));
			case MINUTES_OUT_OF_RANGE -> {
				int space = what.lastIndexOf(' ');
				yield text("draft.mistake.MINUTES_OUT_OF_RANGE", written(what.substring(0, space)),
						what.substring(space + 1));
			}
			case PERIOD_OUT_OF_RANGE, SPAN_OUT_OF_RANGE, DUE_OUT_OF_RANGE, NO_WHOLE_YEARS ->
				text("draft.mistake." + mistake.kind(), period(Period.parse(what)));
			case CYCLE, UNKNOWN_CURRICULUM ->
				text("draft.mistake." + mistake.kind(), curriculum(new CurriculumId(what)));
			default -> text("draft.mistake." + mistake.kind(), what);
		};
	}

	// A requirement as a fact writes it: "module:m3".
	private String written(String key) {
		return key.startsWith("module:") ? module(new LearningModuleId(key.substring("module:".length()))) : key;
	}

	/** Every difference as a line, kind by kind. */
	List<DifferenceView> difference(CurriculumDifference difference) {
		List<DifferenceView> all = new ArrayList<>();
		add(all, "added", difference.added().stream().map(this::part).toList());
		add(all, "dropped", difference.dropped().stream().map(this::part).toList());
		add(all, "moved", difference.moved().stream().map(this::part).toList());
		List<String> changed = new ArrayList<>();
		difference.minutes()
			.forEach((change) -> changed.add(text("draft.changed", part(change.after()),
					minutes(change.before().minutes()), minutes(change.after().minutes()))));
		difference.roles()
			.forEach((change) -> changed.add(text("draft.changed", part(change.after()), roles(change.before().roles()),
					roles(change.after().roles()))));
		difference.groups().forEach((change) -> changed.add(groupChange(change)));
		difference.terms()
			.forEach((change) -> changed
				.add(text("draft.changed", term(change.term()), value(change.before()), value(change.after()))));
		add(all, "changed", changed);
		return all;
	}

	private String groupChange(CurriculumDifference.GroupChange change) {
		CurriculumPart before = change.before();
		CurriculumPart after = change.after();
		if (before == null) {
			return text("draft.group.new", part(after));
		}
		if (after == null) {
			return text("draft.group.gone", part(before));
		}
		return text("draft.changed", part(after), group(GroupKind.of(before).orElseThrow(), GroupKind.least(before)),
				group(GroupKind.of(after).orElseThrow(), GroupKind.least(after)));
	}

	private void add(List<DifferenceView> all, String kind, List<String> lines) {
		if (!lines.isEmpty()) {
			all.add(new DifferenceView(text("draft.difference." + kind), lines));
		}
	}

	/** One kind of difference. */
	record DifferenceView(String title, List<String> lines) {
	}

}
