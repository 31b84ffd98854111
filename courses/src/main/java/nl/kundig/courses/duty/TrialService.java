package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.kundig.courses.curriculum.CurriculumMistake;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.TrialRefused.Reason;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Tries drafts out, keeps what came of them, and activates exactly that. */
@Service
public class TrialService {

	private static final Duration KEPT = Duration.ofDays(90);

	private static final int SHOWN = 50;

	private final SavedTrialRepository trials;

	private final TrialChangesRepository changes;

	private final TrialRunner runner;

	private final DraftActivation activation;

	private final DutyService duties;

	private final CurriculumService curricula;

	private final RuleService rules;

	private final MongoOperations mongo;

	private final Clock clock;

	TrialService(SavedTrialRepository trials, TrialChangesRepository changes, TrialRunner runner,
			DraftActivation activation, DutyService duties, CurriculumService curricula, RuleService rules,
			MongoOperations mongo, Clock clock) {
		this.trials = trials;
		this.changes = changes;
		this.runner = runner;
		this.activation = activation;
		this.duties = duties;
		this.curricula = curricula;
		this.rules = rules;
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Starts to try the draft out. Most are ready before this returns; who looks at
	 * others sees how far they are.
	 * @param owner the municipality whose people are looked at, or null for everybody
	 * @return the id of the trial
	 */
	public String start(Draft draft, @Nullable MunicipalityId owner, String by) {
		check(draft, owner);
		forgetOld();
		SavedTrial trial = SavedTrial.of(UUID.randomUUID().toString(),
				(owner != null) ? owner.value() : SavedTrial.NATIONAL, draft, by, this.clock.instant());
		this.runner.checkFree();
		this.trials.save(trial);
		this.runner.start(trial);
		return trial.id();
	}

	private void check(Draft draft, @Nullable MunicipalityId owner) {
		switch (draft) {
			case Draft.RuleDraft(var rule) -> {
				checkOwner(rule, owner);
				this.duties.check(rule);
			}
			case Draft.CurriculumDraft(var curriculum) -> {
				Optional<MunicipalityId> theirs = curriculum.curriculum().municipality();
				if (theirs.isPresent() && !theirs.get().equals(owner)
						|| this.curricula.withdrawn().contains(curriculum.version())) {
					throw new TrialRefused(Reason.NOT_YOURS, curriculum.curriculum());
				}
				List<CurriculumMistake> mistakes = this.curricula.mistakes(curriculum);
				if (!mistakes.isEmpty()) {
					throw new TrialRefused(Reason.MISTAKES, curriculum.curriculum(), mistakes);
				}
			}
			case Draft.RoleDraft(var from, var to, var municipality) -> {
				if (from == to) {
					throw new TrialRefused(Reason.SAME_ROLE, from);
				}
				if (owner != null && !owner.equals(municipality)) {
					throw new TrialRefused(Reason.NOT_YOURS, from);
				}
			}
		}
	}

	/** Who decides for one municipality changes neither others' rules nor everybody's. */
	private void checkOwner(Rule rule, @Nullable MunicipalityId owner) {
		Optional<MunicipalityId> wanted = Optional.ofNullable(owner);
		boolean own = RuleService.municipality(rule.who()).equals(wanted);
		boolean known = this.rules.rule(rule.rule())
			.map((last) -> RuleService.municipality(last.who()).equals(wanted))
			.orElse(true);
		if (!own || !known) {
			throw new TrialRefused(Reason.NOT_YOURS, rule.id());
		}
	}

	public Optional<SavedTrial> find(String id) {
		return this.trials.findById(id);
	}

	/** For whom it changes something; empty while it runs. */
	public Optional<TrialChanges> changes(String id) {
		return this.changes.findById(id);
	}

	/** The newest trials of the municipality, or the national ones. */
	public List<SavedTrial> trials(@Nullable MunicipalityId owner) {
		return this.trials.findByOwnerOrderByStartedAtDesc((owner != null) ? owner.value() : SavedTrial.NATIONAL,
				Limit.of(SHOWN));
	}

	/** How far a trial is that has not ended. One that a restart cut off begins again. */
	public TrialProgress progress(SavedTrial trial) {
		return this.runner.progress(trial);
	}

	/**
	 * Does exactly what was seen, or nothing.
	 * @param fingerprint of what was seen
	 * @throws TrialOutdated when something else would come of it now
	 * @throws TrialRefused when somebody activated it before
	 */
	public SavedTrial activate(String id, String fingerprint, String by) {
		SavedTrial seen = this.trials.findById(id).orElseThrow(() -> new TrialRefused(Reason.UNKNOWN, id));
		if (seen.isActivated()) {
			throw new TrialRefused(Reason.ACTIVATED, id);
		}
		if (seen.numbers() == null) {
			throw new TrialRefused(Reason.RUNNING, id);
		}
		check(seen.draft(), seen.isNational() ? null : new MunicipalityId(seen.owner()));
		if (seen.draft() instanceof Draft.CurriculumDraft(var curriculum)) {
			if (!seen.isNational()) {
				throw new TrialRefused(Reason.NOT_YOURS, id);
			}
			// What is published is always the work of two people.
			if (this.curricula.version(curriculum.version()).isEmpty() && by.equals(seen.startedBy())) {
				throw new TrialRefused(Reason.SAME_EYES, id);
			}
		}
		TrialRun run = this.runner.run(seen, (done) -> {
		});
		if (!run.fingerprint().equals(fingerprint)) {
			throw outdated(seen, run);
		}
		Instant now = this.clock.instant();
		if (!claim(id, by, now)) {
			throw new TrialRefused(Reason.ACTIVATED, id);
		}
		this.activation.carryOut(seen.draft(), by);
		done(id);
		return this.trials.findById(id).orElseThrow();
	}

	private TrialOutdated outdated(SavedTrial seen, TrialRun run) {
		TrialChanges before = this.changes.findById(seen.id()).orElseThrow();
		TrialChanges after = TrialChanges.of(seen, run);
		this.runner.keep(seen.id(), run, after);
		return new TrialOutdated(seen, seen.found(run), TrialOutdated.differing(before, after));
	}

	private boolean claim(String id, String by, Instant at) {
		Query free = Query.query(Criteria.where("_id").is(id).and("activatedAt").is(null));
		Update claimed = new Update().set("activatedAt", at).set("activatedBy", by);
		return this.mongo.updateFirst(free, claimed, SavedTrial.class).getModifiedCount() == 1;
	}

	private void done(String id) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(id)),
				new Update().set("doneAt", this.clock.instant()), SavedTrial.class);
	}

	/**
	 * Ends what a crash cut off between the decision and its consequences.
	 * @return what was carried out after all, a line each
	 */
	public List<String> recheck() {
		List<String> repaired = new ArrayList<>();
		for (SavedTrial trial : this.trials.findAll()) {
			String by = trial.activatedBy();
			if (by != null && trial.doneAt() == null) {
				try {
					this.activation.carryOut(trial.draft(), by);
					done(trial.id());
					repaired.add("trial " + trial.id());
				}
				catch (RuntimeException ex) {
					// One that can no longer be done may not keep the others waiting.
					repaired.add("not: trial " + trial.id() + ": " + ex);
				}
			}
		}
		return repaired;
	}

	/** Removes a trial; what it activated stays. */
	public void forget(String id) {
		this.trials.deleteById(id);
		this.changes.deleteById(id);
	}

	private void forgetOld() {
		Query old = Query.query(Criteria.where("startedAt").lte(this.clock.instant().minus(KEPT)));
		this.mongo.remove(old, SavedTrial.class);
		this.mongo.remove(old, TrialChanges.class);
	}

	LocalDate keptThrough(SavedTrial trial) {
		return LocalDate.ofInstant(trial.startedAt().plus(KEPT), CurriculumService.ZONE);
	}

}
