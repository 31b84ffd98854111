package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumPart.AllInOrder;
import nl.kundig.courses.curriculum.CurriculumPart.AtLeast;
import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import nl.kundig.courses.curriculum.CurriculumPart.OptionalSet;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.HoldCertificate;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleEnding;
import nl.kundig.courses.people.RoleHeld;
import org.jspecify.annotations.Nullable;

/**
 * The rules of standing told slowly: it walks through all days, looks at all facts each
 * day, and remembers nothing but the certificates. It shares no code with the real one
 * but the types.
 */
final class ReferenceStanding {

	private final History history;

	private final Policy policy;

	private final LocalDate asOf;

	private final List<RoleHeld> roles = new ArrayList<>();

	private final List<Rule> rules;

	private final List<Fact> facts;

	private final Map<CurriculumId, List<Certificate>> known = new HashMap<>();

	/** What is compared. */
	record Told(CurriculumId curriculum, String version, DutyStanding.State state, @Nullable LocalDate dueOn,
			List<ToldCycle> cycles, List<ToldLeaf> leaves, @Nullable CurriculumRequirement next, List<LocalDate> ends) {
	}

	record ToldLeaf(CurriculumRequirement requirement, boolean required, LeafStanding.State state,
			@Nullable LocalDate metOn) {

		static ToldLeaf of(LeafStanding leaf) {
			return new ToldLeaf(leaf.requirement(), leaf.required(), leaf.state(), leaf.metOn());
		}

	}

	record ToldCycle(int number, Cycle.Kind kind, LocalDate completedOn, LocalDate from, LocalDate plannedLastDay,
			LocalDate lastDay, LocalDate windowOpens, LocalDate graceEnds) {

		static ToldCycle of(Cycle cycle) {
			return new ToldCycle(cycle.number(), cycle.kind(), cycle.completedOn(), cycle.from(),
					cycle.plannedLastDay(), cycle.lastDay(), cycle.windowOpens(), cycle.graceEnds());
		}

	}

	private static final class Certificate {

		private int number;

		private Cycle.Kind kind = Cycle.Kind.FIRST;

		private Curriculum curriculum;

		private LocalDate completedOn;

		private LocalDate from;

		private LocalDate planned;

		private LocalDate lastDay;

		private LocalDate rhythmStart;

		Certificate(Curriculum curriculum, LocalDate completedOn) {
			this.curriculum = curriculum;
			this.completedOn = completedOn;
			this.from = completedOn;
			this.planned = completedOn;
			this.lastDay = completedOn;
			this.rhythmStart = completedOn;
		}

		LocalDate windowOpens() {
			return this.planned.plusDays(1).minus(this.curriculum.validity().window());
		}

		LocalDate graceEnds() {
			return this.lastDay.plus(this.curriculum.validity().grace());
		}

	}

	ReferenceStanding(History history, Policy policy, LocalDate asOf) {
		this.history = history;
		this.policy = policy;
		this.asOf = asOf;
		history.learner().roles().forEach((role) -> {
			if (!role.from().isAfter(asOf) || !isAfter(role.recordedAt(), asOf)) {
				this.roles.add(until(role, lastDay(role)));
			}
		});
		this.rules = policy.rules()
			.stream()
			.filter((rule) -> !rule.activeFrom().isAfter(asOf) || !isAfter(rule.recordedAt(), asOf))
			.toList();
		this.facts = history.facts()
			.stream()
			.filter((fact) -> !fact.effectiveOn().isAfter(asOf))
			.filter((fact) -> !isRevoked(fact))
			.sorted(Comparator.comparing(Fact::effectiveOn).thenComparing(Fact::recordedAt).thenComparing(Fact::id))
			.toList();
	}

	private static boolean isAfter(Instant recorded, LocalDate day) {
		return !recorded.isBefore(day.plusDays(1).atStartOfDay(PeopleService.ZONE).toInstant());
	}

	private static RoleHeld until(RoleHeld role, @Nullable LocalDate lastDay) {
		return new RoleHeld(role.role(), role.municipality(), role.partner(), role.unit(), role.from(), lastDay,
				role.source(), role.actor(), role.recordedAt(), List.of());
	}

