package nl.kundig.courses.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumPublished;
import nl.kundig.courses.curriculum.CurriculumRequirement.PassModule;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.PlacesChanged;
import nl.kundig.courses.people.RoleLeft;
import nl.kundig.courses.people.RoleTaken;
import nl.kundig.courses.quiz.QuizPassed;
import nl.kundig.courses.quiz.QuizService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down facts and rules when it hears of passes and curricula, and has the
 * consequences drawn; may be told twice.
 */
@Component
class ProgressTracker {

	private final Consequences consequences;

	private final FactRepository facts;

	private final QuizService quizzes;

	private final List<FactSource> sources;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProgressTracker(Consequences consequences, FactRepository facts, QuizService quizzes, List<FactSource> sources,
			ApplicationEventPublisher events, Clock clock) {
		this.consequences = consequences;
		this.facts = facts;
		this.quizzes = quizzes;
		this.sources = sources;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A curriculum brings the rule that its role must do it, unless there is one. For its
	 * own curriculum a municipality makes the rule itself, after it saw what that does.
	 */
	@EventListener
	void on(CurriculumPublished published) {
		Curriculum curriculum = published.curriculum();
		if (curriculum.curriculum().municipality().isPresent()) {
			return;
		}
		LocalDate from = LocalDate.ofInstant(curriculum.publishedAt(), PeopleService.ZONE);
		if (this.consequences.insert(Rule.first(new RuleId("role|" + curriculum.curriculum()), curriculum.title(),
				new Who.RoleHolders(curriculum.role(), null, null), curriculum.curriculum(), published.due(),
				DueFrom.ROLE_TAKEN, from, "", this.clock.instant()))) {
			this.events.publishEvent(new PolicyChanged());
			// Whoever has the role already has the duty from now on.
			this.consequences.drawEverybody();
		}
	}

	@EventListener
	void on(RoleTaken taken) {
		this.consequences.draw(taken.learner());
	}

	@EventListener
	void on(RoleLeft left) {
		this.consequences.draw(left.learner());
	}

	@EventListener
	void on(QuizPassed passed) {
		this.consequences.insert(fact(passed));
		this.consequences.draw(passed.learner());
	}

	/** Whoever works in a unit that moved may get or lose a duty by that. */
	@EventListener
	void on(PlacesChanged changed) {
		this.events.publishEvent(new PolicyChanged());
		if (changed.moved()) {
			this.consequences.drawEverybody();
		}
	}

	/**
	 * Records passes and what else never arrived, then draws; returns what was missing.
	 */
	List<String> recheck(List<LearnerId> page) {
		Set<String> known = this.facts.findByLearnerIn(page).stream().map(Fact::id).collect(Collectors.toSet());
		Stream<Fact> passes = this.quizzes.passes(page).stream().map(this::fact);
		Stream<Fact> others = this.sources.stream().flatMap((source) -> source.facts(page).stream());
		List<Fact> missing = Stream.concat(passes, others).filter((fact) -> !known.contains(fact.id())).toList();
		this.consequences.insertAll(missing, Fact.class);
		List<String> repaired = new ArrayList<>();
		missing.forEach((fact) -> repaired.add("achievement " + fact.source()));
		repaired.addAll(this.consequences.drawPage(page));
		return repaired;
	}

	private Fact fact(QuizPassed passed) {
		LocalDate day = LocalDate.ofInstant(passed.passedAt(), PeopleService.ZONE);
		return Fact.achieved(passed.learner(), new PassModule(passed.module()), passed.attempt().value(), day,
				this.clock.instant());
	}

}
