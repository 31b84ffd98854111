package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.curriculum.CurriculumRequirement.HandInProof;
import nl.kundig.courses.curriculum.CurriculumRequirement.HoldCertificate;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.PartnerKind;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Places;
import nl.kundig.courses.people.RoleEnding;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.Unit;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

/** Makes up policies and lives; the same seed makes the same. */
final class RandomHistories {

	static final CurriculumId BASIC = new CurriculumId("basic");

	static final CurriculumId ADVANCED = new CurriculumId("advanced");

	private static final LocalDate BEGIN = LocalDate.of(2015, 9, 1);

	private static final LearnerId ANN = new LearnerId("ann");

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final MunicipalityId STAD = new MunicipalityId("stad");

	private static final UnitId SERVICE = new UnitId("service");

	private static final UnitId DESK = new UnitId("desk");

	private static final PartnerId SCHOOL = new PartnerId("school");

	private static final Places PLACES = new Places(Map.of(SERVICE, new Unit(SERVICE, "Dienstverlening", DORP, null),
			DESK, new Unit(DESK, "Balie", DORP, SERVICE)), Map.of(SCHOOL, PartnerKind.SCHOOL));

	private static final List<CurriculumRequirement> REQUIREMENTS = List.of(module("m1"), module("m2"), module("m3"),
			module("m4"), new AttendTraining(new TrainingId("ror")), new HandInProof("first-aid"));

	private static final List<LearnerRole> ROLES = List.of(LearnerRole.DESK_EMPLOYEE, LearnerRole.MANAGER,
			LearnerRole.EXTERNAL_PARTNER);

	private final Random random;

	private final int span;

	private final List<Curriculum> versions = new ArrayList<>();

	/** One life in one world. */
	record Life(History history, Policy policy, LocalDate asOf) {
	}

	/**
	 * @param span days from the first role to the last fact
	 */
	RandomHistories(long seed, int span) {
		this.random = new Random(seed);
		this.span = span;
	}

	Life life() {
		Curriculum basic = curriculum(BASIC, false);
		this.versions.add(basic);
		if (chance(4)) {
			this.versions.add(curriculum(BASIC, false));
		}
		boolean two = chance(3);
		if (two) {
			this.versions.add(curriculum(ADVANCED, true));
		}
		Policy policy = new Policy(rules(two), this.versions, equivalences(), PLACES);
		Map<CurriculumId, List<Pin>> pins = new HashMap<>();
		if (!chance(3)) {
			pins.put(BASIC, pins());
		}
		History history = new History(new Learner(ANN, "Ann", roles()), facts(basic), pins);
		LocalDate asOf = BEGIN.plusDays(this.random.nextInt(this.span + 200));
		return new Life(history, policy, asOf);
	}

	// ---- the world

	private Curriculum curriculum(CurriculumId id, boolean needsOther) {
		List<CurriculumPart> parts = new ArrayList<>(List.of(tree(0), tree(0)));
		if (needsOther) {
			parts.add(CurriculumPart.leaf(new HoldCertificate(BASIC)));
		}
		CurriculumPart root = chance(4) ? new CurriculumPart.AllInOrder(parts) : new CurriculumPart.All(parts);
		return Curriculum.of(id, "Titel", 2, LearnerRole.DESK_EMPLOYEE, validity(), root,
				BEGIN.plusDays(this.versions.size()).atStartOfDay().toInstant(ZoneOffset.UTC));
	}

	private Validity validity() {
		int months = pick(6, 12, 12, 24);
		ValidityBasis basis = switch (this.random.nextInt(3)) {
			case 0 -> new ValidityBasis.FromCompletion();
			case 1 -> new ValidityBasis.FromPreviousExpiry();
			default -> new ValidityBasis.FixedDay(pick(Month.FEBRUARY, Month.DECEMBER, Month.JUNE), pick(29, 28, 30, 1),
					Period.ofMonths(this.random.nextInt(7)));
		};
		if (basis instanceof ValidityBasis.FixedDay(var month, var day, var minimum)) {
			months = pick(12, 12, 24);
			basis = new ValidityBasis.FixedDay(month, Math.min(day, month.maxLength()), minimum);
		}
		List<CurriculumPart> refreshers = new ArrayList<>();
		for (int i = chance(2) ? 0 : this.random.nextInt(4); i > 0; i--) {
			refreshers.add(tree(1));
		}
		return new Validity(basis, (months % 12 == 0) ? Period.ofYears(months / 12) : Period.ofMonths(months),
				Period.ofMonths(1 + this.random.nextInt(Math.min(months, 6))),
				pick(Period.ZERO, Period.ofDays(10), Period.ofMonths(1), Period.ofMonths(3)),
				pick(EarlyWork.COUNTS, EarlyWork.DOES_NOT_COUNT), chance(3) ? tree(1) : null, refreshers);
	}

