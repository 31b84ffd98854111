package nl.kundig.app.training;

import java.time.Instant;
import java.util.List;

import nl.kundig.app.mail.SignedLink;
import nl.kundig.app.mail.SignedLinks;
import nl.kundig.app.system.NotFound;
import nl.kundig.app.system.PublicAddress;
import nl.kundig.courses.enrolment.Enrolment;
import nl.kundig.courses.enrolment.EnrolmentId;
import nl.kundig.courses.enrolment.EnrolmentService;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.SessionId;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingService;

import org.springframework.stereotype.Component;

/** Finds what a link in a mail is about. */
@Component
class AnswerPages {

	private static final int PARTS = 3;

	private final SignedLinks links;

	private final EnrolmentService enrolments;

	private final TrainingService trainings;

	private final SessionMeetings meetings;

	AnswerPages(SignedLinks links, EnrolmentService enrolments, TrainingService trainings, SessionMeetings meetings) {
		this.links = links;
		this.enrolments = enrolments;
		this.trainings = trainings;
		this.meetings = meetings;
	}

	/**
	 * A link that still works.
	 *
	 * @param person to whom the mail was
	 */
	record Answerable(SignedLink link, SessionId session, EnrolmentId enrolment, LearnerId person) {
	}

	/** What the link is for; fails for one that is forged, lapsed or used. */
	Answerable open(String token, String purpose) {
		SignedLink link = this.links.open(token, purpose);
		List<String> about = link.about();
		if (about.size() != PARTS) {
			throw new NotFound();
		}
		return new Answerable(link, new SessionId(about.get(0)), new EnrolmentId(about.get(1)),
				new LearnerId(about.get(2)));
	}

	/**
	 * The page about it, as everything is now.
	 * @param page the last part of the address but one
	 * @param waiting the state in which an answer is asked
	 */
	AnswerPage page(Answerable answerable, String page, String token, EnrolmentState waiting) {
		TrainingSession session = this.enrolments.session(answerable.session()).orElseThrow(NotFound::new);
		Enrolment enrolment = session.enrolment(answerable.enrolment()).orElseThrow(NotFound::new);
		Training training = this.trainings.training(session.training()).orElseThrow(NotFound::new);
		boolean mine = (waiting == EnrolmentState.REQUESTED) ? answerable.person().equals(enrolment.manager())
				: answerable.person().equals(enrolment.learner());
		Instant until = (waiting == EnrolmentState.REQUESTED) ? enrolment.approvalUntil().orElse(null)
				: enrolment.offerUntil();
		return new AnswerPage(PublicAddress.LINKS + page + "/" + token, this.meetings.name(enrolment.learner()),
				training, session.plan(), enrolment.state(), mine && enrolment.state() == waiting, until);
	}

	void spend(Answerable answerable) {
		this.links.spend(answerable.link());
	}

}
