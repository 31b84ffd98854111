package nl.kundig.app.duty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.duty.RecheckView.Missed;
import nl.kundig.app.duty.RecheckView.Repair;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.RecheckRun;
import nl.kundig.courses.duty.Skipped;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the last recheck made good and whom it skipped; names of the own people only. */
@Controller
class RecheckController {

	private static final Set<String> KINDS = Set.of("duty", "achievement", "fact");

	private final DutyService duties;

	private final PeopleService people;

	RecheckController(DutyService duties, PeopleService people) {
		this.duties = duties;
		this.people = people;
	}

	@GetMapping("/beheer/herstel")
	String recheck(@AuthenticationPrincipal LoggedIn me, Model model) {
		MunicipalityId own = Managing.of(me, this.people).own();
		model.addAttribute("naming", own != null);
		this.duties.lastRecheck().ifPresent((run) -> model.addAttribute("view", view(run, own)));
		return "duty/recheck";
	}

	private RecheckView view(RecheckRun run, @Nullable MunicipalityId own) {
		if (own == null) {
			return new RecheckView(run, List.of(), run.repairs(), List.of(), run.skipped().size());
		}
		Set<String> ids = Stream
			.concat(run.repaired().stream().map((line) -> learner(line)),
					run.skipped().stream().map((skipped) -> skipped.learner().value()))
			.collect(Collectors.toCollection(TreeSet::new));
		Map<String, String> names = names(ids.stream().map(LearnerId::new).toList(), own);
		Names titles = Names.of(this.people, this.duties.policy().current());
		List<Repair> repaired = new ArrayList<>();
		for (String line : run.repaired()) {
			String name = names.get(learner(line));
			if (name != null) {
				repaired.add(repair(line, name, titles));
			}
		}
		List<Missed> missed = new ArrayList<>();
		for (Skipped skipped : run.skipped()) {
			String name = names.get(skipped.learner().value());
			if (name != null) {
				missed.add(new Missed(name));
			}
		}
		return new RecheckView(run, repaired, run.repairs() - repaired.size(), missed,
				run.skipped().size() - missed.size());
	}

	/** A line is a kind, a space and an id that begins with the learner. */
	private static String learner(String line) {
		String id = line.substring(line.indexOf(' ') + 1);
		int end = id.indexOf('|');
		return (end < 0) ? id : id.substring(0, end);
	}

	private static Repair repair(String line, String name, Names titles) {
		String kind = line.substring(0, Math.max(0, line.indexOf(' ')));
		String about = line.substring(line.indexOf('|') + 1);
		String title = "duty".equals(kind) ? titles.curriculumOf(about) : "";
		return new Repair(name, KINDS.contains(kind) ? kind : "fact", title);
	}

	/** Somebody who cannot be read has no name here and counts as somebody else. */
	private Map<String, String> names(Collection<LearnerId> ids, MunicipalityId own) {
		Map<String, String> names = new HashMap<>();
		for (Learner learner : read(ids)) {
			if (learner.roles().stream().anyMatch((role) -> role.municipality().equals(own))) {
				names.put(learner.id().value(), learner.name());
			}
		}
		return names;
	}

	private List<Learner> read(Collection<LearnerId> ids) {
		try {
			return this.people.learners(ids);
		}
		catch (RuntimeException ex) {
			// One of them cannot be read, and was skipped for that; the others can.
			List<Learner> readable = new ArrayList<>();
			ids.forEach((id) -> read(id, readable));
			return readable;
		}
	}

	private void read(LearnerId id, List<Learner> readable) {
		try {
			this.people.learner(id).ifPresent(readable::add);
		}
		catch (RuntimeException ex) {
			// The run says why.
		}
	}

}
