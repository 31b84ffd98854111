package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import nl.kundig.courses.duty.SavedTrial.Group;
import nl.kundig.courses.duty.SavedTrial.Numbers;
import nl.kundig.courses.duty.SavedTrial.Seats;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

/** Counts a trial run, for a page that names nobody. */
final class TrialNumbers {

	private static final Comparator<Group> BY_PLACE = Comparator
		.comparing((Group group) -> group.municipality().value())
		.thenComparing(Group::role)
		.thenComparing((group) -> (group.unit() != null) ? group.unit().value() : "");

	/** Of whom a line of the table is. */
	private record Place(MunicipalityId municipality, LearnerRole role, @Nullable UnitId unit) {

		static Place of(TrialRun.Change change) {
			return new Place(change.municipality(), change.role(), change.unit());
		}

	}

	private TrialNumbers() {
	}

	static Numbers of(TrialRun run) {
		return new Numbers(run.learners(), run.gained().size(), run.lost().size(), run.moved().size(),
				run.lapsing().size(), run.minutesNow(), run.minutesThen(), groups(run), seats(run));
	}

	private static List<Group> groups(TrialRun run) {
		Map<Place, int[]> counts = new LinkedHashMap<>();
		List<List<TrialRun.Change>> kinds = List.of(run.gained(), run.lost(), run.moved(), run.lapsing());
		for (int kind = 0; kind < kinds.size(); kind++) {
			for (TrialRun.Change change : kinds.get(kind)) {
				counts.computeIfAbsent(Place.of(change), (missing) -> new int[kinds.size()])[kind]++;
			}
		}
		List<Group> groups = new ArrayList<>();
		counts.forEach((place, count) -> groups
			.add(new Group(place.municipality(), place.role(), place.unit(), count[0], count[1], count[2], count[3])));
		groups.sort(BY_PLACE);
		return groups;
	}

	private static List<Seats> seats(TrialRun run) {
		TreeSet<YearMonth> months = new TreeSet<>(run.seatsNow().keySet());
		months.addAll(run.seatsThen().keySet());
		List<Seats> seats = new ArrayList<>();
		for (YearMonth month : months) {
			Map<String, Integer> now = run.seatsNow().getOrDefault(month, Map.of());
			Map<String, Integer> then = run.seatsThen().getOrDefault(month, Map.of());
			TreeSet<String> trainings = new TreeSet<>(now.keySet());
			trainings.addAll(then.keySet());
			LocalDate first = month.atDay(1);
			trainings.forEach((training) -> seats
				.add(new Seats(first, training, now.getOrDefault(training, 0), then.getOrDefault(training, 0))));
		}
		return seats;
	}

}
