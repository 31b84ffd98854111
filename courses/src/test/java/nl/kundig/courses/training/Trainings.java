package nl.kundig.courses.training;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.Access;
import nl.kundig.courses.knowledge.Certainty;

/** Trainings for tests. */
public final class Trainings {

	public static final ProviderId ROR = new ProviderId("ror");

	private Trainings() {
	}

	public static Provider provider() {
		return Provider.of(ROR, "Rijksopleidingsinstituut", ProviderKind.NATIONAL, "Geeft trainingen.", null, List.of(),
				TestClock.TODAY, Certainty.CONFIRMED, TestClock.START);
	}

	/** A training with this id and title, without prerequisites. */
	public static Training training(String id, String title) {
		return training(id, title, Prerequisites.NONE, List.of());
	}

	/** A training that builds on these. */
	public static Training after(String id, String title, String... before) {
		return training(id, title, new Prerequisites(ids(before), null), List.of());
	}

	/** A training that counts for these too. */
	public static Training countingFor(String id, String title, String... others) {
		return training(id, title, Prerequisites.NONE, ids(others));
	}

	/** A training that is no longer offered from that day. */
	public static Training withdrawn(String id, String title, LocalDate on) {
		return training(id, title, Prerequisites.NONE, List.of(), on);
	}

	private static Training training(String id, String title, Prerequisites prerequisites, List<TrainingId> countsFor) {
		return training(id, title, prerequisites, countsFor, null);
	}

	private static Training training(String id, String title, Prerequisites prerequisites, List<TrainingId> countsFor,
			LocalDate withdrawnOn) {
		return new Training(new TrainingId(id), title, ROR, 2, "Professionals", TrainingForm.CLASSROOM,
				new TrainingLength("1 dag", null), prerequisites, null, "nl", Access.ON_REQUEST, null, countsFor,
				"Wat u leert.", List.of(), TestClock.TODAY, Certainty.CONFIRMED, withdrawnOn, "", TestClock.START)
			.asPublished(TestClock.START);
	}

	private static List<TrainingId> ids(String... ids) {
		return Arrays.stream(ids).map(TrainingId::new).toList();
	}

}
