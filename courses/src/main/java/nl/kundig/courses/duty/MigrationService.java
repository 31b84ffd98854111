package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Moves people to another version of their curriculum, as previewed. */
@Service
public class MigrationService {

	private final Consequences consequences;

	private final Policies policies;

	private final MongoOperations mongo;

	private final Clock clock;

	MigrationService(Consequences consequences, Policies policies, MongoOperations mongo, Clock clock) {
		this.consequences = consequences;
		this.policies = policies;
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * What moving everybody who has another version would do today; nothing is stored.
	 */
	public Migration preview(String target) {
		return preview(target, null);
	}

	/**
	 * What moving everybody of the municipality would do.
	 * @param municipality there, or null for everywhere
	 */
	public Migration preview(String target, @Nullable MunicipalityId municipality) {
		Policy policy = this.policies.policy();
		Curriculum curriculum = policy.version(target).orElseThrow();
		LocalDate day = this.consequences.today();
		List<Migration.Person> changes = new ArrayList<>();
		this.consequences.histories((history) -> Standing.of(history, policy, day)
			.duty(curriculum.curriculum())
			.filter((duty) -> municipality == null || duty.reasons()
				.stream()
				.anyMatch((reason) -> reason.holdsOn(day) && municipality.equals(reason.municipality())))
			.filter((duty) -> duty.state() != DutyStanding.State.ENDED && !duty.version().equals(target)
					&& history.pins().containsKey(curriculum.curriculum()))
			.ifPresent((duty) -> changes.add(person(duty, history, policy, curriculum, day))));
		changes.sort(Comparator.comparing((person) -> person.learner().value()));
		List<Object> seen = changes.stream()
			.<Object>map((person) -> List.of(person.learner(), person.before(), person.after()))
			.toList();
		return new Migration(curriculum.curriculum(), target, day, changes,
				ContentHash.of(target, String.valueOf(municipality), day, seen));
	}

	private Migration.Person person(DutyStanding before, History history, Policy policy, Curriculum target,
			LocalDate day) {
		CurriculumId id = target.curriculum();
		Map<CurriculumId, List<Pin>> pins = new HashMap<>(history.pins());
		List<Pin> moved = new ArrayList<>(pins.getOrDefault(id, List.of()));
		moved.add(new Pin(target.version(), day, "", this.clock.instant()));
		pins.put(id, moved);
		DutyStanding after = Standing.of(new History(history.learner(), history.facts(), pins), policy, day)
			.duty(id)
			.orElseThrow();
		Curriculum old = policy.version(before.version()).orElseThrow();
		return new Migration.Person(history.learner().id(), before, after, fates(old, target, policy));
	}

	private static Map<Migration.Fate, List<CurriculumRequirement>> fates(Curriculum old, Curriculum target,
			Policy policy) {
		Map<Migration.Fate, List<CurriculumRequirement>> fates = new EnumMap<>(Migration.Fate.class);
		List<CurriculumRequirement> before = old.requirements();
		List<CurriculumRequirement> after = target.requirements();
		for (CurriculumRequirement requirement : after) {
			boolean equal = policy.equivalencesTo(requirement)
				.stream()
				.anyMatch((equivalence) -> before.contains(equivalence.from()));
			Migration.Fate fate = before.contains(requirement) ? Migration.Fate.KEPT
					: equal ? Migration.Fate.EQUIVALENT : Migration.Fate.NEW;
			fates.computeIfAbsent(fate, (missing) -> new ArrayList<>()).add(requirement);
		}
		before.stream()
			.filter((requirement) -> !after.contains(requirement))
			.forEach((requirement) -> fates.computeIfAbsent(Migration.Fate.DROPPED, (missing) -> new ArrayList<>())
				.add(requirement));
		return fates;
	}

	/**
	 * Does exactly what was seen, or nothing.
	 * @throws PreviewOutdated when something changed since
	 */
	public void activate(String target, String fingerprint, String by) {
		activate(target, null, fingerprint, by);
	}

	/**
	 * The same for everybody of the municipality.
	 * @throws PreviewOutdated when something changed since
	 */
	public void activate(String target, @Nullable MunicipalityId municipality, String fingerprint, String by) {
		Migration now = preview(target, municipality);
		if (!now.fingerprint().equals(fingerprint)) {
			throw new PreviewOutdated(now);
		}
		List<LearnerId> learners = now.people().stream().map(Migration.Person::learner).toList();
		this.consequences.inPages(learners, (page) -> {
			move(page, now, by);
			return List.of();
		});
		this.consequences.draw(learners);
	}

	private void move(List<LearnerId> page, Migration migration, String by) {
		Pin pin = new Pin(migration.target(), migration.day(), by, this.clock.instant());
		BulkOperations bulk = this.mongo.bulkOps(BulkMode.UNORDERED, Duty.class);
		for (History history : this.consequences.histories(page)) {
			int pins = history.pins().getOrDefault(migration.curriculum(), List.of()).size();
			// Whoever else moves them at the same time was first, or comes too late.
			bulk.updateOne(Query.query(Criteria.where("_id")
				.is(Duty.idOf(history.learner().id(), migration.curriculum()))
				.and("pins")
				.size(pins)), new Update().push("pins", pin));
		}
		bulk.execute();
	}

}
