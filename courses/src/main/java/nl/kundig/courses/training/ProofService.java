package nl.kundig.courses.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.kundig.courses.content.ContentHash;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.training.Proof.Change;
import nl.kundig.courses.training.ProofRefused.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Proofs of what was learned: handed in by the learner, decided by the coordinator. */
@Service
public class ProofService {

	/**
	 * An accepted file explains the accounts of the year; after that the fact is enough.
	 */
	private static final Period KEPT_AFTER_ACCEPTANCE = Period.ofMonths(12);

	/** So long a learner can look up what was wrong with it. */
	private static final Period KEPT_AFTER_REFUSAL = Period.ofMonths(1);

	private static final int MOST_WAITING = 10;

	private static final int LONGEST_PROVIDER = 200;

	private static final int LONGEST_REASON = 500;

	private final ProofRepository proofs;

	private final ProofFileRepository files;

	private final TrainingService trainings;

	private final PeopleService people;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProofService(ProofRepository proofs, ProofFileRepository files, TrainingService trainings, PeopleService people,
			MongoOperations mongo, ApplicationEventPublisher events, Clock clock) {
		this.proofs = proofs;
		this.files = files;
		this.trainings = trainings;
		this.people = people;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps the file and what is said with it. The same again is the same proof, unless
	 * that was refused.
	 * @param fileName as the learner's machine has it; only a safe part of it is kept
	 * @throws ProofRefused when the file or what is said with it cannot be
	 */
	public Proof handIn(ProofDraft draft, byte[] bytes, String fileName) {
		ProofDraft checked = check(draft);
		ProofContent content = ProofContent.check(bytes);
		String sha256 = Sha256.of(bytes);
		List<Proof> before = this.proofs.findByLearnerOrderByHandedInAt(draft.learner());
		Proof proof = Proof.of(id(checked, sha256, before), checked, content.nameLike(fileName), sha256,
				this.clock.instant());
		if (before.stream().noneMatch((known) -> known.id().equals(proof.id()))
				&& before.stream().filter((known) -> known.state() == ProofState.HANDED_IN).count() >= MOST_WAITING) {
			throw new ProofRefused(Reason.TOO_MANY_WAITING, MOST_WAITING);
		}
		insert(proof);
		// A crash between the two leaves a proof without a file, which sending it again
		// repairs; the other way round nobody would ever find the file.
		insert(new ProofFile(proof.id(), content.bytes(), Sha256.of(content.bytes()), content.mediaType(),
				proof.fileName(), proof.handedInAt()));
		return this.proofs.findById(proof.id()).orElse(proof);
	}

	private ProofDraft check(ProofDraft draft) {
		LocalDate today = LocalDate.now(this.clock.withZone(PeopleService.ZONE));
		if (draft.day().isBefore(PeopleService.EARLIEST) || draft.day().isAfter(today)) {
			throw new ProofRefused(Reason.DAY_OUT_OF_RANGE, draft.day());
		}
		String provider = draft.provider().strip();
		if (provider.isEmpty() || provider.length() > LONGEST_PROVIDER) {
			throw new ProofRefused(Reason.PROVIDER_MISSING, provider.length());
		}
		if (this.people.learner(draft.learner()).isEmpty()) {
			throw new ProofRefused(Reason.UNKNOWN_LEARNER, draft.learner());
		}
		switch (draft.subject()) {
			case ProofSubject.OfTraining(var training) -> this.trainings.training(training)
				.orElseThrow(() -> new ProofRefused(Reason.UNKNOWN_TRAINING, training));
			case ProofSubject.OfCode(var code) -> {
				if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > LONGEST_PROVIDER) {
					throw new ProofRefused(Reason.UNKNOWN_CODE, code.length());
				}
			}
		}
		return new ProofDraft(draft.learner(), draft.municipality(), draft.subject(), draft.day(), provider,
				draft.session(), draft.enrolment());
	}

	/** After a refusal the same file is another proof. */
	private static ProofId id(ProofDraft draft, String sha256, List<Proof> before) {
		long refused = before.stream()
			.filter((proof) -> proof.state() == ProofState.REFUSED && proof.sha256().equals(sha256)
					&& proof.subject().equals(draft.subject()) && proof.day().equals(draft.day()))
			.count();
		return new ProofId(ContentHash.of(draft.learner(), draft.subject().key(), draft.day(), sha256, refused)
			.substring(0, 32)
			.toLowerCase(Locale.ROOT));
	}

