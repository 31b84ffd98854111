package nl.kundig.app.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.app.account.AccountService;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Equivalence;
import nl.kundig.courses.duty.Fact;
import nl.kundig.courses.duty.Finding;
import nl.kundig.courses.duty.History;
import nl.kundig.courses.duty.LeafStanding;
import nl.kundig.courses.duty.Pin;
import nl.kundig.courses.duty.Policy;
import nl.kundig.courses.duty.Reason;
import nl.kundig.courses.duty.Rule;
import nl.kundig.courses.duty.Standing;
import nl.kundig.courses.duty.WhyNot;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.Partner;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Unit;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Puts standing, rules, facts and names together for the pages that explain a duty. */
@Component
class DutyCards {

	private final DutyService duties;

	private final PeopleService people;

	private final ContentService content;

	private final TrainingService trainings;

	private final AccountService accounts;

	private final DutyWording words;

	private final Clock clock;

	DutyCards(DutyService duties, PeopleService people, ContentService content, TrainingService trainings,
			AccountService accounts, DutyWording words, Clock clock) {
		this.duties = duties;
		this.people = people;
		this.content = content;
		this.trainings = trainings;
		this.accounts = accounts;
		this.words = words;
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

	/**
	 * The card of a duty on a day; empty when nothing asked it by then.
	 * @param visible the reasons that the reader may see; without any there is no card
	 */
	Optional<DutyCard> card(LearnerId learner, CurriculumId curriculum, AsOf asOf, Predicate<Reason> visible) {
		Policy policy = this.duties.policy();
		return this.duties.history(learner)
			.flatMap((history) -> Standing.of(history, policy, asOf.day())
				.duty(curriculum)
				.filter((duty) -> duty.reasons().stream().anyMatch(visible))
				.map((duty) -> card(duty, history, policy, asOf, visible)));
	}

	private DutyCard card(DutyStanding duty, History history, Policy policy, AsOf asOf, Predicate<Reason> visible) {
		Curriculum version = policy.version(duty.version()).orElseThrow();
		List<FactView> facts = facts(duty, history, policy, asOf.day());
		Map<String, FactView> byId = facts.stream().collect(Collectors.toMap((view) -> view.fact().id(), (v) -> v));
		List<ReasonView> reasons = new ArrayList<>();
		for (Reason reason : duty.reasons()) {
			if (visible.test(reason)) {
				boolean strictest = reason.equals(duty.reasons().getFirst()) && reason.holdsOn(asOf.day());
				reasons.add(reason(reason, policy, asOf.day(), strictest));
			}
		}
		List<LeafView> leaves = duty.leaves()
			.stream()
			.filter((leaf) -> leaf.state() != LeafStanding.State.OTHER_ROLE)
			.map((leaf) -> leaf(leaf, byId, policy))
			.toList();
		CurriculumRequirement next = duty.next();
		return new DutyCard(version, duty, asOf, reasons, leaves, (next != null) ? subject(next, policy) : null, facts,
				pins(history, duty.curriculum(), asOf.day()));
	}

	private static List<Pin> pins(History history, CurriculumId curriculum, LocalDate day) {
		return history.pins()
			.getOrDefault(curriculum, List.of())
			.stream()
			.filter((pin) -> !pin.from().isAfter(day))
			.toList();
	}

	private ReasonView reason(Reason reason, Policy policy, LocalDate day, boolean strictest) {
		Rule rule = policy.rules()
			.stream()
			.filter((known) -> known.id().equals(reason.rule()))
			.findFirst()
			.orElseThrow();
		return new ReasonView(reason, rule, asked(rule, policy), name(rule.decidedBy()),
				place(reason.municipality(), reason.partner(), reason.unit()), reason.holdsOn(day), strictest);
	}

	private LeafView leaf(LeafStanding leaf, Map<String, FactView> facts, Policy policy) {
		Equivalence equivalence = policy.equivalences()
			.stream()
			.filter((known) -> known.id().equals(leaf.equivalence()))
			.findFirst()
			.orElse(null);
		return new LeafView(leaf, subject(leaf.requirement(), policy),
				(leaf.fact() != null) ? facts.get(leaf.fact()) : null, equivalence,
				(equivalence != null) ? name(equivalence.decidedBy()) : "");
	}

	/** Everything written down about what this duty asks, or ever asked. */
	private List<FactView> facts(DutyStanding duty, History history, Policy policy, LocalDate day) {
		Set<CurriculumRequirement> about = requirements(duty, history, policy);
		Map<String, Fact> known = new HashMap<>();
		history.facts().forEach((fact) -> known.put(fact.id(), fact));
		Map<String, Fact> revocations = history.revocations(day);
		Map<String, String> names = new HashMap<>();
		return history.facts()
			.stream()
			.filter((fact) -> !fact.effectiveOn().isAfter(day))
			.filter((fact) -> about.contains(requirement(fact, known)))
			.sorted(Comparator.comparing(Fact::effectiveOn).thenComparing(Fact::recordedAt).reversed())
			.map((fact) -> view(fact, known, revocations, policy, names))
			.toList();
	}

	private static Set<CurriculumRequirement> requirements(DutyStanding duty, History history, Policy policy) {
		Set<CurriculumRequirement> about = new HashSet<>();
		about.add(new CurriculumRequirement.HoldCertificate(duty.curriculum()));
		Stream
			.concat(Stream.of(duty.version()),
					history.pins().getOrDefault(duty.curriculum(), List.of()).stream().map(Pin::version))
			.distinct()
			.map(policy::version)
			.flatMap(Optional::stream)
			.flatMap(Curriculum::trees)
			.flatMap(CurriculumPart::leaves)
			.forEach((leaf) -> about.add(leaf.requirement()));
		policy.equivalences()
			.stream()
			.filter((equivalence) -> about.contains(equivalence.to()))
			.map(Equivalence::from)
			.toList()
			.forEach(about::add);
		return about;
	}

	private static @Nullable CurriculumRequirement requirement(Fact fact, Map<String, Fact> known) {
		return switch (fact.finding()) {
			case Finding.Achieved(var requirement) -> requirement;
			case Finding.Exempted(var requirement, var until, var reason, var evidence) -> requirement;
			case Finding.NotApplicable(var requirement, var until, var reason) -> requirement;
			case Finding.Extended(var curriculum, var extension, var reason) ->
				new CurriculumRequirement.HoldCertificate(curriculum);
			case Finding.Revoked(var id, var reason) -> {
				Fact revoked = known.get(id);
				yield (revoked != null) ? requirement(revoked, known) : null;
			}
		};
	}

	private FactView view(Fact fact, Map<String, Fact> known, Map<String, Fact> revocations, Policy policy,
			Map<String, String> names) {
		Fact revocation = revocations.get(fact.id());
		boolean own = fact.actor().equals(fact.learner().value());
		return new FactView(fact, subject(Objects.requireNonNull(requirement(fact, known)), policy),
				own ? "" : names.computeIfAbsent(fact.actor(), this::name),
				(revocation != null) ? view(revocation, known, Map.of(), policy, names) : null);
	}

	/** The name that belongs to what was written down of who did something. */
	String name(String actor) {
		if (actor.isBlank()) {
			return "";
		}
		Optional<String> learner = this.people.learner(new LearnerId(actor)).map(Learner::name);
		if (learner.isPresent()) {
			return learner.get();
		}
		try {
			return (this.accounts.loadUserByUsername(actor) instanceof LoggedIn found) ? found.name() : actor;
		}
		catch (UsernameNotFoundException ex) {
			return actor;
		}
	}

	Subject subject(CurriculumRequirement requirement, Policy policy) {
		return switch (requirement) {
			case CurriculumRequirement.PassModule(var module) -> {
				Optional<LearningModule> found = this.content.module(module);
				yield new Subject("module", found.map(LearningModule::title).orElse(module.value()), requirement.key(),
						found.isPresent() ? "/modules/" + module : "");
			}
			case CurriculumRequirement.AttendTraining(var training) -> {
				Optional<Training> found = this.trainings.training(training);
				yield new Subject("training", found.map(Training::title).orElse(training.value()), requirement.key(),
						found.isPresent() ? "/trainingen/catalogus/" + training : "");
			}
			case CurriculumRequirement.FinishScenario(var scenario) ->
				new Subject("scenario", scenario.value(), requirement.key(), "");
			case CurriculumRequirement.HandInProof(var proof) -> new Subject("proof", proof, requirement.key(), "");
			case CurriculumRequirement.HoldCertificate(var curriculum) ->
				new Subject("certificate", policy.current(curriculum).map(Curriculum::title).orElse(curriculum.value()),
						requirement.key(), "");
		};
	}

	/** Municipality, partner and unit by name. */
	String place(MunicipalityId municipality, @Nullable PartnerId partner, @Nullable UnitId unit) {
		List<String> names = new ArrayList<>();
		if (unit != null) {
			names.add(this.people.unit(unit).map(Unit::name).orElse(unit.value()));
		}
		if (partner != null) {
			names.add(this.people.partner(partner).map(Partner::name).orElse(partner.value()));
		}
		names.add(municipality(municipality));
		return String.join(", ", names);
	}

	private String municipality(MunicipalityId id) {
		return this.people.municipality(id).map(Municipality::name).orElse(id.value());
	}

	private String asked(Rule rule, Policy policy) {
		String title = policy.current(rule.curriculum()).map(Curriculum::title).orElse(rule.curriculum().value());
		return this.words.rule(rule, title, this::municipality,
				(unit) -> this.people.unit(unit).map(Unit::name).orElse(unit.value()));
	}

	// ---- why not

	/** What keeps somebody from having a curriculum, a line for each rule. */
	List<WhyNotView> whyNot(LearnerId learner, CurriculumId curriculum) {
		Policy policy = this.duties.policy();
		return this.duties.whyNot(learner, curriculum)
			.stream()
			.map((whyNot) -> new WhyNotView(whyNot, asked(whyNot.rule(), policy), missing(whyNot)))
			.toList();
	}

	private String missing(WhyNot whyNot) {
		if (!whyNot.active()) {
			return whyNot.rule().activeFrom().isAfter(today()) ? "not-yet" : "withdrawn";
		}
		if (whyNot.over()) {
			return "over";
		}
		return (whyNot.failing() != null) ? whyNot.failing().name() : "no-role";
	}

	Optional<Curriculum> curriculum(CurriculumId id) {
		return this.duties.policy().current(id);
	}

}
