package nl.kundig.courses.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.LearnerId;

import org.springframework.stereotype.Component;

/** Explains every seat, place on the list and refusal. */
@Component
class SeatExplainer {

	private final SeatOrdering ordering;

	SeatExplainer(SeatOrdering ordering) {
		this.ordering = ordering;
	}

	Optional<SeatExplanation> why(TrainingSession session, LearnerId learner) {
		return all(session).stream()
			.filter((one) -> one.enrolment().filter((enrolment) -> enrolment.learner().equals(learner)).isPresent())
			.reduce((earlier, later) -> isOpen(earlier) ? earlier : later);
	}

	private static boolean isOpen(SeatExplanation explanation) {
		return explanation.state().isOpen();
	}

	List<SeatExplanation> why(TrainingSession session, Actor by) {
		boolean runs = session.owner().isRunBy(by);
		List<SeatExplanation> told = new ArrayList<>();
		for (SeatExplanation one : all(session)) {
			if (runs || one.municipality().filter(by::isFor).isPresent()) {
				told.add(one);
			}
			else if (isInTheWay(one.state())) {
				told.add(one.nameless());
			}
		}
		return told;
	}

	/** What others must know to see why they wait; no more of people of elsewhere. */
	private static boolean isInTheWay(EnrolmentState state) {
		return state.isPlaced() || state == EnrolmentState.OFFERED || state == EnrolmentState.WAITING;
	}

	private List<SeatExplanation> all(TrainingSession session) {
		List<SeatExplanation> all = new ArrayList<>();
		for (Ranked ranked : this.ordering.now().order(session, session.in(EnrolmentState.WAITING))) {
			all.add(SeatExplanation.of(ranked.enrolment(), ranked.rank(), ranked.of(),
					ranked.enrolment().skipped() >= session.freed(), Optional.of(ranked.score())));
		}
		for (Enrolment enrolment : session.enrolments()) {
			if (enrolment.state() != EnrolmentState.WAITING) {
				all.add(SeatExplanation.of(enrolment, 0, 0, false, enrolment.placing().map(Placing::score)));
			}
		}
		return all;
	}

}
