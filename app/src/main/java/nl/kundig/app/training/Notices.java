package nl.kundig.app.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionChange;
import nl.kundig.courses.enrolment.StateChange;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.enrolment.Why;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.training.TrainingInterest;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the histories of a session what must be told to whom. Only what is still
 * news: who has a seat by now need not hear of the waiting list any more. It is drawn as
 * often as one likes, and comes out with the same keys.
 */
final class Notices {

	private Notices() {
	}

	/** To everybody on the session, and to the managers who are asked. */
	static List<Notice> of(TrainingSession session) {
		return session.enrolments().stream().flatMap((enrolment) -> of(session, enrolment).stream()).toList();
	}

	private static List<Notice> of(TrainingSession session, Enrolment enrolment) {
		List<Notice> notices = new ArrayList<>();
		LearnerId manager = enrolment.manager();
		if (enrolment.state() == EnrolmentState.REQUESTED && manager != null) {
			notices.add(step(manager, NoticeKind.APPROVAL_ASKED, enrolment, enrolment.history().size() - 1));
		}
		if (enrolment.state().isPlaced()) {
			seat(enrolment).ifPresent((step) -> notices.add(own(NoticeKind.PLACED, enrolment, step)));
		}
		NoticeKind last = kind(enrolment);
		if (last != null && last != NoticeKind.PLACED) {
			notices.add(own(last, enrolment, enrolment.history().size() - 1));
		}
		SessionChange move = move(session);
		if (move != null && enrolment.isOpen() && !enrolment.appliedAt().isAfter(move.at())) {
			notices.add(new Notice(enrolment.learner(), NoticeKind.SESSION_MOVED, enrolment.id().value(),
					"move-" + session.sequence(), move.at(), enrolment));
		}
		return notices;
	}

	/**
	 * To who said to be interested before there was this date, can still apply and did
	 * not.
	 * @param openTo whose people may come
	 */
	static List<Notice> invitations(TrainingSession session, List<TrainingInterest> interests,
			Predicate<MunicipalityId> openTo, Instant now) {
		Instant planned = session.history().getFirst().at();
		if (!session.isOpen(now)) {
			return List.of();
		}
		return interests.stream()
			.filter((interest) -> !interest.since().isAfter(planned) && openTo.test(interest.municipality()))
			.filter((interest) -> session.enrolmentOf(interest.learner()).isEmpty())
			.map((interest) -> new Notice(interest.learner(), NoticeKind.INVITED, session.id().value(), "0", planned,
					null))
			.toList();
	}

	/** What the last step of an enrolment is to the person; null when it is no news. */
	private static @Nullable NoticeKind kind(Enrolment enrolment) {
		StateChange last = enrolment.last();
		boolean self = last.by().is(enrolment.learner());
		return switch (last.state()) {
			// Whom the coordinator asks instead is the manager's news.
			case REQUESTED -> (self || last.why() == Why.OTHER_MANAGER_ASKED) ? null : NoticeKind.ASKED_FOR_YOU;
			case WAITING -> switch (last.why()) {
				case OFFER_LAPSED -> NoticeKind.OFFER_LAPSED;
				case OFFER_DECLINED -> self ? null : NoticeKind.OFFER_DECLINED;
				default -> NoticeKind.WAITING;
			};
			case OFFERED -> NoticeKind.SEAT_OFFERED;
			case PLACED -> NoticeKind.PLACED;
			case HANDED_OVER -> NoticeKind.HANDED_OVER;
			case CONFIRMED -> NoticeKind.CONFIRMED;
			case REFUSED -> NoticeKind.REFUSED;
			case CANCELLED -> cancelled(enrolment, self);
			case APPROVED, ATTENDED, ABSENT_WITH_NOTICE, NO_SHOW, PROOF_RECEIVED -> null;
		};
	}

	private static @Nullable NoticeKind cancelled(Enrolment enrolment, boolean self) {
		return switch (enrolment.last().why()) {
			case SESSION_CANCELLED -> NoticeKind.SESSION_CANCELLED;
			case APPROVAL_LAPSED -> NoticeKind.APPROVAL_LAPSED;
			case STARTED_WITHOUT_SEAT -> NoticeKind.NO_SEAT;
			case SEAT_GIVEN_TO_COLLEAGUE -> NoticeKind.SEAT_GIVEN_AWAY;
			case ROLE_LEFT -> NoticeKind.ROLE_LEFT;
			// Who leaves a list knows it; a seat must also leave the calendar.
			case WITHDRAWN -> (self && !everHadSeat(enrolment)) ? null : NoticeKind.WITHDRAWN;
			case OFFER_DECLINED -> self ? null : NoticeKind.TAKEN_OFF;
			default -> NoticeKind.TAKEN_OFF;
		};
	}

	/** Whether the person ever got an invitation for the calendar. */
	static boolean everHadSeat(Enrolment enrolment) {
		return enrolment.history().stream().anyMatch((step) -> step.state() == EnrolmentState.PLACED);
	}

	/** The step by which the seat of now came. */
	private static Optional<Integer> seat(Enrolment enrolment) {
		for (int step = enrolment.history().size() - 1; step >= 0; step--) {
			if (enrolment.history().get(step).state() == EnrolmentState.PLACED) {
				return Optional.of(step);
			}
		}
		return Optional.empty();
	}

	/** The last one, unless the session is cancelled: then nobody cares any more. */
	static @Nullable SessionChange move(TrainingSession session) {
		return session.isCancelled() ? null
				: session.history()
					.reversed()
					.stream()
					.filter((change) -> change.kind() == SessionChange.Kind.MOVED)
					.findFirst()
					.orElse(null);
	}

	private static Notice own(NoticeKind kind, Enrolment enrolment, int step) {
		return step(enrolment.learner(), kind, enrolment, step);
	}

	private static Notice step(LearnerId person, NoticeKind kind, Enrolment enrolment, int step) {
		return new Notice(person, kind, enrolment.id().value(), Integer.toString(step),
				enrolment.history().get(step).at(), enrolment);
	}

}
