package nl.kundig.app.training;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.system.NotFound;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.Coordinator;
import nl.kundig.courses.training.Proof;
import nl.kundig.courses.training.ProofFile;
import nl.kundig.courses.training.ProofId;
import nl.kundig.courses.training.ProofRefused;
import nl.kundig.courses.training.ProofRefused.Reason;
import nl.kundig.courses.training.ProofService;
import nl.kundig.courses.training.ProofState;
import nl.kundig.courses.training.ProofSubject;
import nl.kundig.courses.training.TrainingService;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proofs that learners handed in: the coordinator looks at each and decides. */
@Controller
@RequestMapping("/beheer/bewijzen")
class ManageProofsController {

	private final ProofService proofs;

	private final TrainingService trainings;

	private final People people;

	ManageProofsController(ProofService proofs, TrainingService trainings, People people) {
		this.proofs = proofs;
		this.trainings = trainings;
		this.people = people;
	}

	/**
	 * A proof as it is shown.
	 *
	 * @param title of the training, or the code of what is proved
	 * @param training whether it proves a training
	 * @param own whether it is of who looks, and so for somebody else to decide
	 */
	record Row(Proof proof, String name, String title, boolean training, boolean own) {
	}

	@GetMapping
	String list(@AuthenticationPrincipal LoggedIn me, Model model) {
		Coordinator coordinator = coordinator(me);
		List<Proof> waiting = this.proofs.waiting(coordinator.municipality());
		Map<LearnerId, String> names = this.people.names(waiting.stream().map(Proof::learner).toList());
		model.addAttribute("rows", waiting.stream().map((proof) -> row(proof, names, coordinator)).toList());
		return "training/manage-proofs";
	}

	@GetMapping("/{proof}")
	String show(@AuthenticationPrincipal LoggedIn me, @PathVariable String proof, Model model) {
		Coordinator coordinator = coordinator(me);
		return page(coordinator, find(coordinator, proof), model);
	}

	/** For downloading only: nothing of ours shows what somebody sent. */
	@GetMapping("/{proof}/bestand")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal LoggedIn me, @PathVariable String proof) {
		Coordinator coordinator = coordinator(me);
		ProofFile file = this.proofs.file(find(coordinator, proof).id(), coordinator).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(file.bytes());
	}

	@PostMapping("/{proof}/goedkeuren")
	String accept(@AuthenticationPrincipal LoggedIn me, @PathVariable String proof, HttpServletResponse response,
			Model model, RedirectAttributes message) {
		Coordinator coordinator = coordinator(me);
		ProofId id = find(coordinator, proof).id();
		return decided(() -> this.proofs.accept(id, coordinator), coordinator, proof, response, model, message);
	}

	@PostMapping("/{proof}/afwijzen")
	String refuse(@AuthenticationPrincipal LoggedIn me, @PathVariable String proof,
			@RequestParam(defaultValue = "") String reden, HttpServletResponse response, Model model,
			RedirectAttributes message) {
		Coordinator coordinator = coordinator(me);
		ProofId id = find(coordinator, proof).id();
		model.addAttribute("typed", reden);
		return decided(() -> this.proofs.refuse(id, coordinator, reden), coordinator, proof, response, model, message);
	}

	private String decided(Supplier<Proof> decision, Coordinator coordinator, String proof,
			HttpServletResponse response, Model model, RedirectAttributes message) {
		try {
			message.addFlashAttribute("decided", decision.get().state());
			return "redirect:/beheer/bewijzen/{proof}";
		}
		catch (ProofRefused ex) {
			model.addAttribute("refused", code(ex.reason()));
			model.addAttribute("atReason", ex.reason() == Reason.NO_REASON);
			response.setStatus((ex.reason() == Reason.NO_REASON) ? 422 : 409);
			return page(coordinator, find(coordinator, proof), model);
		}
	}

	private String page(Coordinator coordinator, Proof proof, Model model) {
		model.addAttribute("row", row(proof, this.people.names(List.of(proof.learner())), coordinator));
		model.addAttribute("file", this.proofs.file(proof.id(), coordinator).isPresent());
		model.addAttribute("waits", proof.state() == ProofState.HANDED_IN);
		return "training/manage-proof";
	}

	/**
	 * A proof of the own municipality; any other answers like one that does not exist.
	 */
	private Proof find(Coordinator coordinator, String id) {
		return this.proofs.proof(new ProofId(id))
			.filter((proof) -> proof.municipality().equals(coordinator.municipality()))
			.orElseThrow(NotFound::new);
	}

	private static Coordinator coordinator(LoggedIn me) {
		return me.municipality()
			.filter((municipality) -> me.isCoordinating())
			.map((municipality) -> new Coordinator(me.getUsername(), me.learner(), municipality))
			.orElseThrow(NotFound::new);
	}

	private Row row(Proof proof, Map<LearnerId, String> names, Coordinator coordinator) {
		String title = switch (proof.subject()) {
			case ProofSubject.OfTraining(var training) -> this.trainings.title(training);
			case ProofSubject.OfCode(var code) -> code;
		};
		return new Row(proof, People.name(names, proof.learner()), title,
				proof.subject() instanceof ProofSubject.OfTraining, proof.learner().equals(coordinator.learner()));
	}

	/** As message keys write it: "no-reason". */
	private static String code(Reason reason) {
		return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
