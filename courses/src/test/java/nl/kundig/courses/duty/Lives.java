package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.Places;
import nl.kundig.courses.people.RoleHeld;

/** One desk employee with one curriculum, told day by day. */
final class Lives {

	static final CurriculumId DESK = new CurriculumId("signaleren-balie");

	static final LearnerId ANN = new LearnerId("ann");

	static final MunicipalityId DORP = new MunicipalityId("dorp");

	static final CurriculumRequirement M1 = new PassModule(new LearningModuleId("m1"));

	static final CurriculumRequirement M2 = new PassModule(new LearningModuleId("m2"));

	static final CurriculumPart BOTH = CurriculumPart.all(CurriculumPart.leaf(M1), CurriculumPart.leaf(M2));

	private final List<RoleHeld> roles = new ArrayList<>();

	private final List<Fact> facts = new ArrayList<>();

	private final List<Rule> rules = new ArrayList<>();

	private final Curriculum curriculum;

	Lives(Validity validity, CurriculumPart root) {
		this.curriculum = Curriculum.of(DESK, "Signaleren", 2, LearnerRole.DESK_EMPLOYEE, validity, root,
				Instant.EPOCH);
	}

	static Validity yearly(ValidityBasis basis) {
		return new Validity(basis, Period.ofYears(1), Period.ofMonths(3), Period.ofMonths(1), EarlyWork.COUNTS, null,
				List.of());
	}

	static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

	/** A desk employee from that day, who must be ready within three months. */
	Lives deskFrom(String day) {
		this.roles.add(RoleHeld.of(LearnerRole.DESK_EMPLOYEE, DORP, null, day(day), null, Instant.EPOCH));
		return rule("desk", LearnerRole.DESK_EMPLOYEE, Period.ofMonths(3), DueFrom.ROLE_TAKEN);
	}

	Lives role(LearnerRole role, String from, String until) {
		this.roles.add(RoleHeld.of(role, DORP, null, day(from), until.isEmpty() ? null : day(until), Instant.EPOCH));
		return this;
	}

	Lives rule(String id, LearnerRole role, Period within, DueFrom from) {
		this.rules.add(Rule.first(new RuleId(id), "Wie " + role + " is, volgt dit.",
				new Who.RoleHolders(role, null, null), DESK, within, from, day("2000-01-01"), "carla", Instant.EPOCH));
		return this;
	}

	Lives rule(Rule rule) {
		this.rules.add(rule);
		return this;
	}

	Lives passes(CurriculumRequirement requirement, String day) {
		return finds(new Finding.Achieved(requirement), day);
	}

	Lives passesBoth(LocalDate day) {
		return passes(M1, day.toString()).passes(M2, day.toString());
	}

	Lives finds(Finding finding, String day) {
		return knows(finding, day, Instant.EPOCH);
	}

	Lives knows(Finding finding, String day, Instant recordedAt) {
		this.facts.add(new Fact("f" + this.facts.size(), ANN, finding, day(day), recordedAt, "ann", "test"));
		return this;
	}

	History history() {
		return new History(new Learner(ANN, "Ann", this.roles), this.facts, Map.of());
	}

	Policy policy() {
		return new Policy(this.rules, List.of(this.curriculum), List.of(), Places.NONE);
	}

	Curriculum curriculum() {
		return this.curriculum;
	}

	DutyStanding on(String day) {
		return on(day(day));
	}

	DutyStanding on(LocalDate day) {
		return Standing.of(history(), policy(), day).duty(DESK).orElseThrow();
	}

}
