package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.courses.enrolment.Actor.Kind;
import nl.kundig.courses.people.LearnerId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Every state after every state by everybody: 13 times 13 times 5. */
class TransitionsTests {

	/**
	 * From, to, and who may: L(earner), M(anager), C(oordinator), R(egion), S(ystem).
	 */
	private static final String TABLE = """
			REQUESTED          REQUESTED          L C R
			REQUESTED          APPROVED           M S
			REQUESTED          REFUSED            M
			REQUESTED          PLACED             C R S
			REQUESTED          WAITING            C R S
			REQUESTED          CANCELLED          L C R S
			APPROVED           PLACED             S
			APPROVED           WAITING            S
			WAITING            OFFERED            S
			WAITING            PLACED             L C R
			WAITING            CANCELLED          L C R S
			OFFERED            PLACED             L C R
			OFFERED            WAITING            L C R S
			OFFERED            CANCELLED          L C R S
			PLACED             HANDED_OVER        C R
			PLACED             CANCELLED          L C R S
			PLACED             ATTENDED           C R
			PLACED             ABSENT_WITH_NOTICE C R
			PLACED             NO_SHOW            C R
			HANDED_OVER        CONFIRMED          C R
			HANDED_OVER        CANCELLED          L C R S
			HANDED_OVER        ATTENDED           C R
			HANDED_OVER        ABSENT_WITH_NOTICE C R
			HANDED_OVER        NO_SHOW            C R
			CONFIRMED          CANCELLED          L C R S
			CONFIRMED          ATTENDED           C R
			CONFIRMED          ABSENT_WITH_NOTICE C R
			CONFIRMED          NO_SHOW            C R
			ATTENDED           PROOF_RECEIVED     C R S
			ATTENDED           ABSENT_WITH_NOTICE C R
			ATTENDED           NO_SHOW            C R
			ABSENT_WITH_NOTICE ATTENDED           C R
			ABSENT_WITH_NOTICE NO_SHOW            C R
			NO_SHOW            ATTENDED           C R
			NO_SHOW            ABSENT_WITH_NOTICE C R
			PROOF_RECEIVED     ATTENDED           C R
			PROOF_RECEIVED     ABSENT_WITH_NOTICE C R
			PROOF_RECEIVED     NO_SHOW            C R
			""";

	@Test
	void allowsWhatTheTableSaysAndNothingElse() {
		Set<String> expected = TABLE.lines().flatMap(TransitionsTests::cells).collect(Collectors.toSet());
		List<String> allowed = new ArrayList<>();
		for (EnrolmentState from : EnrolmentState.values()) {
			for (EnrolmentState to : EnrolmentState.values()) {
				for (Kind by : Kind.values()) {
					if (Transitions.isAllowed(from, to, by)) {
						allowed.add(from + " " + to + " " + by.name().charAt(0));
					}
				}
			}
		}
		assertThat(allowed).containsExactlyInAnyOrderElementsOf(expected);
	}

	private static Stream<String> cells(String line) {
		String[] words = line.trim().split(" +");
		return Arrays.stream(words).skip(2).map((who) -> words[0] + " " + words[1] + " " + who);
	}

	@Test
	void everyOtherStepIsRefusedWithAReason() {
		for (EnrolmentState from : EnrolmentState.values()) {
			for (EnrolmentState to : EnrolmentState.values()) {
				for (Kind by : Kind.values()) {
					if (Transitions.isAllowed(from, to, by)) {
						assertThatNoException().isThrownBy(() -> Transitions.check(in(from), to, by));
					}
					else {
						boolean byOthers = Arrays.stream(Kind.values())
							.anyMatch((other) -> Transitions.isAllowed(from, to, other));
						assertThatExceptionOfType(EnrolmentRefused.class)
							.isThrownBy(() -> Transitions.check(in(from), to, by))
							.satisfies((ex) -> assertThat(ex.reason() == EnrolmentRefused.Reason.NOT_YOUR_ROLE)
								.isEqualTo(byOthers));
					}
				}
			}
		}
	}

	@Test
	void whatIsOverIsNeverOpenAgain() {
		for (EnrolmentState over : EnrolmentState.values()) {
			if (!over.isOpen()) {
				assertThat(EnrolmentState.values()).filteredOn(EnrolmentState::isOpen)
					.allSatisfy((open) -> assertThat(Kind.values())
						.noneMatch((by) -> Transitions.isAllowed(over, open, by)));
			}
		}
	}

	private static Enrolment in(EnrolmentState state) {
		StateChange change = new StateChange(state, Instant.EPOCH, Actor.SYSTEM, Why.APPLIED, null, null);
		return new Enrolment(new EnrolmentId("e"), new LearnerId("ann"), Desk.HOOGVELD, null, null, null, Instant.EPOCH,
				List.of(change), null, null, Enrolment.NEVER_SKIPPED);
	}

}
