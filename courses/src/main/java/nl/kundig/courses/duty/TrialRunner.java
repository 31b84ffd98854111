package nl.kundig.courses.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.function.ToIntBiFunction;

import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Runs trials one after the other, so that two of them do not take the other's time. */
@Component
class TrialRunner implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);

	/** Who waits longer than this for a page gets to see how far it is. */
	private static final long PATIENCE_MILLIS = 900;

	private static final int MOST_WAITING = 10;

	private final TrialChangesRepository changes;

	private final Consequences consequences;

	private final Policies policies;

	private final ContentService content;

	private final MongoOperations mongo;

	private final ExecutorService executor = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("trial-", 1).factory());

	private final Map<String, Running> running = new ConcurrentHashMap<>();

	/** A trial that has not ended. */
	private static final class Running {

		private volatile int looked;

		private volatile int learners;

		private volatile boolean failed;

	}

	TrialRunner(TrialChangesRepository changes, Consequences consequences, Policies policies, ContentService content,
			MongoOperations mongo) {
		this.changes = changes;
		this.consequences = consequences;
		this.policies = policies;
		this.content = content;
		this.mongo = mongo;
	}

	/** Refuses one more when many are waiting. */
	void checkFree() {
		if (this.running.values().stream().filter((trial) -> !trial.failed).count() >= MOST_WAITING) {
			throw new TrialRefused(TrialRefused.Reason.TOO_MANY, this.running.size());
		}
	}

	void start(SavedTrial trial) {
		Running started = new Running();
		if (this.running.putIfAbsent(trial.id(), started) != null) {
			return;
		}
		Future<?> end = this.executor.submit(() -> end(trial, started));
		try {
			end.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			LOG.debug("trial {} takes longer", trial.id(), ex);
		}
	}

	private void end(SavedTrial trial, Running started) {
		try {
			TrialRun run = run(trial, (looked) -> started.looked = Math.max(started.looked, looked),
					(learners) -> started.learners = learners);
			keep(trial.id(), run, TrialChanges.of(trial, run));
			this.running.remove(trial.id());
		}
		catch (RuntimeException ex) {
			started.failed = true;
			LOG.error("trial {} failed", trial.id(), ex);
		}
	}

	TrialProgress progress(SavedTrial trial) {
		Running known = this.running.get(trial.id());
		if (known == null) {
			start(trial);
			known = this.running.get(trial.id());
		}
		return (known != null) ? new TrialProgress(known.looked, known.learners, known.failed)
				: new TrialProgress(0, 0, false);
	}

	/** Looks at everybody of the trial's owner now. */
	TrialRun run(SavedTrial trial, IntConsumer progress) {
		return run(trial, progress, (learners) -> {
		});
	}

	private TrialRun run(SavedTrial trial, IntConsumer progress, IntConsumer counted) {
		MunicipalityId owner = trial.isNational() ? null : new MunicipalityId(trial.owner());
		List<History> histories = new ArrayList<>();
		this.consequences.histories((history) -> {
			if (isOf(history, owner)) {
				histories.add(history);
			}
		});
		counted.accept(histories.size());
		return TrialRun.of(histories, this.policies.policy(), trial.draft(), this.consequences.today(), minutes(),
				progress);
	}

	private boolean isOf(History history, @Nullable MunicipalityId owner) {
		return owner == null || history.learner()
			.rolesOn(this.consequences.today())
			.stream()
			.anyMatch((held) -> held.municipality().equals(owner));
	}

	private ToIntBiFunction<CurriculumRequirement, LearnerRole> minutes() {
		Map<List<Object>, Integer> known = new ConcurrentHashMap<>();
		return (requirement, role) -> known.computeIfAbsent(List.of(requirement, role),
				(missing) -> minutes(requirement, role));
	}

	private int minutes(CurriculumRequirement requirement, LearnerRole role) {
		return (requirement instanceof PassModule(var module))
				? this.content.module(module).map((known) -> known.minutesFor(role)).orElse(0) : 0;
	}

	/** Keeps what was found; the numbers last, for they say that the rest is there. */
	void keep(String trial, TrialRun run, TrialChanges found) {
		this.changes.save(found);
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(trial)),
				new Update().set("numbers", TrialNumbers.of(run)).set("fingerprint", run.fingerprint()),
				SavedTrial.class);
	}

	@Override
	public void destroy() {
		this.executor.shutdownNow();
	}

}
