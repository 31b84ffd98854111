package nl.kundig.courses.curriculum;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import nl.kundig.courses.curriculum.CurriculumDraft.Action;
import nl.kundig.courses.curriculum.CurriculumDraft.State;
import nl.kundig.courses.curriculum.CurriculumDraft.Step;
import nl.kundig.courses.curriculum.DraftRefused.Reason;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** From a first idea to a published version, and always by two people. */
@Service
public class CurriculumDraftService {

	/** Every length is measured from this day. */
	private static final LocalDate SOME_DAY = LocalDate.of(2025, 1, 1);

	private static final int LONGEST_YEARS = 10;

	private final CurriculumDraftRepository drafts;

	private final CurriculumService curricula;

	private final Clock clock;

	CurriculumDraftService(CurriculumDraftRepository drafts, CurriculumService curricula, Clock clock) {
		this.drafts = drafts;
		this.curricula = curricula;
		this.clock = clock;
	}

	/** What a merge would make, and what it was made of. */
	public record MergePreview(CurriculumDraft draft, Curriculum original, Curriculum newer,
			CurriculumMerge.Result result, CurriculumDifference originalChanges, CurriculumDifference draftChanges) {
	}

	/**
	 * The draft, when it is this owner's.
	 * @param municipality whose it must be, or null for the ready-made ones
	 */
	public Optional<CurriculumDraft> draft(String id, @Nullable MunicipalityId municipality) {
		return this.drafts.findById(id).filter((draft) -> draft.isOf(municipality));
	}

	public Optional<CurriculumDraft> draft(String id) {
		return this.drafts.findById(id);
	}

	/** Every draft of this owner, what was touched last first. */
	public List<CurriculumDraft> drafts(@Nullable MunicipalityId municipality) {
		return this.drafts.findByMunicipality(municipality)
			.stream()
			.sorted(Comparator.comparing((CurriculumDraft draft) -> draft.lastStep().at()).reversed())
			.toList();
	}

	/** How long somebody has who gets this version. */
	public Period due(String version) {
		return this.drafts.findFirstByPublished(version).map(CurriculumDraft::due).orElse(CurriculumDraft.USUAL_DUE);
	}

	/**
	 * Begins the next version of a curriculum. Another's draft that is still open is what
	 * to go on with, so it is returned.
	 */
	public CurriculumDraft revise(Curriculum version, String by) {
		List<CurriculumDraft> known = this.drafts.findByCurriculum(version.curriculum());
		// What a municipality changes again is still compared with what it adopted.
		String original = version.curriculum()
			.municipality()
			.flatMap((owner) -> this.drafts.findFirstByPublished(version.version()))
			.map(CurriculumDraft::original)
			.orElse(version.version());
		return start(version, version.curriculum(), original, known, by);
	}

	/** Begins a municipality's own curriculum, to be adapted. */
	public CurriculumDraft adopt(Curriculum version, MunicipalityId municipality, String by) {
		CurriculumId own = version.curriculum().of(municipality);
		return start(version, own, version.version(), this.drafts.findByCurriculum(own), by);
	}

	private CurriculumDraft start(Curriculum version, CurriculumId curriculum, String original,
			List<CurriculumDraft> known, String by) {
		return known.stream()
			.filter(CurriculumDraft::isOpen)
			.findFirst()
			.orElseGet(() -> insert(new CurriculumDraft(curriculum + "-" + (known.size() + 1), null,
					curriculum.municipality().orElse(null), curriculum, original, version.title(), version.level(),
					version.role(), version.validity(), version.root(), due(version.version()), State.DRAFT, null,
					List.of(new Step(Action.STARTED, by, this.clock.instant())))));
	}

	// The number in the id makes two who begin at the same time collide.
	private CurriculumDraft insert(CurriculumDraft draft) {
		try {
			return this.drafts.save(draft);
		}
		catch (DuplicateKeyException | OptimisticLockingFailureException ex) {
			Step first = find(draft.id()).lastStep();
			throw new DraftRefused(Reason.STARTED_MEANWHILE, draft.id(), first);
		}
	}

