package nl.kundig.courses.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import nl.kundig.courses.enrolment.EnrolmentRefused.Reason;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Who may come to a session, who must agree, and what they should know first. */
@Component
class Applicants {

	private final PeopleService people;

	private final Managers managers;

	private final TrainingService trainings;

	private final EnrolmentRulesService rules;

	private final Urgency urgency;

	private final Clock clock;

	Applicants(PeopleService people, Managers managers, TrainingService trainings, EnrolmentRulesService rules,
			Urgency urgency, Clock clock) {
		this.people = people;
		this.managers = managers;
		this.trainings = trainings;
		this.rules = rules;
		this.urgency = urgency;
		this.clock = clock;
	}

	/** With nothing where only blanks were given. */
	static Application tidy(Application given) {
		return new Application(given.learner(), given.municipality(), given.manager(),
				tidy(given.wishes(), given.learner()), tidy(given.prerequisitesNote(), given.learner()));
	}

	static @Nullable String tidy(@Nullable String given, Object about) {
		if (given == null || given.isBlank()) {
			return null;
		}
		String text = given.strip();
		if (text.length() > Enrolment.LONGEST_TEXT) {
			throw new EnrolmentRefused(Reason.TEXT_TOO_LONG, about);
		}
		return text;
	}

	/** Refuses who cannot come, and who speaks for somebody else's people. */
	void check(TrainingSession session, Application application, Actor by) {
		Roll.checkSpeaksFor(by, by.is(application.learner()), by.isFor(application.municipality()),
				by.isFor(session.owner().region()), session.id());
		if (!isOpenTo(session, application.municipality())) {
			throw new EnrolmentRefused(Reason.NOT_OPEN_TO_MUNICIPALITY, application.municipality());
		}
		Learner learner = known(application.learner());
		checkWorks(learner, application.municipality());
	}

	private void checkWorks(Learner learner, MunicipalityId municipality) {
		if (!learner.worksIn(municipality, today())) {
			throw new EnrolmentRefused(Reason.NO_ROLE_THERE, learner.id());
		}
	}

	/** Refuses whoever left the municipality since. */
	void checkStillWorks(Enrolment enrolment) {
		checkWorks(known(enrolment.learner()), enrolment.municipality());
	}

	/** Refuses a manager who left since. */
	void checkStillManages(Actor by, Enrolment enrolment) {
		boolean manager = this.people.learner(new LearnerId(by.id()))
			.filter((known) -> isManager(known, enrolment.municipality()))
			.isPresent();
		if (by.kind() == Actor.Kind.MANAGER && !manager) {
			throw new EnrolmentRefused(Reason.MANAGES_NO_LONGER, by.id());
		}
	}

	private Learner known(LearnerId id) {
		return this.people.learner(id).orElseThrow(() -> new EnrolmentRefused(Reason.UNKNOWN_LEARNER, id));
	}

	boolean isOpenTo(TrainingSession session, MunicipalityId id) {
		return openTo(id).test(session);
	}

	/** Which sessions people of this municipality may come to. */
	Predicate<TrainingSession> openTo(MunicipalityId id) {
		Municipality municipality = this.people.municipality(id).orElse(null);
		return (session) -> municipality != null && session.owner().isOpenTo(municipality);
	}

	boolean needsApproval(MunicipalityId municipality) {
		return this.rules.municipality(municipality).approvalByManager();
	}

	/** Refuses what only matters when somebody asks for the first time. */
	void checkNew(Application application, boolean approval, List<TrainingId> missing) {
		if (approval) {
			checkManager(application);
		}
		if (!missing.isEmpty() && application.prerequisitesNote() == null) {
			throw new EnrolmentRefused(Reason.PREREQUISITE_UNCONFIRMED, missing);
		}
	}

	private void checkManager(Application application) {
		checkManager(application.manager(), application.learner(), application.municipality());
	}

	/** Refuses a manager who is none there, or the person. */
	void checkManager(@Nullable LearnerId manager, LearnerId learner, MunicipalityId municipality) {
		if (manager == null) {
			throw new EnrolmentRefused(Reason.NO_MANAGER, learner);
		}
		if (manager.equals(learner)) {
			throw new EnrolmentRefused(Reason.OWN_MANAGER, manager);
		}
		boolean manages = this.people.learner(manager).filter((known) -> isManager(known, municipality)).isPresent();
		if (!manages) {
			throw new EnrolmentRefused(Reason.NOT_A_MANAGER, manager);
		}
	}

	/**
	 * Managers of the municipality, those of the person's own unit first, then by name.
	 */
	List<LearnerId> managers(LearnerId learner, MunicipalityId municipality) {
		UnitId unit = this.people.learner(learner).map((known) -> unit(known, municipality)).orElse(null);
		return this.managers.of(municipality)
			.stream()
			.filter((known) -> !known.id().equals(learner) && isManager(known, municipality))
			.sorted(Comparator.comparing((Learner known) -> !isOf(known, municipality, unit)))
			.map(Learner::id)
			.toList();
	}

	/** The application of who is sent instead of the holder. */
	Application colleague(TrainingSession session, Enrolment holder, LearnerId id, @Nullable LearnerId manager) {
		MunicipalityId municipality = holder.municipality();
		if (!known(id).worksIn(municipality, today())) {
			throw new EnrolmentRefused(Reason.COLLEAGUE_OF_OTHER_MUNICIPALITY, id);
		}
		boolean asks = needsApproval(municipality) && session.openOf(id).filter(Enrolment::needsManager).isEmpty();
		Application application = new Application(id, municipality, manager, null, null);
		if (manager != null || asks) {
			checkManager(application);
		}
		return application;
	}

	/**
	 * Who agrees to a colleague when nobody was named: the holder's manager when they
	 * work in one unit, else the first one of the colleague's unit. It looks at many, so
	 * it is asked before the session is taken up.
	 */
	@Nullable LearnerId suggested(Enrolment holder, LearnerId id) {
		MunicipalityId municipality = holder.municipality();
		Learner colleague = this.people.learner(id).orElse(null);
		if (colleague == null || !needsApproval(municipality)) {
			return null;
		}
		LearnerId same = holder.manager();
		UnitId unit = unit(colleague, municipality);
		boolean together = this.people.learner(holder.learner())
			.filter((known) -> isOf(known, municipality, unit))
			.isPresent();
		if (same != null && together && !same.equals(colleague.id())) {
			return same;
		}
		return managers(id, municipality).stream().findFirst().orElse(null);
	}

	/** What the training asks for first and the person did not do. */
	List<TrainingId> missing(TrainingSession session, LearnerId learner) {
		List<TrainingId> asked = this.trainings.training(session.training())
			.map((training) -> training.prerequisites().trainings())
			.orElse(List.of());
		if (asked.isEmpty()) {
			return List.of();
		}
		Set<TrainingId> done = this.urgency.done(learner, asked);
		return asked.stream().filter((training) -> !done.contains(training)).toList();
	}

	private boolean isManager(Learner learner, MunicipalityId municipality) {
		return learner.rolesOn(today())
			.stream()
			.anyMatch((role) -> role.role() == LearnerRole.MANAGER && role.municipality().equals(municipality));
	}

	private @Nullable UnitId unit(Learner learner, MunicipalityId municipality) {
		return learner.rolesOn(today())
			.stream()
			.filter((role) -> role.municipality().equals(municipality))
			.map(RoleHeld::unit)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private boolean isOf(Learner learner, MunicipalityId municipality, @Nullable UnitId unit) {
		return unit != null && unit.equals(unit(learner, municipality));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(PeopleService.ZONE));
	}

}