	private void insert(Object document) {
		try {
			this.mongo.insert(document);
		}
		catch (DuplicateKeyException ex) {
			// The form was sent twice.
		}
	}

	/**
	 * The proof is what it says. Accepting again changes nothing.
	 * @throws ProofRefused when this person may not decide, or it was refused before
	 */
	public Proof accept(ProofId id, Coordinator by) {
		Proof proof = mine(id, by);
		if (proof.state() == ProofState.HANDED_IN && !this.files.existsById(id)) {
			throw new ProofRefused(Reason.FILE_MISSING, id);
		}
		Proof decided = decide(proof, ProofState.ACCEPTED, by, "", KEPT_AFTER_ACCEPTANCE);
		// Whoever listens may be told twice: the first time may have been cut off.
		this.events.publishEvent(new ProofAccepted(decided));
		return decided;
	}

	/**
	 * The proof does not prove it. Refusing again changes nothing.
	 * @param why what the learner is told
	 * @throws ProofRefused when this person may not decide, or it was accepted before
	 */
	public Proof refuse(ProofId id, Coordinator by, String why) {
		Proof proof = mine(id, by);
		String reason = why.strip();
		if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
			throw new ProofRefused(Reason.NO_REASON, reason.length());
		}
		return decide(proof, ProofState.REFUSED, by, reason, KEPT_AFTER_REFUSAL);
	}

	private Proof mine(ProofId id, Coordinator by) {
		Proof proof = this.proofs.findById(id).orElseThrow(() -> new ProofRefused(Reason.UNKNOWN_PROOF, id));
		if (!proof.mayBeDecidedBy(by)) {
			throw new ProofRefused(Reason.NOT_YOURS, id);
		}
		return proof;
	}

	/** One write decides; whoever comes second finds what was decided. */
	private Proof decide(Proof proof, ProofState state, Coordinator by, String why, Period kept) {
		Instant now = this.clock.instant();
		Update decision = new Update().set("state", state)
			.push("history", new Change(state, now, by.username(), why))
			.set("fileKeptUntil", now.atZone(PeopleService.ZONE).plus(kept).toInstant());
		Proof decided = this.mongo.findAndModify(
				Query.query(Criteria.where("_id").is(proof.id()).and("state").is(ProofState.HANDED_IN)), decision,
				FindAndModifyOptions.options().returnNew(true), Proof.class);
		if (decided != null) {
			return decided;
		}
		return this.proofs.findById(proof.id())
			.filter((known) -> known.state() == state)
			.orElseThrow(() -> new ProofRefused(Reason.DECIDED_ALREADY, proof.id()));
	}

	public Optional<Proof> proof(ProofId id) {
		return this.proofs.findById(id);
	}

	/** What the learner handed in, the first one first. */
	public List<Proof> proofs(LearnerId learner) {
		return this.proofs.findByLearnerOrderByHandedInAt(learner);
	}

	/** What these learners' coordinators accepted. */
	public List<Proof> accepted(Collection<LearnerId> learners) {
		return this.proofs.findByLearnerIn(learners)
			.stream()
			.filter((proof) -> proof.state() == ProofState.ACCEPTED)
			.toList();
	}

	/** What waits to be looked at, the first one first. */
	public List<Proof> waiting(MunicipalityId municipality) {
		return this.proofs.findByMunicipalityAndStateOrderByHandedInAt(municipality, ProofState.HANDED_IN);
	}

	/** The learner's own file; empty when it is another's or erased. */
	public Optional<ProofFile> file(ProofId id, LearnerId learner) {
		return file(this.proofs.findById(id).filter((proof) -> proof.learner().equals(learner)).orElse(null));
	}

	/** The file for who decides about it; empty when that is somebody else, or erased. */
	public Optional<ProofFile> file(ProofId id, Coordinator coordinator) {
		return file(this.proofs.findById(id).filter((proof) -> proof.mayBeDecidedBy(coordinator)).orElse(null));
	}

	private Optional<ProofFile> file(@Nullable Proof proof) {
		return (proof != null) ? this.files.findById(proof.id()) : Optional.empty();
	}

	/**
	 * Erases the files whose time is over; what was decided stays. May be repeated.
	 * @return how many
	 */
	public int eraseFiles() {
		List<Proof> over = this.proofs.findByFileKeptUntilLessThanEqual(this.clock.instant());
		for (Proof proof : over) {
			this.files.deleteById(proof.id());
			// Nothing else changes what was decided, so all of it may be written.
			this.proofs.save(proof.withoutFile());
		}
		return over.size();
	}

}
