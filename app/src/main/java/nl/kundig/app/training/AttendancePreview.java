package nl.kundig.app.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.app.training.AttendanceRow.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What an attendance file would do: all of it, or nothing.
 *
 * @param problem why nothing of the file can be used; then there are no rows
 * @param encoding how the file was read, empty when it was not
 * @param separator how its columns were told apart, when it was read
 * @param headings as they were read, so that a wrong separator shows
 * @param missing who is not in the file, and stays as recorded
 * @param fingerprint of the changes and of what is recorded now, see
 * {@link AttendanceChanges}
 */
record AttendancePreview(@Nullable FileProblem problem, String encoding, @Nullable Separator separator,
		List<String> headings, List<AttendanceRow> rows, List<Expected> missing, AttendanceChanges changes,
		String fingerprint) {

	static AttendancePreview unreadable(FileProblem problem, String encoding, @Nullable CsvSheet sheet,
			List<Expected> expected) {
		return new AttendancePreview(problem, encoding, (sheet != null) ? sheet.separator() : null,
				(sheet != null) ? AttendanceFile.shown(sheet.headings()) : List.of(), List.of(), expected,
				AttendanceChanges.NONE, AttendanceChanges.NONE.fingerprint(expected));
	}

	static AttendancePreview of(String encoding, CsvSheet sheet, List<AttendanceRow> rows, List<Expected> expected) {
		List<Expected> missing = expected.stream()
			.filter((person) -> rows.stream().noneMatch((row) -> person.equals(row.person())))
			.toList();
		AttendanceChanges changes = changes(rows);
		return new AttendancePreview(null, encoding, sheet.separator(), AttendanceFile.shown(sheet.headings()), rows,
				missing, changes, changes.fingerprint(expected));
	}

	/** Whether there is something to record, and nothing in its way. */
	boolean canBeDone() {
		return !this.changes.presences().isEmpty();
	}

	boolean isStopped() {
		return this.problem != null || this.rows.stream().anyMatch((row) -> row.finding().stops());
	}

	long count(Finding finding) {
		return this.rows.stream().filter((row) -> row.finding() == finding).count();
	}

	private static AttendanceChanges changes(List<AttendanceRow> rows) {
		if (rows.stream().anyMatch((row) -> row.finding().stops())) {
			return AttendanceChanges.NONE;
		}
		Map<String, Presence> changes = new HashMap<>();
		for (AttendanceRow row : rows) {
			if (row.finding() == Finding.CHANGES && row.person() != null && row.presence() != null) {
				changes.put(row.person().enrolment(), row.presence());
			}
		}
		return new AttendanceChanges(changes);
	}

}
