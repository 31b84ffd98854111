package nl.kundig.app.curriculum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.BadInput;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDraft;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which curricula there are, in which versions, and which drafts wait. */
@Controller
@RequestMapping("/beheer/curricula")
class ManageCurriculaController {

	private final CurriculumDraftService drafts;

	private final CurriculumService curricula;

	private final CurriculumAccess access;

	private final CurriculumWords words;

	ManageCurriculaController(CurriculumDraftService drafts, CurriculumService curricula, CurriculumAccess access,
			CurriculumWords words) {
		this.drafts = drafts;
		this.curricula = curricula;
		this.access = access;
		this.words = words;
	}

	/** A curriculum in its newest version. */
	record CurriculumLine(CurriculumId id, String title, String role, String version, String publishedOn,
			boolean withdrawn) {
	}

	/** A draft that is still open. */
	record DraftLine(String id, String title, String owner, String state, String lastStep) {
	}

	/** The curricula of one owner. */
	record OwnerView(String name, List<CurriculumLine> curricula) {
	}

	/**
	 * One version.
	 *
	 * @param withdrawn who withdrew it and when, in words, or null
	 */
	record VersionLine(String version, String shortened, String title, String publishedOn, boolean current,
			@Nullable String withdrawn, @Nullable String draft) {
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, Model model) {
		List<Municipality> municipalities = this.access.municipalities(me);
		List<OwnerView> owners = new ArrayList<>();
		owners.add(owner(null));
		municipalities.forEach((municipality) -> owners.add(owner(municipality.id())));
		List<CurriculumDraft> open = new ArrayList<>();
		if (this.access.mayReadDrafts(me, null)) {
			open.addAll(this.drafts.drafts(null));
		}
		municipalities.forEach((municipality) -> open.addAll(this.drafts.drafts(municipality.id())));
		model.addAttribute("owners", owners);
		model.addAttribute("waiting", lines(open, CurriculumDraft.State.OFFERED));
		model.addAttribute("drafts", lines(open, CurriculumDraft.State.DRAFT));
		return "curriculum/manage-curricula";
	}

	private OwnerView owner(@Nullable MunicipalityId municipality) {
		Set<String> withdrawn = this.curricula.withdrawn();
		List<CurriculumLine> lines = this.curricula.versions()
			.stream()
			.map(Curriculum::curriculum)
			.filter((id) -> id.municipality().equals(Optional.ofNullable(municipality)))
			.distinct()
			.map((id) -> this.curricula.current(id).orElseGet(() -> this.curricula.versions(id).getFirst()))
			.sorted(Comparator.comparing(Curriculum::title, String.CASE_INSENSITIVE_ORDER))
			.map((version) -> new CurriculumLine(version.curriculum(), version.title(), this.words.role(version.role()),
					DraftPages.shortened(version.version()), this.words.day(version.publishedAt()),
					withdrawn.contains(version.version())))
			.toList();
		return new OwnerView(this.access.owner(municipality), lines);
	}

	private List<DraftLine> lines(List<CurriculumDraft> drafts, CurriculumDraft.State state) {
		return drafts.stream()
			.filter((draft) -> draft.state() == state)
			.map((draft) -> new DraftLine(draft.id(), draft.title(), this.access.owner(draft.municipality()),
					this.words.text("draft.state." + draft.state()), step(draft)))
			.toList();
	}

	private String step(CurriculumDraft draft) {
		CurriculumDraft.Step last = draft.lastStep();
		return this.words.text("draft.step", this.words.text("draft.action." + last.action()),
				this.words.person(last.by()), this.words.moment(last.at()));
	}

	@GetMapping("/{curriculum}/versies")
	String versions(@AuthenticationPrincipal LoggedIn me, @PathVariable String curriculum, Model model) {
		List<Curriculum> versions = find(me, curriculum);
		CurriculumId id = versions.getFirst().curriculum();
		MunicipalityId owner = id.municipality().orElse(null);
		Optional<Curriculum> current = this.curricula.current(id);
		var byVersion = this.drafts.drafts(owner)
			.stream()
			.filter((draft) -> draft.published() != null)
			.collect(Collectors.toMap((draft) -> String.valueOf(draft.published()), CurriculumDraft::id,
					(one, same) -> one));
		boolean readsDrafts = this.access.mayReadDrafts(me, owner);
		model.addAttribute("id", id);
		model.addAttribute("name", versions.getFirst().title());
		model.addAttribute("owner", this.access.owner(owner));
		model.addAttribute("working", this.access.mayWork(me, owner));
		model.addAttribute("adopting", owner == null
				&& me.municipality().filter((own) -> this.access.mayWork(me, own)).isPresent() && current.isPresent());
		model.addAttribute("versions",
				versions.stream()
					.map((version) -> new VersionLine(version.version(), DraftPages.shortened(version.version()),
							version.title(), this.words.day(version.publishedAt()),
							current.filter((now) -> now.version().equals(version.version())).isPresent(),
							this.curricula.withdrawal(version.version())
								.map((withdrawal) -> this.words.text("draft.withdrawnBy",
										this.words.person(withdrawal.by()), this.words.moment(withdrawal.at())))
								.orElse(null),
							readsDrafts ? byVersion.get(version.version()) : null))
					.toList());
		return "curriculum/manage-versions";
	}

	/** Adopts a version, begins the next one, or withdraws one. */
	@PostMapping("/{curriculum}/versies")
	String act(@AuthenticationPrincipal LoggedIn me, @PathVariable String curriculum,
			@RequestParam(defaultValue = "") String doe, @RequestParam(defaultValue = "") String version) {
		Curriculum chosen = find(me, curriculum).stream()
			.filter((known) -> known.version().equals(version))
			.findFirst()
			.orElseThrow(BadInput::new);
		MunicipalityId owner = chosen.curriculum().municipality().orElse(null);
		if ("overnemen".equals(doe) && owner == null) {
			MunicipalityId own = me.municipality()
				.filter((mine) -> this.access.mayWork(me, mine))
				.orElseThrow(() -> new AccessDeniedException("adopts for no municipality"));
			return "redirect:/beheer/curricula/" + this.drafts.adopt(chosen, own, me.getUsername()).id();
		}
		if (!this.access.mayWork(me, owner)) {
			throw new AccessDeniedException("works for another owner");
		}
		return switch (doe) {
			case "nieuwe-versie" -> "redirect:/beheer/curricula/" + this.drafts.revise(chosen, me.getUsername()).id();
			case "intrekken" -> {
				this.drafts.withdraw(version, me.getUsername());
				yield "redirect:/beheer/curricula/{curriculum}/versies";
			}
			default -> throw new BadInput();
		};
	}

	/** Somebody else's curriculum answers like one that does not exist. */
	private List<Curriculum> find(LoggedIn me, String curriculum) {
		CurriculumId id = new CurriculumId(curriculum);
		List<Curriculum> versions = this.curricula.versions(id);
		if (versions.isEmpty() || !this.access.mayReadVersions(me, id.municipality().orElse(null))) {
			throw new NotFound();
		}
		return versions;
	}

}