	/** The end as it was told on the day itself, if the role was held then indeed. */
	private @Nullable LocalDate lastDay(RoleHeld role) {
		if (role.endings().isEmpty() || role.endings().getLast().lastDay().isBefore(this.asOf)) {
			return role.until();
		}
		LocalDate told = role.endings().getFirst().planned();
		for (RoleEnding ending : role.endings()) {
			told = isAfter(ending.recordedAt(), this.asOf) ? told : ending.lastDay();
		}
		return (told != null && told.isBefore(this.asOf)) ? role.until() : told;
	}

	private boolean isRevoked(Fact fact) {
		return this.history.facts()
			.stream()
			.anyMatch((other) -> !other.effectiveOn().isAfter(this.asOf)
					&& other.finding() instanceof Finding.Revoked(var id, var reason) && id.equals(fact.id())
					&& !isRevoked(other));
	}

	List<Told> told() {
		Set<String> ids = new TreeSet<>();
		this.rules.forEach((rule) -> ids.add(rule.curriculum().value()));
		List<Told> told = new ArrayList<>();
		for (String id : ids) {
			CurriculumId curriculum = new CurriculumId(id);
			LocalDate start = start(curriculum);
			if (start != null) {
				told.add(told(curriculum, start));
			}
		}
		return told;
	}

	// ---- rules

	private @Nullable Rule versionOn(RuleId id, LocalDate day) {
		Rule holding = null;
		for (Rule rule : this.rules) {
			if (rule.rule().equals(id) && !rule.activeFrom().isAfter(day)
					&& (holding == null || rule.number() > holding.number())) {
				holding = rule;
			}
		}
		return (holding == null || holding.withdrawn()) ? null : holding;
	}

	private @Nullable Rule matching(RuleId id, RoleHeld role, LocalDate day) {
		Rule rule = versionOn(id, day);
		return (rule != null && role.isHeldOn(day) && rule.who().failing(role, this.policy.places()).isEmpty()) ? rule
				: null;
	}

	private Set<RuleId> rulesOf(CurriculumId curriculum) {
		Set<RuleId> ids = new HashSet<>();
		this.rules.stream()
			.filter((rule) -> rule.curriculum().equals(curriculum))
			.forEach((rule) -> ids.add(rule.rule()));
		return ids;
	}

	private LocalDate firstDay() {
		return this.roles.stream().map(RoleHeld::from).min(Comparator.naturalOrder()).orElse(this.asOf.plusDays(1));
	}

	private @Nullable LocalDate start(CurriculumId curriculum) {
		for (LocalDate day = firstDay(); !day.isAfter(this.asOf); day = day.plusDays(1)) {
			if (isAsked(curriculum, day)) {
				return day;
			}
		}
		return null;
	}

	private boolean isAsked(CurriculumId curriculum, LocalDate day) {
		for (RuleId rule : rulesOf(curriculum)) {
			for (RoleHeld role : this.roles) {
				if (matching(rule, role, day) != null) {
					return true;
				}
			}
		}
		return false;
	}

	private Set<LearnerRole> roles(CurriculumId curriculum, @Nullable LocalDate start, LocalDate day) {
		Set<LearnerRole> roles = new HashSet<>();
		if (start == null) {
			this.roles.forEach((role) -> roles.add(role.role()));
			return roles;
		}
		// Go back to the last day somebody asked.
		LocalDate on = day.isBefore(start) ? start : day;
		if (!isAsked(curriculum, on)) {
			// In a gap every role of before counts.
			for (RuleId rule : rulesOf(curriculum)) {
				for (RoleHeld role : this.roles) {
					for (LocalDate back = role.from(); !back.isAfter(on); back = back.plusDays(1)) {
						if (matching(rule, role, back) != null) {
							roles.add(role.role());
							break;
						}
					}
				}
			}
			return roles;
		}
		for (RuleId rule : rulesOf(curriculum)) {
			for (RoleHeld role : this.roles) {
				if (matching(rule, role, on) != null) {
					roles.add(role.role());
				}
			}
		}
		return roles;
	}