	/**
	 * Changes a draft.
	 * @param revision the one this person saw
	 * @throws DraftRefused when somebody else was first, or it is no longer a draft
	 * @throws CurriculumRefused when it would bring a mistake in
	 */
	public CurriculumDraft change(String id, long revision, DraftChange change, String by) {
		CurriculumDraft known = seen(id, revision);
		if (known.state() == State.OFFERED) {
			throw new DraftRefused(Reason.OFFERED, id, known.lastStep());
		}
		CurriculumDraft changed = change.applyTo(known);
		if (known.hasSameContent(changed)) {
			return known;
		}
		List<CurriculumMistake> tooDeep = mistakes(changed).stream()
			.filter((mistake) -> mistake.kind() == CurriculumMistake.Kind.TOO_DEEP)
			.toList();
		if (!tooDeep.isEmpty() && mistakes(known).stream().noneMatch(tooDeep::contains)) {
			// Deeper and deeper, it could no longer be stored.
			throw new CurriculumRefused(known.curriculum(), tooDeep);
		}
		if (!change.mayLeaveMistakes()) {
			List<CurriculumMistake> brought = new ArrayList<>(mistakes(changed));
			mistakes(known).forEach(brought::remove);
			if (!brought.isEmpty()) {
				throw new CurriculumRefused(known.curriculum(), brought);
			}
		}
		return store(changed.after(Action.CHANGED, State.DRAFT, null, by, this.clock.instant()));
	}

	/** What keeps this draft from being published; empty when nothing does. */
	public List<CurriculumMistake> mistakes(CurriculumDraft draft) {
		List<CurriculumMistake> mistakes = new ArrayList<>(this.curricula.mistakes(draft.asVersion(Instant.EPOCH)));
		LocalDate last = SOME_DAY.plus(draft.due());
		if (!last.isAfter(SOME_DAY) || last.isAfter(SOME_DAY.plusYears(LONGEST_YEARS))) {
			mistakes.add(new CurriculumMistake(CurriculumMistake.Kind.DUE_OUT_OF_RANGE, draft.due().toString()));
		}
		return mistakes;
	}

	/** Says that it is ready; from now on it does not change. */
	public CurriculumDraft offer(String id, long revision, String by) {
		CurriculumDraft draft = seen(id, revision);
		refuseMistakes(draft);
		return step(draft, Action.OFFERED, State.OFFERED, by);
	}

	/** Makes what was offered a draft again. */
	public CurriculumDraft takeBack(String id, long revision, String by) {
		return step(seen(id, revision), Action.TAKEN_BACK, State.DRAFT, by);
	}

	/**
	 * Makes the offered draft a version that never changes.
	 * @throws DraftRefused when this is not somebody else than who wrote it
	 */
	public Curriculum publish(String id, long revision, String by) {
		CurriculumDraft draft = seen(id, revision);
		if (draft.state() != State.OFFERED) {
			throw new DraftRefused(Reason.NOT_OFFERED, id);
		}
		if (!draft.isSecondPairOfEyes(by)) {
			throw new DraftRefused(Reason.SAME_EYES, id, draft.lastChange());
		}
		refuseMistakes(draft);
		Curriculum version = draft.asVersion(this.clock.instant());
		if (this.curricula.version(version.version()).isPresent()) {
			throw new DraftRefused(Reason.ALREADY_THERE, id);
		}
		// The draft decides: who takes it back at the same moment comes too late.
		store(draft.after(Action.PUBLISHED, State.PUBLISHED, version.version(), by, version.publishedAt()));
		this.curricula.publish(version, draft.due());
		return version;
	}

	/** Gives the draft up, or withdraws what it became. */
	public CurriculumDraft withdraw(String id, long revision, String by) {
		CurriculumDraft draft = find(id);
		if (draft.state() == State.PUBLISHED) {
			withdraw(String.valueOf(draft.published()), by);
			return find(id);
		}
		return step(seen(id, revision), Action.WITHDRAWN, State.WITHDRAWN, by);
	}

	/**
	 * Gives this version to nobody new. Whoever has it goes on with it; new people get
	 * the newest version that is left.
	 */
	public void withdraw(String version, String by) {
		Withdrawal withdrawal = this.curricula.withdraw(new Withdrawal(version, by, this.clock.instant()));
		this.drafts.findFirstByPublished(version)
			.filter((draft) -> draft.state() == State.PUBLISHED)
			.ifPresent((draft) -> store(
					draft.after(Action.WITHDRAWN, State.WITHDRAWN, version, withdrawal.by(), withdrawal.at())));
	}

	/**
	 * What is otherwise than in the version it was made from; empty when it started from
	 * nothing.
	 */
	public Optional<CurriculumDifference> difference(CurriculumDraft draft) {
		return original(draft).map((original) -> CurriculumDifference.between(original, due(original.version()),
				draft.asVersion(Instant.EPOCH), draft.due()));
	}

	public Optional<Curriculum> original(CurriculumDraft draft) {
		return Optional.ofNullable(draft.original()).flatMap(this.curricula::version);
	}

	/** The version of the original that came after the one this was made from. */
	public Optional<Curriculum> newerOriginal(CurriculumDraft draft) {
		return original(draft).flatMap((original) -> this.curricula.current(original.curriculum())
			.filter((newest) -> newest.publishedAt().isAfter(original.publishedAt()))
			// What this draft became itself is nothing to merge.
			.filter((newest) -> !newest.version().equals(draft.published())));
	}

