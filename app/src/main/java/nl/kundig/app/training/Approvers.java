package nl.kundig.app.training;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.app.account.AccountService;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Whom somebody can ask to agree, and whether the question reaches them by mail. */
@Component
class Approvers {

	private final EnrolmentService enrolments;

	private final AccountService accounts;

	private final People people;

	private final Trainees trainees;

	Approvers(EnrolmentService enrolments, AccountService accounts, People people, Trainees trainees) {
		this.enrolments = enrolments;
		this.accounts = accounts;
		this.people = people;
		this.trainees = trainees;
	}

	/**
	 * A list to choose from.
	 *
	 * @param names by id
	 * @param reached whether they have a work address; else nobody there has
	 */
	record Choice(Map<String, String> names, boolean reached) {
	}

	/** Managers there, those of the person's own unit first. */
	Choice of(LearnerId learner, MunicipalityId municipality) {
		List<LearnerId> ids = this.enrolments.managersFor(learner, municipality);
		Map<LearnerId, String> names = this.people.names(ids);
		Map<String, String> managers = new LinkedHashMap<>();
		ids.forEach((manager) -> managers.put(manager.value(), People.name(names, manager)));
		return choice(managers);
	}

	/** Those with a work address; all of them when nobody has one. */
	Choice choice(Map<String, String> managers) {
		Set<LearnerId> known = this.accounts.emails(managers.keySet().stream().map(LearnerId::new).toList()).keySet();
		Map<String, String> reached = new LinkedHashMap<>(managers);
		reached.keySet().removeIf((manager) -> !known.contains(new LearnerId(manager)));
		return reached.isEmpty() ? new Choice(managers, managers.isEmpty()) : new Choice(reached, true);
	}

	boolean isUnreached(@Nullable Enrolment enrolment) {
		return enrolment != null && !unreached(List.of(enrolment)).isEmpty();
	}

	/**
	 * Those of them that wait for a manager who gets no mail: one without an address, or
	 * one who manages there no longer.
	 */
	Set<EnrolmentId> unreached(Collection<Enrolment> all) {
		List<Enrolment> asked = all.stream().filter((one) -> one.state() == EnrolmentState.REQUESTED).toList();
		List<LearnerId> ids = asked.stream().map(Enrolment::manager).flatMap(Stream::ofNullable).distinct().toList();
		if (ids.isEmpty()) {
			return Set.of();
		}
		Set<LearnerId> known = this.accounts.emails(ids).keySet();
		Map<LearnerId, Learner> managers = this.people.learners(ids);
		return asked.stream()
			.filter((one) -> one.manager() != null)
			.filter((one) -> !known.contains(one.manager())
					|| !manages(managers.get(one.manager()), one.municipality()))
			.map(Enrolment::id)
			.collect(Collectors.toSet());
	}

	private boolean manages(@Nullable Learner learner, MunicipalityId municipality) {
		return learner != null && learner.rolesOn(this.trainees.today())
			.stream()
			.anyMatch((role) -> role.role() == LearnerRole.MANAGER && role.municipality().equals(municipality));
	}

}