	private @Nullable LocalDate due(CurriculumId curriculum, @Nullable Certificate latest) {
		LocalDate strictest = null;
		for (RuleId id : rulesOf(curriculum)) {
			for (RoleHeld role : this.roles) {
				Rule rule = matching(id, role, this.asOf);
				if (rule == null) {
					continue;
				}
				LocalDate since = this.asOf;
				while (matching(id, role, since.minusDays(1)) != null) {
					since = since.minusDays(1);
				}
				LocalDate from = switch (rule.dueFrom()) {
					case ROLE_TAKEN -> role.from();
					case RULE_ACTIVATED -> since;
					case PREVIOUS_EXPIRY -> (latest != null) ? latest.lastDay : role.from();
				};
				LocalDate due = from.plus(rule.within());
				if (latest != null && due.isBefore(latest.lastDay)) {
					due = latest.lastDay;
				}
				strictest = (strictest == null || due.isBefore(strictest)) ? due : strictest;
			}
		}
		return strictest;
	}

	/** The last days of what asks now, as far as they are known. */
	private List<LocalDate> ends(CurriculumId curriculum) {
		LocalDate horizon = Stream
			.concat(this.roles.stream().map(RoleHeld::until), this.rules.stream().map(Rule::activeFrom))
			.filter(Objects::nonNull)
			.reduce(this.asOf, ReferenceStanding::later)
			.plusDays(1);
		List<LocalDate> ends = new ArrayList<>();
		for (RuleId id : rulesOf(curriculum)) {
			for (RoleHeld role : this.roles) {
				LocalDate day = this.asOf;
				while (matching(id, role, day) != null && !day.isAfter(horizon)) {
					day = day.plusDays(1);
				}
				if (day.isAfter(this.asOf) && !day.isAfter(horizon)) {
					ends.add(day.minusDays(1));
				}
			}
		}
		return ends.stream().sorted().toList();
	}

	// ---- requirements

	private boolean isReleased(CurriculumRequirement requirement, LocalDate day, boolean exempt) {
		return this.facts.stream().anyMatch((fact) -> {
			if (fact.effectiveOn().isAfter(day)) {
				return false;
			}
			return switch (fact.finding()) {
				case Finding.Exempted(var about, var until, var reason, var evidence) ->
					exempt && about.equals(requirement) && (until == null || !day.isAfter(until));
				case Finding.NotApplicable(var about, var until, var reason) ->
					!exempt && about.equals(requirement) && (until == null || !day.isAfter(until));
				default -> false;
			};
		});
	}

	/** One look at a tree on a day. */
	private final class Look {

		private final Cycle.Kind kind;

		private final Curriculum curriculum;

		private final LocalDate day;

		private final Set<LearnerRole> roles;

		private final Set<CurriculumId> asking;

		Look(Cycle.Kind kind, Curriculum curriculum, LocalDate day, Set<LearnerRole> roles, Set<CurriculumId> asking) {
			this.kind = kind;
			this.curriculum = curriculum;
			this.day = day;
			this.roles = roles;
			this.asking = asking;
		}

		boolean isNeeded(CurriculumPart part) {
			return switch (part) {
				case Leaf leaf -> (leaf.roles().isEmpty() || leaf.roles().stream().anyMatch(this.roles::contains))
						&& !isReleased(leaf.requirement(), this.day, false);
				case OptionalSet offered -> false;
				default -> part.parts().stream().anyMatch(this::isNeeded);
			};
		}

		/** Done with what was achieved from the one day through the other. */
		boolean isDone(CurriculumPart part, LocalDate since, LocalDate through) {
			List<CurriculumPart> needed = part.parts().stream().filter(this::isNeeded).toList();
			return switch (part) {
				case Leaf leaf -> isAchieved(leaf, since, through);
				case AtLeast some -> {
					long done = needed.stream()
						.filter((child) -> passes(child, since) || isDone(child, since, through))
						.count();
					yield done >= Math.min(some.least(), needed.size());
				}
				case AllInOrder all -> {
					LocalDate from = since;
					for (CurriculumPart child : needed) {
						if (isDone(child, from, through) && !passes(child, from)) {
							from = later(from, firstDone(child, from, through));
						}
						else if (!passes(child, from)) {
							yield false;
						}
					}
					yield true;
				}
				default -> needed.stream().allMatch((child) -> passes(child, since) || isDone(child, since, through));
			};
		}

		/** Nothing was done for it, and nothing need be. */
		boolean passes(CurriculumPart part, LocalDate since) {
			List<CurriculumPart> needed = part.parts().stream().filter(this::isNeeded).toList();
			return switch (part) {
				case Leaf leaf -> !isAchieved(leaf, since, this.day)
						&& (isReleased(leaf.requirement(), this.day, true) || isStillValid(leaf.requirement()));
				case AtLeast some -> needed.stream().filter((child) -> passes(child, since)).count() >= Math
					.min(some.least(), needed.size());
				case AllInOrder all -> needed.stream().allMatch((child) -> passes(child, since));
				default -> needed.stream().allMatch((child) -> passes(child, since));
			};
		}

