package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Blanket extensions: one record, many effects, visible in each history, reversible. */
@Service
public class DecisionService {

	private final DecisionRepository decisions;

	private final FactRepository facts;

	private final ProgressTracker tracker;

	private final Policies policies;

	private final Clock clock;

	DecisionService(DecisionRepository decisions, FactRepository facts, ProgressTracker tracker, Policies policies,
			Clock clock) {
		this.decisions = decisions;
		this.facts = facts;
		this.tracker = tracker;
		this.policies = policies;
		this.clock = clock;
	}

	/** Who would get more time from today; nothing is stored. */
	public DecisionPreview preview(CurriculumId curriculum, @Nullable MunicipalityId municipality,
			Extension extension) {
		Policy policy = this.policies.policy();
		LocalDate day = this.tracker.today();
		List<DecisionPreview.Affected> affected = new ArrayList<>();
		this.tracker.histories((history) -> Standing.of(history, policy, day)
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
		return new DecisionPreview(affected, ContentHash.of(curriculum, extension, day, affected));
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
		Decision decision = new Decision(UUID.randomUUID().toString(), curriculum, municipality, extension,
				this.tracker.today(), reason, signedBy,
				now.affected().stream().map(DecisionPreview.Affected::learner).toList(), null, this.clock.instant());
		this.decisions.save(decision);
		carryOut(decision);
		return decision;
	}

	/** Takes a decision back from today, by a second one; both stay in each history. */
	public Decision reverse(String id, String reason, String signedBy) {
		Decision earlier = this.decisions.findById(id)
			.orElseThrow(() -> new FactRefused(FactRefused.Reason.UNKNOWN_FACT, id));
		Decision second = new Decision(id + "-reversed", earlier.curriculum(), earlier.municipality(),
				earlier.extension(), this.tracker.today(), reason, signedBy, earlier.learners(), id,
				this.clock.instant());
		// Reversing twice is reversing once.
		if (this.tracker.insert(second)) {
			carryOut(second);
		}
		return second;
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
		List<String> made = new ArrayList<>();
		for (LearnerId learner : decision.learners()) {
			Fact fact = decision.factFor(learner);
			if (!this.facts.existsById(fact.id()) && this.tracker.insert(fact)) {
				made.add("fact " + fact.id());
				this.tracker.follow(learner);
			}
		}
		return made;
	}

}
