package nl.kundig.courses.enrolment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import nl.kundig.courses.CoursesNode;
import nl.kundig.courses.TestClock;
import nl.kundig.courses.people.PeopleService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the process while everything happens to the seats of a session, again and again
 * on one folder. With {@code -Dkundig.seatKills=20} it does so that often.
 */
@Timeout(1_800)
class SeatKillTests {

	private static final int KILLS = Integer.getInteger("kundig.seatKills", 2);

	/** Fewer than any mix has, so that each is killed in the middle. */
	private static final int MOST_LINES = 200;

	private final Random random = new Random(20);

	@TempDir
	Path folder;

	@Test
	void losesAndDoublesNoSeatWhenKilled() throws Exception {
		int acknowledged = 0;
		for (int kill = 1; kill <= KILLS; kill++) {
			List<String[]> told = mixUntilKilled(kill, 1 + this.random.nextInt(MOST_LINES));
			acknowledged += told.size();
			try (ConfigurableApplicationContext node = CoursesNode.start(this.folder)) {
				check(node, told);
			}
		}
		System.out.println("seats: kills %d, acknowledged steps %d, missing 0".formatted(KILLS, acknowledged));
	}

	private List<String[]> mixUntilKilled(int seed, int enough) throws IOException, InterruptedException {
		Process mixing = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				SeatNode.class.getName(), this.folder.toString(), Integer.toString(seed))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		List<String[]> told = new ArrayList<>();
		try (BufferedReader lines = mixing.inputReader(StandardCharsets.UTF_8)) {
			String line = lines.readLine();
			while (line != null) {
				String[] words = line.split(" ");
				if (words[0].equals("told")) {
					told.add(words);
				}
				if (told.size() == enough) {
					// By its handle: the process itself would close the pipe we still
					// read.
					mixing.toHandle().destroyForcibly();
				}
				line = lines.readLine();
			}
		}
		finally {
			mixing.destroyForcibly().waitFor();
		}
		assertThat(told).as("steps before the kill").hasSizeGreaterThanOrEqualTo(enough);
		return told;
	}

	private static void check(ConfigurableApplicationContext node, List<String[]> told) {
		EnrolmentService enrolments = node.getBean(EnrolmentService.class);
		TestClock clock = node.getBean(TestClock.class);
		SessionId id = new SessionId(told.getFirst()[1]);
		enrolments.recheck();
		TrainingSession session = enrolments.session(id).orElseThrow();
		for (String[] step : told) {
			assertThat(session.enrolment(new EnrolmentId(step[2])).orElseThrow().history())
				.as("what was told before the kill")
				.hasSizeGreaterThan(Integer.parseInt(step[3]));
		}
		assertThat(SeatMix.check(session, TestClock.TODAY)).isEmpty();
		offersContinue(enrolments, clock, session);
	}

	/** Nobody answers: the offers lapse, and the next ones are asked. */
	private static void offersContinue(EnrolmentService enrolments, TestClock clock, TrainingSession session) {
		List<Enrolment> asked = session.in(EnrolmentState.OFFERED);
		boolean othersWait = session.in(EnrolmentState.WAITING).size() > asked.size();
		clock.moveTo(clock.instant().plus(Duration.ofDays(6)));
		enrolments.recheck();
		TrainingSession later = enrolments.session(session.id()).orElseThrow();
		asked.forEach((enrolment) -> assertThat(later.enrolment(enrolment.id()).orElseThrow().last().why())
			.isEqualTo(Why.OFFER_LAPSED));
		if (!asked.isEmpty() && othersWait) {
			assertThat(later.in(EnrolmentState.OFFERED)).hasSameSizeAs(asked);
		}
		assertThat(SeatMix.check(later, clock.instant().atZone(PeopleService.ZONE).toLocalDate())).isEmpty();
	}

}