		LocalDate firstDone(CurriculumPart part, LocalDate since, LocalDate through) {
			NavigableSet<LocalDate> days = new TreeSet<>();
			ReferenceStanding.this.facts.forEach((fact) -> days.add(fact.effectiveOn()));
			part.leaves().forEach((leaf) -> {
				if (leaf.requirement() instanceof HoldCertificate(var id)) {
					certificates(id).forEach((certificate) -> days.add(certificate.from));
				}
			});
			for (LocalDate at : days.subSet(since, true, through, true)) {
				if (isDone(part, since, at)) {
					return at;
				}
			}
			return through;
		}

		private boolean isOpen(CurriculumPart part, LocalDate since) {
			return isNeeded(part) && !passes(part, since) && !isDone(part, since, this.day);
		}

		/** From when what comes after the part counts. */
		private LocalDate after(CurriculumPart part, LocalDate since) {
			boolean done = isNeeded(part) && !passes(part, since) && isDone(part, since, this.day);
			return done ? later(since, firstDone(part, since, this.day)) : since;
		}

		List<ToldLeaf> leaves(CurriculumPart part, LocalDate since, boolean required, boolean waiting) {
			List<ToldLeaf> leaves = new ArrayList<>();
			if (part instanceof Leaf leaf) {
				LeafStanding.State state = waiting ? LeafStanding.State.WAITING : leafState(leaf, since);
				leaves.add(new ToldLeaf(leaf.requirement(), required, state,
						(state == LeafStanding.State.MET) ? firstDone(leaf, since, this.day) : null));
			}
			LocalDate from = since;
			boolean blocked = waiting;
			for (CurriculumPart child : part.parts()) {
				leaves.addAll(leaves(child, from, required && !(part instanceof OptionalSet), blocked));
				if (part instanceof AllInOrder) {
					blocked = blocked || isOpen(child, from);
					from = after(child, from);
				}
			}
			return leaves;
		}

		private LeafStanding.State leafState(Leaf leaf, LocalDate since) {
			if (!leaf.roles().isEmpty() && leaf.roles().stream().noneMatch(this.roles::contains)) {
				return LeafStanding.State.OTHER_ROLE;
			}
			if (isReleased(leaf.requirement(), this.day, false)) {
				return LeafStanding.State.NOT_APPLICABLE;
			}
			if (isAchieved(leaf, since, this.day)) {
				return LeafStanding.State.MET;
			}
			if (isStillValid(leaf.requirement())) {
				return LeafStanding.State.STILL_VALID;
			}
			return isReleased(leaf.requirement(), this.day, true) ? LeafStanding.State.EXEMPT : LeafStanding.State.OPEN;
		}

		@Nullable CurriculumRequirement next(CurriculumPart part, LocalDate since) {
			if (!isOpen(part, since)) {
				return null;
			}
			if (part instanceof Leaf leaf) {
				return leaf.requirement();
			}
			LocalDate from = since;
			for (CurriculumPart child : part.parts()) {
				CurriculumRequirement next = next(child, from);
				if (next != null) {
					return next;
				}
				from = (part instanceof AllInOrder) ? after(child, from) : from;
			}
			return null;
		}

