package nl.kundig.app.training;

import java.util.List;
import java.util.Map;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.training.NeedsOfRegion;
import nl.kundig.courses.training.TrainingId;

/**
 * What is needed in a year, of one municipality or of a region.
 *
 * @param open whether numbers can be stated for that year now
 * @param municipalities whose numbers are added up, by name
 * @param silent names of those that stated nothing yet
 * @param seats need beside planned seats; only a region plans for all
 */
record NeedsPage(int year, List<Integer> years, boolean open, List<Municipality> municipalities, List<Row> rows,
		List<String> silent, List<NeedsOfRegion.Comparison> seats, Map<TrainingId, String> titles) {

	/** What is needed of one training for one role. */
	record Row(String title, LearnerRole role, NeedsOfRegion.Sum sum) {

		/** What that municipality stated, or nothing. */
		public String number(Municipality municipality) {
			Integer stated = this.sum.numbers().get(municipality.id());
			return (stated != null) ? stated.toString() : "–";
		}

	}

	public int total() {
		return this.rows.stream().mapToInt((row) -> row.sum().total()).sum();
	}

	/** The title of a training that is compared. */
	public String title(TrainingId training) {
		return this.titles.getOrDefault(training, training.value());
	}

}