	/** What merging the newer original would make; nothing is stored. */
	public MergePreview previewMerge(String id, Map<String, CurriculumMerge.Side> choices) {
		return previewMerge(find(id), choices);
	}

	private MergePreview previewMerge(CurriculumDraft draft, Map<String, CurriculumMerge.Side> choices) {
		Curriculum newer = newerOriginal(draft).orElseThrow(() -> new DraftRefused(Reason.NOTHING_NEWER, draft.id()));
		Curriculum original = original(draft).orElseThrow();
		var base = new CurriculumMerge.Version(original, due(original.version()));
		var mine = new CurriculumMerge.Version(draft.asVersion(Instant.EPOCH), draft.due());
		var theirs = new CurriculumMerge.Version(newer, due(newer.version()));
		CurriculumMerge.Result result = CurriculumMerge.of(base, mine, theirs, choices);
		return new MergePreview(draft, original, newer, result,
				CurriculumDifference.between(original, base.due(), newer, theirs.due()),
				CurriculumDifference.between(mine.curriculum(), mine.due(), result.curriculum(), result.due()));
	}

	/**
	 * Makes the merge a new draft; the old one is given up when it was still open.
	 * @param newer the version of the original that this person saw in the preview
	 */
	public CurriculumDraft acceptMerge(String id, long revision, String newer,
			Map<String, CurriculumMerge.Side> choices, String by) {
		CurriculumDraft draft = find(id);
		if (!Objects.equals(draft.revision(), revision)) {
			throw new DraftRefused(Reason.CHANGED_MEANWHILE, id, draft.lastStep());
		}
		MergePreview preview = previewMerge(draft, choices);
		if (!preview.newer().version().equals(newer)) {
			throw new DraftRefused(Reason.CHANGED_MEANWHILE, id);
		}
		List<CurriculumDraft> known = this.drafts.findByCurriculum(draft.curriculum());
		Curriculum merged = preview.result().curriculum();
		CurriculumDraft made = insert(new CurriculumDraft(draft.curriculum() + "-" + (known.size() + 1), null,
				draft.municipality(), draft.curriculum(), newer, merged.title(), merged.level(), merged.role(),
				merged.validity(), merged.root(), preview.result().due(), State.DRAFT, null,
				List.of(new Step(Action.MERGED, by, this.clock.instant()))));
		if (draft.isOpen()) {
			step(draft, Action.WITHDRAWN, State.WITHDRAWN, by);
		}
		return made;
	}

	/**
	 * Publishes what a crash kept from being published.
	 * @return what was missing and is there now, a line each
	 */
	public List<String> recheck() {
		List<String> repaired = new ArrayList<>();
		for (CurriculumDraft draft : this.drafts.findAll()) {
			String version = draft.published();
			if (version != null && this.curricula.version(version).isEmpty()) {
				Instant at = draft.history()
					.stream()
					.filter((step) -> step.action() == Action.PUBLISHED)
					.map(Step::at)
					.findFirst()
					.orElse(this.clock.instant());
				this.curricula.publish(draft.asVersion(at), draft.due());
				repaired.add("curriculum " + draft.curriculum() + "|" + version);
			}
		}
		return repaired;
	}

	private void refuseMistakes(CurriculumDraft draft) {
		List<CurriculumMistake> mistakes = mistakes(draft);
		if (!mistakes.isEmpty()) {
			throw new CurriculumRefused(draft.curriculum(), mistakes);
		}
	}

	private CurriculumDraft step(CurriculumDraft draft, Action action, State next, String by) {
		return store(draft.after(action, next, draft.published(), by, this.clock.instant()));
	}

	private CurriculumDraft find(String id) {
		return this.drafts.findById(id).orElseThrow();
	}

	/** The draft as this person saw it, still to be worked on. */
	private CurriculumDraft seen(String id, long revision) {
		CurriculumDraft draft = find(id);
		if (!Objects.equals(draft.revision(), revision)) {
			throw new DraftRefused(Reason.CHANGED_MEANWHILE, id, draft.lastStep());
		}
		if (!draft.isOpen()) {
			throw new DraftRefused(Reason.CLOSED, id, draft.lastStep());
		}
		return draft;
	}

	private CurriculumDraft store(CurriculumDraft draft) {
		try {
			return this.drafts.save(draft);
		}
		catch (OptimisticLockingFailureException ex) {
			throw new DraftRefused(Reason.CHANGED_MEANWHILE, draft.id(), find(draft.id()).lastStep());
		}
	}

}
