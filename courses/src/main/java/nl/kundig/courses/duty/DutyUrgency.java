package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.enrolment.Urgency;
import nl.kundig.courses.enrolment.UrgencyFacts;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RoleHeld;
import nl.kundig.courses.people.UnitId;
import nl.kundig.courses.training.TrainingId;
import nl.kundig.courses.training.TrainingService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Tells from people's duties how much they need a training. */
@Component
class DutyUrgency implements Urgency {

	private final Consequences consequences;

	private final Policies policies;

	private final StandingViewRepository views;

	private final PeopleService people;

	private final TrainingService trainings;

	private final Clock clock;

	/** How many of a unit must have something, and have not. */
	private record Gap(int lacking, int of) {
	}

	DutyUrgency(Consequences consequences, Policies policies, StandingViewRepository views, PeopleService people,
			TrainingService trainings, Clock clock) {
		this.consequences = consequences;
		this.policies = policies;
		this.views = views;
		this.people = people;
		this.trainings = trainings;
		this.clock = clock;
	}

	@Override
	public Map<LearnerId, UrgencyFacts> of(Collection<LearnerId> learners, TrainingId training, LocalDate day) {
		Policy policy = this.policies.policy();
		Set<CurriculumRequirement> wanted = this.trainings.satisfiedBy(training)
			.stream()
			.map(AttendTraining::new)
			.collect(Collectors.toSet());
		Map<UnitId, Gap> gaps = new HashMap<>();
		Map<LearnerId, UrgencyFacts> facts = new HashMap<>();
		for (History history : this.consequences.histories(learners)) {
			UnitId unit = unit(history.learner(), day);
			Gap gap = (unit != null) ? gaps.computeIfAbsent(unit, (first) -> gap(first, wanted, day)) : new Gap(0, 0);
			boolean before = new Evidence(history.facts(), policy, day).candidates(new AttendTraining(training))
				.stream()
				.anyMatch((candidate) -> candidate.by() == null);
			facts.put(history.learner().id(), new UrgencyFacts(dueOn(Standing.of(history, policy, day), wanted),
					gap.lacking(), gap.of(), before));
		}
		return facts;
	}

	/** The first day on which something falls due or ends that rests on it. */
	private static @Nullable LocalDate dueOn(Standing standing, Set<CurriculumRequirement> wanted) {
		return standing.duties()
			.stream()
			.filter(DutyUrgency::isHeld)
			.map((duty) -> dueOn(duty, wanted))
			.filter(Objects::nonNull)
			.min(LocalDate::compareTo)
			.orElse(null);
	}

	private static @Nullable LocalDate dueOn(DutyStanding duty, Set<CurriculumRequirement> wanted) {
		if (isLacked(duty, wanted)) {
			return duty.dueOn();
		}
		boolean met = duty.leaves()
			.stream()
			.anyMatch((leaf) -> wanted.contains(leaf.requirement()) && leaf.state() == LeafStanding.State.MET);
		return met ? duty.latest().map(Cycle::lastDay).orElse(null) : null;
	}

	private static boolean isHeld(DutyStanding duty) {
		return switch (duty.state()) {
			case NOT_STARTED, BUSY, COMPLETE, DUE_SOON, OVERDUE, LAPSED -> true;
			case EXEMPT, NOT_APPLICABLE, ENDED -> false;
		};
	}

	private static boolean isLacked(DutyStanding duty, Set<CurriculumRequirement> wanted) {
		return duty.leaves()
			.stream()
			.anyMatch((leaf) -> leaf.required() && wanted.contains(leaf.requirement())
					&& (leaf.state() == LeafStanding.State.OPEN || leaf.state() == LeafStanding.State.WAITING));
	}

	private static boolean isAsked(DutyStanding duty, Set<CurriculumRequirement> wanted) {
		return duty.leaves()
			.stream()
			.anyMatch((leaf) -> leaf.required() && wanted.contains(leaf.requirement())
					&& leaf.state() != LeafStanding.State.OTHER_ROLE
					&& leaf.state() != LeafStanding.State.NOT_APPLICABLE);
	}

	/** By the prepared views: a day old at most, and one query for a whole unit. */
	private Gap gap(UnitId unit, Set<CurriculumRequirement> wanted, LocalDate day) {
		List<LearnerId> there = this.people.learnersIn(unit)
			.stream()
			.filter((learner) -> learner.rolesOn(day).stream().anyMatch((role) -> unit.equals(role.unit())))
			.map(Learner::id)
			.toList();
		int lacking = 0;
		int of = 0;
		for (StandingView view : this.views.findAllById(there)) {
			List<DutyStanding> asking = view.standing()
				.duties()
				.stream()
				.filter((duty) -> isHeld(duty) && isAsked(duty, wanted))
				.toList();
			of += asking.isEmpty() ? 0 : 1;
			lacking += asking.stream().anyMatch((duty) -> isLacked(duty, wanted)) ? 1 : 0;
		}
		return new Gap(lacking, of);
	}

	private static @Nullable UnitId unit(Learner learner, LocalDate day) {
		return learner.rolesOn(day).stream().map(RoleHeld::unit).filter(Objects::nonNull).findFirst().orElse(null);
	}

	@Override
	public Set<TrainingId> done(LearnerId learner, Collection<TrainingId> asked) {
		LocalDate today = LocalDate.now(this.clock.withZone(PeopleService.ZONE));
		Policy policy = this.policies.policy();
		return this.consequences.histories(List.of(learner))
			.stream()
			.map((history) -> new Evidence(history.facts(), policy, today))
			.flatMap((evidence) -> asked.stream()
				.filter((training) -> !evidence.candidates(new AttendTraining(training)).isEmpty()))
			.collect(Collectors.toSet());
	}

}
