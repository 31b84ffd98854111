package nl.kundig.app.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Policy;
import nl.kundig.courses.duty.Standing;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;

import org.springframework.stereotype.Component;

/** The people of a municipality, as its coordinator may see them. */
@Component
class Participants {

	static final int PAGE_SIZE = 25;

	private final PeopleService people;

	private final DutyService duties;

	private final DutyCards cards;

	Participants(PeopleService people, DutyService duties, DutyCards cards) {
		this.people = people;
		this.duties = duties;
		this.cards = cards;
	}

	/** One duty in a list. */
	record DutyLine(Curriculum curriculum, DutyStanding standing) {
	}

	/** One person in a list. */
	record Row(Participant participant, LocalDate day, List<DutyLine> duties) {
	}

	/**
	 * A page of the list.
	 *
	 * @param more whether there is a next one
	 */
	record Page(List<Row> rows, int number, boolean more) {
	}

	/** The people whose name contains what was asked, by name. */
	Page page(LoggedIn me, String name, int number) {
		LocalDate today = this.cards.today();
		int first = (number - 1) * PAGE_SIZE;
		// One more than fits tells whether there is a next page; nothing is counted.
		List<Learner> found = me.municipality()
			.map((municipality) -> this.people.learners(municipality, name, first + PAGE_SIZE + 1))
			.orElse(List.of());
		Policy policy = this.duties.policy();
		List<Row> rows = found.stream()
			.skip(first)
			.limit(PAGE_SIZE)
			.map((learner) -> row(Participant.of(learner, me.municipality().orElseThrow(), today), policy, today))
			.toList();
		return new Page(rows, number, found.size() > first + PAGE_SIZE);
	}

	private Row row(Participant participant, Policy policy, LocalDate today) {
		LocalDate day = AsOf.of(null, today).notAfter(participant.seenThrough()).day();
		return new Row(participant, day, duties(participant, policy, day));
	}

	/** Their duties on a day, by the prepared view where that is of this day. */
	List<DutyLine> duties(Participant participant, LocalDate day) {
		return duties(participant, this.duties.policy(), day);
	}

	private List<DutyLine> duties(Participant participant, Policy policy, LocalDate day) {
		LearnerId learner = participant.learner().id();
		Standing standing = this.duties.prepared(learner)
			.filter((prepared) -> prepared.asOf().equals(day))
			.orElseGet(() -> this.duties.standing(learner, day));
		return standing.duties()
			.stream()
			.filter((duty) -> duty.reasons().stream().anyMatch(participant::maySee))
			.map((duty) -> new DutyLine(policy.version(duty.version()).orElseThrow(), duty))
			.toList();
	}

	/** Somebody of the coordinator's own municipality; anybody else is as if unknown. */
	Optional<Participant> participant(LoggedIn me, String id) {
		LocalDate today = this.cards.today();
		return me.municipality()
			.flatMap((municipality) -> this.people.learner(new LearnerId(id))
				.map((learner) -> Participant.of(learner, municipality, today)))
			.filter((participant) -> !participant.roles().isEmpty());
	}

}
