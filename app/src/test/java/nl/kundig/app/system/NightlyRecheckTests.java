package nl.kundig.app.system;

import java.time.Instant;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.duty.DutyService;
import nl.kundig.courses.duty.RecheckRun;
import nl.kundig.courses.duty.Skipped;
import nl.kundig.courses.duty.TrialService;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

class NightlyRecheckTests {

	private final CurriculumDraftService drafts = mock();

	private final TrialService trials = mock();

	private final DutyService duties = mock();

	private final NightlyRecheck nightly = new NightlyRecheck(this.drafts, this.trials, this.duties);

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.logged.start();
		logger().addAppender(this.logged);
	}

	@AfterEach
	void stopListening() {
		logger().detachAppender(this.logged);
	}

	@Test
	void aNightThatFindsNothingSaysNothing() {
		given(this.duties.recheck()).willReturn(run(0, List.of()));
		this.nightly.recheck();
		assertThat(lines()).isEmpty();
	}

	@Test
	void theLogSaysNumbersAndWhoWasSkippedByIdAndWhy() {
		given(this.drafts.recheck()).willReturn(List.of("curriculum x|y"));
		given(this.trials.recheck()).willReturn(List.of("trial a", "trial b"));
		given(this.duties.recheck()).willReturn(run(3, List.of(new Skipped(new LearnerId("ann"), "broken"))));
		this.nightly.recheck();
		assertThat(lines()).containsExactly("skipped ann: broken",
				"the nightly recheck published 1 curricula, carried out 2 trials,"
						+ " made good 3 missing consequences and skipped 1 of 18 learners");
	}

	@Test
	void onePartThatFailsDoesNotKeepTheOthersFromBeingRechecked() {
		given(this.drafts.recheck()).willThrow(new IllegalStateException("drafts"));
		given(this.trials.recheck()).willThrow(new IllegalStateException("trials"));
		given(this.duties.recheck()).willReturn(run(0, List.of()));
		this.nightly.recheck();
		then(this.duties).should().recheck();
		assertThat(lines()).containsExactly("the nightly recheck of curricula failed",
				"the nightly recheck of trials failed", "the nightly recheck published 0 curricula,"
						+ " carried out 0 trials, made good 0 missing consequences and skipped 0 of 18 learners");
	}

	@Test
	void learnersThatFailAreSaidToo() {
		given(this.duties.recheck()).willThrow(new IllegalStateException("learners"));
		this.nightly.recheck();
		assertThat(lines()).contains("the nightly recheck of learners failed");
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(NightlyRecheck.class);
	}

	private List<String> lines() {
		return this.logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static RecheckRun run(int repairs, List<Skipped> skipped) {
		return new RecheckRun("run", Instant.EPOCH, Instant.EPOCH, null, true, 18, List.of(), repairs, skipped);
	}

}