		private boolean isAchieved(Leaf leaf, LocalDate since, LocalDate through) {
			int hours = 0;
			boolean done = false;
			for (Fact fact : ReferenceStanding.this.facts) {
				LocalDate on = fact.effectiveOn();
				if (on.isBefore(since) || on.isAfter(through) || on.isAfter(this.day)
						|| !(fact.finding() instanceof Finding.Achieved(var what))) {
					continue;
				}
				boolean same = what.equals(leaf.requirement());
				List<Equivalence> equals = ReferenceStanding.this.policy.equivalences()
					.stream()
					.filter((equal) -> equal.to().equals(leaf.requirement()) && equal.from().equals(what)
							&& !on.isBefore(equal.validFrom())
							&& (equal.validUntil() == null || !on.isAfter(equal.validUntil())))
					.toList();
				if ((!same && equals.isEmpty()) || (this.kind == Cycle.Kind.FIRST
						&& !this.day.isBefore(on.plus(this.curriculum.validity().period())))) {
					continue;
				}
				done = done || same;
				for (Equivalence equal : equals) {
					switch (equal.effect()) {
						case Equivalence.Effect.Grants all -> done = true;
						case Equivalence.Effect.Renews renews -> done = done || this.kind == Cycle.Kind.RENEWAL;
						case Equivalence.Effect.CountsHours(var counted) -> hours += counted;
					}
				}
			}
			boolean held = leaf.requirement() instanceof HoldCertificate(var id) && certificates(id).stream()
				.anyMatch((certificate) -> holds(certificate) && !certificate.from.isBefore(since)
						&& !certificate.from.isAfter(through));
			return done || held || (leaf.minutes() > 0 && hours * 60 >= leaf.minutes());
		}

		private boolean isStillValid(CurriculumRequirement requirement) {
			return requirement instanceof HoldCertificate(var id) && certificates(id).stream().anyMatch(this::holds);
		}

		private boolean holds(Certificate certificate) {
			return !certificate.completedOn.isAfter(this.day) && !certificate.from.isAfter(this.day)
					&& !certificate.lastDay.isBefore(this.day);
		}

		private List<Certificate> certificates(CurriculumId id) {
			if (this.asking.contains(id)) {
				return List.of();
			}
			Set<CurriculumId> deeper = new HashSet<>(this.asking);
			deeper.add(id);
			List<Certificate> walked = ReferenceStanding.this.known.get(id);
			if (walked == null) {
				walked = walk(id, start(id), deeper);
				ReferenceStanding.this.known.put(id, walked);
			}
			return walked;
		}

	}

	// ---- certificates

	private @Nullable Curriculum version(CurriculumId id, LocalDate day) {
		List<Pin> pins = this.history.pins().getOrDefault(id, List.of());
		if (pins.isEmpty()) {
			return this.policy.current(id, this.asOf).orElse(null);
		}
		Pin pin = pins.getFirst();
		for (Pin other : pins) {
			pin = other.from().isAfter(day) ? pin : other;
		}
		return this.policy.version(pin.version()).orElse(null);
	}

	private List<Certificate> walk(CurriculumId id, @Nullable LocalDate start, Set<CurriculumId> asking) {
		List<Certificate> all = new ArrayList<>();
		LocalDate first = (start != null) ? start
				: this.facts.isEmpty() ? this.asOf.plusDays(1) : this.facts.getFirst().effectiveOn();
		for (LocalDate day = first; !day.isAfter(this.asOf); day = day.plusDays(1)) {
			if (day.equals(first)) {
				extend(id, all, LocalDate.MIN, day.minusDays(1));
			}
			Curriculum curriculum = version(id, day);
			Certificate last = all.isEmpty() ? null : all.getLast();
			if (curriculum != null
					&& (last == null || (!day.isBefore(last.windowOpens()) && day.isAfter(last.completedOn)))) {
				LocalDate completed = completed(id, start, curriculum, last, day, asking);
				if (completed != null) {
					all.add(next(curriculum, last, completed));
				}
			}
			extend(id, all, day, day);
		}
		return all;
	}

	private void extend(CurriculumId id, List<Certificate> all, LocalDate from, LocalDate through) {
		for (Fact fact : this.facts) {
			if (fact.finding() instanceof Finding.Extended(var about, var extension, var reason) && about.equals(id)
					&& !fact.effectiveOn().isBefore(from) && !fact.effectiveOn().isAfter(through) && !all.isEmpty()
					&& !fact.effectiveOn().isAfter(all.getLast().graceEnds())) {
				all.getLast().lastDay = longer(all.getLast().lastDay, extension);
			}
		}
	}

	private static LocalDate longer(LocalDate day, Extension extension) {
		return switch (extension) {
			case Extension.ThroughDay(var until) -> later(day, until);
			case Extension.ByPeriod(var period) -> day.plus(period);
		};
	}

	private CurriculumPart asked(Curriculum curriculum, @Nullable Certificate last, LocalDate day) {
		Validity validity = curriculum.validity();
		if (last == null) {
			return curriculum.root();
		}
		if (day.isAfter(last.graceEnds())) {
			CurriculumPart back = validity.returnPath();
			return (back != null) ? back : curriculum.root();
		}
		return validity.refreshers().isEmpty() ? curriculum.root()
				: validity.refreshers().get((last.number - 1) % validity.refreshers().size());
	}

