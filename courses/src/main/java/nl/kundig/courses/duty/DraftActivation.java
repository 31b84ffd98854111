package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.RoleRefused;

import org.springframework.stereotype.Component;

/** Makes a draft true. Doing it again does what is missing and nothing else. */
@Component
class DraftActivation {

	private static final String SOURCE = "trial";

	private final DutyService duties;

	private final MigrationService migrations;

	private final CurriculumService curricula;

	private final PeopleService people;

	private final Consequences consequences;

	private final Clock clock;

	DraftActivation(DutyService duties, MigrationService migrations, CurriculumService curricula, PeopleService people,
			Consequences consequences, Clock clock) {
		this.duties = duties;
		this.migrations = migrations;
		this.curricula = curricula;
		this.people = people;
		this.consequences = consequences;
		this.clock = clock;
	}

	void carryOut(Draft draft, String by) {
		switch (draft) {
			case Draft.RuleDraft(var rule) -> activate(rule);
			case Draft.CurriculumDraft(var curriculum) -> move(curriculum, by);
			case Draft.RoleDraft role -> map(role, by);
		}
	}

	private void activate(Rule rule) {
		if (!this.duties.policy().rules().contains(rule)) {
			this.duties.activate(rule);
		}
	}

	private void move(Curriculum draft, String by) {
		if (this.curricula.version(draft.version()).isEmpty()) {
			// Published now: what was published since it was drafted must not stay newer.
			this.curricula.publish(new Curriculum(draft.version(), draft.curriculum(), draft.title(), draft.level(),
					draft.role(), draft.validity(), draft.root(), this.clock.instant()));
		}
		Migration now = this.migrations.preview(draft.version());
		this.migrations.activate(draft.version(), now.fingerprint(), by);
	}

	private void map(Draft.RoleDraft draft, String by) {
		LocalDate today = this.consequences.today();
		for (Learner learner : this.people.learners()) {
			for (RoleHeld held : learner.roles()) {
				if (draft.isAbout(held, today)) {
					map(draft, learner, held, today, by);
				}
			}
		}
	}

	private void map(Draft.RoleDraft draft, Learner learner, RoleHeld held, LocalDate today, String by) {
		// The new role first: cut off in between, the old one shows what is left to do.
		try {
			this.people.takeRole(learner.id(), new RoleHeld(draft.to(), held.municipality(), held.partner(),
					held.unit(), today, held.until(), SOURCE, by, this.clock.instant(), List.of()));
		}
		catch (RoleRefused ex) {
			if (ex.reason() != RoleRefused.Reason.OVERLAPS) {
				throw ex;
			}
			// Who has the role already needs no second one.
		}
		LocalDate lastDay = Draft.RoleDraft.lastDay(held, today);
		if (!lastDay.equals(held.until())) {
			this.people.leaveRole(learner.id(), held, lastDay, SOURCE, by);
		}
	}

}
