package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Blanket extensions: one record, many effects, visible in each history, reversible. */
@Service
public class DecisionService {

	private static final int FINGERPRINT_SHOWN = 16;

	private final DecisionRepository decisions;

	private final FactRepository facts;

	private final Consequences consequences;

	private final Policies policies;

	private final Clock clock;

	DecisionService(DecisionRepository decisions, FactRepository facts, Consequences consequences, Policies policies,
			Clock clock) {
		this.decisions = decisions;
		this.facts = facts;
		this.consequences = consequences;
		this.policies = policies;
		this.clock = clock;
	}

	/** Who would get more time from today; nothing is stored. */
	public DecisionPreview preview(CurriculumId curriculum, @Nullable MunicipalityId municipality,
			Extension extension) {
		// Read first: a decision that is made meanwhile makes this preview outdated.
		int earlier = this.decisions.findAll().size();
		Policy policy = this.policies.policy();
		LocalDate day = this.consequences.today();
		if (policy.current(curriculum).isEmpty()) {
			throw new FactRefused(FactRefused.Reason.UNKNOWN_CURRICULUM, curriculum);
		}
		DutyService.checkExtension(extension, day);
		List<DecisionPreview.Affected> affected = new ArrayList<>();
		this.consequences.histories((history) -> Standing.of(history, policy, day)
			.duty(curriculum)
			.filter((duty) -> duty.reasons()
				.stream()
				.anyMatch((reason) -> reason.holdsOn(day)
						&& (municipality == null || municipality.equals(reason.municipality()))))
			.ifPresent((duty) -> {
				LocalDate before = lastDay(duty, day);
				if (before != null && extension.of(before).isAfter(before)) {
					affected.add(new DecisionPreview.Affected(history.learner().id(), before, extension.of(before)));
				}
			}));
		affected.sort(Comparator.comparing((one) -> one.learner().value()));
		return new DecisionPreview(affected,
				ContentHash.of(curriculum, String.valueOf(municipality), extension, day, affected, earlier));
	}

	/** The day an extension lengthens; null when what was there has lapsed. */
	private static @Nullable LocalDate lastDay(DutyStanding duty, LocalDate day) {
		return duty.latest()
			.map((cycle) -> cycle.graceEnds().isBefore(day) ? null : cycle.lastDay())
			.orElseGet(() -> duty.cycles().isEmpty() ? duty.dueOn() : null);
	}

	/**
	 * Does exactly what was seen, or nothing.
	 * @throws DecisionOutdated when something changed since
	 */
	public Decision activate(CurriculumId curriculum, @Nullable MunicipalityId municipality, Extension extension,
			String reason, String signedBy, String fingerprint) {
		if (reason.isBlank()) {
			throw new FactRefused(FactRefused.Reason.NO_REASON, curriculum);
		}
		DecisionPreview now = preview(curriculum, municipality, extension);
		if (!now.fingerprint().equals(fingerprint)) {
			throw new DecisionOutdated(now);
		}
		// Of two who sign the same at once, one gets this id.
		Decision decision = new Decision(fingerprint.substring(0, FINGERPRINT_SHOWN), curriculum, municipality,
				extension, this.consequences.today(), reason, signedBy,
				now.affected().stream().map(DecisionPreview.Affected::learner).toList(), null, this.clock.instant());
		if (!this.consequences.insert(decision)) {
			throw new DecisionOutdated(preview(curriculum, municipality, extension));
		}
		carryOut(decision);
		return decision;
	}

	/** Takes a decision back from today, by a second one; both stay in each history. */
	public Decision reverse(String id, String reason, String signedBy) {
		if (reason.isBlank()) {
			throw new FactRefused(FactRefused.Reason.NO_REASON, id);
		}
		Decision earlier = this.decisions.findById(id)
			.orElseThrow(() -> new FactRefused(FactRefused.Reason.UNKNOWN_FACT, id));
		Decision second = new Decision(id + "-reversed", earlier.curriculum(), earlier.municipality(),
				earlier.extension(), this.consequences.today(), reason, signedBy, earlier.learners(), id,
				this.clock.instant());
		// Reversing twice is reversing once.
		if (this.consequences.insert(second)) {
			carryOut(second);
		}
		return second;
	}

	public Optional<Decision> decision(String id) {
		return this.decisions.findById(id);
	}

	public List<Decision> decisions() {
		return this.decisions.findAll();
	}

	/**
	 * Writes down the facts of decisions that a crash left out.
	 * @return what was missing, a line each
	 */
	public List<String> recheck() {
		List<String> repaired = new ArrayList<>();
		this.decisions.findAll().forEach((decision) -> repaired.addAll(carryOut(decision)));
		return repaired;
	}

	private List<String> carryOut(Decision decision) {
		Outcome outcome = this.consequences.inPages(decision.learners(), (page) -> {
			List<Fact> facts = page.stream().map(decision::factFor).toList();
			Set<String> known = this.facts.findAllById(facts.stream().map(Fact::id).toList())
				.stream()
				.map(Fact::id)
				.collect(Collectors.toSet());
			List<Fact> missing = facts.stream().filter((fact) -> !known.contains(fact.id())).toList();
			this.consequences.insertAll(missing, Fact.class);
			if (!missing.isEmpty()) {
				this.consequences.draw(missing.stream().map(Fact::learner).toList());
			}
			return missing.stream().map((fact) -> "fact " + fact.id()).toList();
		});
		return outcome.made();
	}

}