	private static Cycle.Kind kind(@Nullable Certificate last, LocalDate day) {
		return (last == null) ? Cycle.Kind.FIRST
				: day.isAfter(last.graceEnds()) ? Cycle.Kind.RETURN : Cycle.Kind.RENEWAL;
	}

	private static LocalDate since(@Nullable Certificate last) {
		if (last == null) {
			return LocalDate.MIN;
		}
		LocalDate since = last.completedOn.plusDays(1);
		return (last.curriculum.validity().early() == EarlyWork.DOES_NOT_COUNT) ? later(since, last.windowOpens())
				: since;
	}

	private @Nullable LocalDate completed(CurriculumId id, @Nullable LocalDate start, Curriculum curriculum,
			@Nullable Certificate last, LocalDate day, Set<CurriculumId> asking) {
		Look look = new Look(kind(last, day), curriculum, day, roles(id, start, day), asking);
		CurriculumPart part = asked(curriculum, last, day);
		LocalDate since = since(last);
		if (!look.isNeeded(part) || look.passes(part, since) || !look.isDone(part, since, day)) {
			return null;
		}
		return (last == null && day.equals(start)) ? look.firstDone(part, since, day) : day;
	}

	private Certificate next(Curriculum curriculum, @Nullable Certificate last, LocalDate completed) {
		Certificate next = new Certificate(curriculum, completed);
		next.number = (last != null) ? last.number + 1 : 1;
		next.kind = kind(last, completed);
		Validity validity = curriculum.validity();
		boolean goesOn = last != null && next.kind == Cycle.Kind.RENEWAL
				&& !(validity.basis() instanceof ValidityBasis.FromCompletion);
		boolean sameRhythm = last != null && goesOn && validity.basis().equals(last.curriculum.validity().basis())
				&& validity.period().equals(last.curriculum.validity().period());
		if (last != null && sameRhythm) {
			next.rhythmStart = last.rhythmStart;
			LocalDate previous = last.planned;
			next.planned = endAfter(validity, last.rhythmStart, previous);
			while (next.planned.isBefore(completed)) {
				previous = next.planned;
				next.planned = endAfter(validity, last.rhythmStart, previous);
			}
			next.from = previous.plusDays(1);
		}
		else if (last != null && goesOn) {
			next.from = last.planned.plusDays(1);
			if (firstEnd(validity, next.from).isBefore(completed)) {
				next.from = completed;
			}
			next.rhythmStart = next.from;
			next.planned = firstEnd(validity, next.from);
		}
		else {
			next.planned = firstEnd(validity, completed);
		}
		next.lastDay = next.planned;
		if (last != null && next.kind == Cycle.Kind.RENEWAL) {
			next.lastDay = later(next.lastDay, last.lastDay);
		}
		return next;
	}

	private static boolean isFixedDay(ValidityBasis.FixedDay fixed, LocalDate day) {
		return day.getMonth() == fixed.month() && (day.getDayOfMonth() == fixed.day()
				|| (fixed.day() > day.lengthOfMonth() && day.getDayOfMonth() == day.lengthOfMonth()));
	}

	private static LocalDate firstEnd(Validity validity, LocalDate from) {
		if (validity.basis() instanceof ValidityBasis.FixedDay fixed) {
			LocalDate day = from.plus(fixed.minimum()).minusDays(1);
			while (!isFixedDay(fixed, day)) {
				day = day.plusDays(1);
			}
			return day;
		}
		return from.plus(validity.period()).minusDays(1);
	}

	/** The first end of the rhythm after that one. */
	private static LocalDate endAfter(Validity validity, LocalDate rhythmStart, LocalDate end) {
		if (validity.basis() instanceof ValidityBasis.FixedDay fixed) {
			LocalDate day = end;
			for (int year = 0; year < validity.period().getYears(); year++) {
				day = day.plusDays(1);
				while (!isFixedDay(fixed, day)) {
					day = day.plusDays(1);
				}
			}
			return day;
		}
		int times = 1;
		while (!rhythmStart.plusMonths(times * validity.period().toTotalMonths()).minusDays(1).isAfter(end)) {
			times++;
		}
		return rhythmStart.plusMonths(times * validity.period().toTotalMonths()).minusDays(1);
	}

