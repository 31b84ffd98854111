package nl.kundig.courses.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;

/** What the municipalities of a region need in one year, added up. */
public record NeedsOfRegion(int year, List<Sum> sums) {

	private static final Comparator<MunicipalityId> BY_ID = Comparator.comparing(MunicipalityId::value);

	private static final Comparator<TrainingId> BY_TRAINING = Comparator.comparing(TrainingId::value);

	public NeedsOfRegion {
		sums = List.copyOf(sums);
	}

	/**
	 * What is needed of one training for one role.
	 *
	 * @param numbers by municipality; whoever stated 0 is there, whoever stated nothing
	 * is not
	 */
	public record Sum(TrainingId training, LearnerRole role, Map<MunicipalityId, Integer> numbers) {

		public int total() {
			return this.numbers.values().stream().mapToInt(Integer::intValue).sum();
		}

	}

	/**
	 * A training beside the seats that are planned for it.
	 *
	 * @param missing seats that are needed and not planned; 0 when there are enough
	 */
	public record Comparison(TrainingId training, int needed, int capacity, int missing) {
	}

	static NeedsOfRegion of(int year, Collection<TrainingNeed> needs) {
		Map<TrainingId, Map<LearnerRole, Map<MunicipalityId, Integer>>> found = new TreeMap<>(BY_TRAINING);
		needs.forEach((need) -> found.computeIfAbsent(need.training(), (first) -> new TreeMap<>())
			.computeIfAbsent(need.role(), (first) -> new TreeMap<>(BY_ID))
			.put(need.municipality(), need.number()));
		List<Sum> sums = new ArrayList<>();
		found
			.forEach((training, roles) -> roles.forEach((role, numbers) -> sums.add(new Sum(training, role, numbers))));
		return new NeedsOfRegion(year, sums);
	}

	/**
	 * Sets need against capacity, also for a training that is planned and that nobody
	 * asked for.
	 * @param capacity planned seats of that year, by training
	 */
	public List<Comparison> comparedWith(Map<TrainingId, Integer> capacity) {
		Set<TrainingId> trainings = new TreeSet<>(BY_TRAINING);
		trainings.addAll(capacity.keySet());
		this.sums.forEach((sum) -> trainings.add(sum.training()));
		return trainings.stream().map((training) -> {
			int needed = this.sums.stream().filter((sum) -> sum.training().equals(training)).mapToInt(Sum::total).sum();
			int seats = capacity.getOrDefault(training, 0);
			return new Comparison(training, needed, seats, Math.max(0, needed - seats));
		}).toList();
	}

}