	private CurriculumPart tree(int depth) {
		if (depth > 1 || chance(2)) {
			return new Leaf(pick(REQUIREMENTS), chance(3) ? 120 : 0, chance(6) ? Set.of(pick(ROLES)) : Set.of());
		}
		List<CurriculumPart> parts = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			parts.add(tree(depth + 1));
		}
		return switch (this.random.nextInt(7)) {
			case 0 -> new CurriculumPart.OptionalSet(parts);
			case 1, 2 -> new CurriculumPart.AllInOrder(parts);
			case 3, 4 -> new CurriculumPart.AtLeast(1 + this.random.nextInt(parts.size()), parts);
			default -> new CurriculumPart.All(parts);
		};
	}

	private List<Rule> rules(boolean two) {
		List<Rule> rules = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			addRule(rules, "rule" + i, (two && chance(2)) ? ADVANCED : BASIC);
		}
		return rules;
	}

	private void addRule(List<Rule> rules, String id, CurriculumId curriculum) {
		Rule rule = Rule.first(new RuleId(id), "tekst", who(), curriculum, within(), pick(DueFrom.values()),
				BEGIN.minusDays(400).plusDays(this.random.nextInt(600)), "carla", Instant.EPOCH);
		rules.add(rule);
		while (chance(2)) {
			LocalDate from = rule.activeFrom().plusDays(this.random.nextInt(500));
			Instant at = recorded(from.plusDays(this.random.nextInt(300) - 200));
			rule = chance(4) ? rule.withdraw(from, "carla", at) : rule.next("tekst", chance(2) ? rule.who() : who(),
					within(), pick(DueFrom.values()), from, "carla", at);
			rules.add(rule);
		}
	}

	private Who who() {
		return chance(5) ? new Who.PartnerStaff(PartnerKind.SCHOOL, chance(2) ? DORP : null)
				: new Who.RoleHolders(pick(ROLES), pick(DORP, null, null, STAD), pick(SERVICE, null, null, DESK));
	}

	private Period within() {
		return pick(Period.ofMonths(1), Period.ofMonths(3), Period.ofDays(45), Period.ofYears(1));
	}

	private List<Equivalence> equivalences() {
		List<Equivalence> equivalences = new ArrayList<>();
		while (chance(3)) {
			Equivalence.Effect effect = switch (this.random.nextInt(3)) {
				case 0 -> new Equivalence.Effect.Grants();
				case 1 -> new Equivalence.Effect.Renews();
				default -> new Equivalence.Effect.CountsHours(1);
			};
			LocalDate from = day();
			equivalences
				.add(new Equivalence("e" + equivalences.size(), pick(REQUIREMENTS), pick(REQUIREMENTS), effect, from,
						chance(2) ? from.plusDays(this.random.nextInt(900)) : null, "carla", "gelijk", Instant.EPOCH));
		}
		return equivalences;
	}

	// ---- the life

	private List<RoleHeld> roles() {
		List<RoleHeld> roles = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			LocalDate from = BEGIN.plusDays(this.random.nextInt(this.span / 3));
			LocalDate until = chance(3) ? from.plusDays(this.random.nextInt(this.span)) : null;
			List<RoleEnding> endings = endings(from, until);
			roles.add(new RoleHeld(pick(ROLES), pick(DORP, STAD), chance(4) ? SCHOOL : null,
					pick(SERVICE, DESK, DESK, null), from, endings.isEmpty() ? until : endings.getLast().lastDay(),
					"by hand", "carla", recorded(from.plusDays(this.random.nextInt(200) - 100)), endings));
		}
		return roles;
	}

	/**
	 * Ends that were written down one after the other, before or after the day they are
	 * of.
	 */
	private List<RoleEnding> endings(LocalDate from, @Nullable LocalDate planned) {
		List<RoleEnding> endings = new ArrayList<>();
		LocalDate last = planned;
		LocalDate written = from;
		while (chance(3)) {
			LocalDate next = from.plusDays(this.random.nextInt(this.span));
			written = written.plusDays(this.random.nextInt(this.span / 2));
			endings.add(new RoleEnding(last, next, "import", "carla", recorded(written)));
			last = next;
		}
		return endings;
	}

	/** Some time on that day. */
	private Instant recorded(LocalDate day) {
		return day.atStartOfDay(PeopleService.ZONE).toInstant().plusSeconds(this.random.nextInt(82_000));
	}

	private List<Pin> pins() {
		List<Pin> pins = new ArrayList<>();
		LocalDate from = BEGIN.plusDays(this.random.nextInt(300));
		for (Curriculum version : this.versions) {
			if (version.curriculum().equals(BASIC)) {
				pins.add(new Pin(version.version(), from, "carla", Instant.EPOCH));
				from = from.plusDays(this.random.nextInt(900));
			}
		}
		return pins;
	}

	private List<Fact> facts(Curriculum basic) {
		List<Fact> facts = new ArrayList<>();
		// A diligent life: all of it again and again, sometimes early or late.
		LocalDate round = BEGIN.plusDays(this.random.nextInt(200) - 60);
		while (round.isBefore(BEGIN.plusDays(this.span))) {
			for (CurriculumRequirement requirement : REQUIREMENTS) {
				if (!chance(8)) {
					add(facts, new Finding.Achieved(requirement), round.plusDays(this.random.nextInt(20) - 10));
				}
			}
			round = round.plus(basic.validity().period()).plusDays(this.random.nextInt(100) - 70);
		}
		for (int i = this.random.nextInt(8); i > 0; i--) {
			add(facts, new Finding.Achieved(pick(REQUIREMENTS)), day());
		}
		while (chance(2)) {
			addOther(facts);
		}
		return facts;
	}

	private void addOther(List<Fact> facts) {
		LocalDate day = day();
		LocalDate until = chance(2) ? day.plusDays(this.random.nextInt(500)) : null;
		CurriculumRequirement about = chance(8) ? new HoldCertificate(BASIC) : pick(REQUIREMENTS);
		switch (this.random.nextInt(5)) {
			case 0 -> add(facts, new Finding.Exempted(about, until, "kan het al", "diploma"), day);
			case 1 -> add(facts, new Finding.NotApplicable(about, until, "past niet"), day);
			case 2, 3 ->
				add(facts,
						new Finding.Extended(chance(4) ? ADVANCED : BASIC, chance(2)
								? new Extension.ByPeriod(pick(Period.ofMonths(2), Period.ofDays(20), Period.ofYears(3)))
								: new Extension.ThroughDay(day.plusDays(this.random.nextInt(400))), "crisis"),
						day);
			default -> {
				if (!facts.isEmpty()) {
					add(facts, new Finding.Revoked(pick(facts).id(), "vergissing"), day);
				}
			}
		}
	}

	private void add(List<Fact> facts, Finding finding, LocalDate day) {
		facts
			.add(new Fact("f" + facts.size(), ANN, finding, day, Instant.ofEpochSecond(facts.size()), "carla", "test"));
	}

	/** Any day, with a liking for the odd ones. */
	private LocalDate day() {
		LocalDate day = BEGIN.plusDays(this.random.nextInt(this.span));
		return switch (this.random.nextInt(8)) {
			case 0 -> LocalDate.of(2016, 2, 29);
			case 1 -> day.withMonth(2).withDayOfMonth(28);
			case 2 -> day.withDayOfMonth(day.lengthOfMonth());
			// The clocks change on the last Sunday of March and October.
			case 3 -> LocalDate.of(day.getYear(), 3, 31)
				.minusDays(LocalDate.of(day.getYear(), 3, 31).getDayOfWeek().getValue() % 7);
			default -> day;
		};
	}

	private boolean chance(int oneIn) {
		return this.random.nextInt(oneIn) == 0;
	}

	@SafeVarargs
	private <T extends @Nullable Object> T pick(T... things) {
		return things[this.random.nextInt(things.length)];
	}

	private <T> T pick(List<T> things) {
		return things.get(this.random.nextInt(things.size()));
	}

	private static CurriculumRequirement module(String id) {
		return new PassModule(new LearningModuleId(id));
	}

	static String describe(Life life) {
		return String.join("\n", life.history().toString(), Arrays.toString(life.policy().rules().toArray()),
				life.policy().current().toString(), life.policy().equivalences().toString(), life.asOf().toString());
	}

}