	// ---- one duty

	private Told told(CurriculumId id, LocalDate start) {
		Set<CurriculumId> asking = new HashSet<>(Set.of(id));
		List<Certificate> all = walk(id, start, asking);
		Certificate last = all.isEmpty() ? null : all.getLast();
		Curriculum curriculum = version(id, this.asOf);
		LocalDate due = due(id, last);
		if (due != null && last == null) {
			for (Fact fact : this.facts) {
				if (fact.finding() instanceof Finding.Extended(var about, var extension, var reason)
						&& about.equals(id)) {
					due = longer(due, extension);
				}
			}
		}
		List<ToldCycle> cycles = all.stream()
			.map((one) -> new ToldCycle(one.number, one.kind, one.completedOn, one.from, one.planned, one.lastDay,
					one.windowOpens(), one.graceEnds()))
			.toList();
		if (curriculum == null) {
			return new Told(id, "", DutyStanding.State.ENDED, due, cycles, List.of(), null, ends(id));
		}
		Look look = new Look(kind(last, this.asOf), curriculum, this.asOf, roles(id, start, this.asOf), Set.of(id));
		CurriculumPart part = asked(curriculum, last, this.asOf);
		List<ToldLeaf> leaves = isRunning(last) ? lastLeaves(id, start, all)
				: look.leaves(part, since(last), true, false);
		DutyStanding.State state = state(id, look, part, last, due);
		if (state == DutyStanding.State.NOT_STARTED
				&& leaves.stream().anyMatch((leaf) -> leaf.state() == LeafStanding.State.MET)) {
			state = DutyStanding.State.BUSY;
		}
		boolean toDo = switch (state) {
			case NOT_STARTED, BUSY, DUE_SOON, OVERDUE, LAPSED -> true;
			case COMPLETE, EXEMPT, NOT_APPLICABLE, ENDED -> false;
		};
		return new Told(id, curriculum.version(), state, due, cycles, leaves,
				toDo ? look.next(part, since(last)) : null, ends(id));
	}

	private boolean isRunning(@Nullable Certificate last) {
		return last != null && (this.asOf.isBefore(last.windowOpens()) || !this.asOf.isAfter(last.completedOn));
	}

	/** What the last certificate rests on, looked at on the day it was completed. */
	private List<ToldLeaf> lastLeaves(CurriculumId id, LocalDate start, List<Certificate> all) {
		Certificate last = all.getLast();
		Certificate before = (all.size() > 1) ? all.get(all.size() - 2) : null;
		LocalDate day = (before == null) ? later(last.completedOn, start) : last.completedOn;
		Look look = new Look(last.kind, last.curriculum, day, roles(id, start, day), Set.of(id));
		return look.leaves(asked(last.curriculum, before, last.completedOn), since(before), true, false);
	}

	private DutyStanding.State state(CurriculumId id, Look look, CurriculumPart part, @Nullable Certificate last,
			@Nullable LocalDate due) {
		if (due == null) {
			return DutyStanding.State.ENDED;
		}
		if (isReleased(new HoldCertificate(id), this.asOf, false)) {
			return DutyStanding.State.NOT_APPLICABLE;
		}
		if (isReleased(new HoldCertificate(id), this.asOf, true)) {
			return DutyStanding.State.EXEMPT;
		}
		if (isRunning(last)) {
			return DutyStanding.State.COMPLETE;
		}
		if (!look.isNeeded(part)) {
			return DutyStanding.State.NOT_APPLICABLE;
		}
		if (look.passes(part, since(last))) {
			return DutyStanding.State.EXEMPT;
		}
		if (last != null) {
			if (!this.asOf.isAfter(last.lastDay)) {
				return DutyStanding.State.DUE_SOON;
			}
			if (this.asOf.isAfter(last.graceEnds())) {
				return DutyStanding.State.LAPSED;
			}
			return this.asOf.isAfter(due) ? DutyStanding.State.OVERDUE : DutyStanding.State.DUE_SOON;
		}
		if (this.asOf.isAfter(due)) {
			return DutyStanding.State.OVERDUE;
		}
		return this.asOf.isBefore(due.minusMonths(1)) ? DutyStanding.State.NOT_STARTED : DutyStanding.State.DUE_SOON;
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

}
