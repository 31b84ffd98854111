package nl.kundig.app.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import nl.kundig.app.table.Cell;
import nl.kundig.app.table.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Who comes, as a provider needs to know it and no more.
 *
 * @param days of the session, in order
 * @param asOf the day on which the list was made
 */
record ParticipantList(String training, String provider, List<LocalDate> days, LocalDate asOf,
		List<Participant> participants) {

	/**
	 * One person; there is no room for anything else.
	 *
	 * @param wishes in the person's own words
	 */
	record Participant(String name, @Nullable String email, @Nullable String function, String organisation,
			@Nullable String wishes) {

		private @Nullable String value(Column column) {
			return switch (column) {
				case NAME -> this.name;
				case EMAIL -> this.email;
				case FUNCTION -> this.function;
				case ORGANISATION -> this.organisation;
				case WISHES -> this.wishes;
			};
		}

	}

	private enum Column {

		NAME, EMAIL, FUNCTION, ORGANISATION, WISHES;

		private String key(Template template) {
			return "participants." + template.name().toLowerCase(Locale.ROOT) + "." + name().toLowerCase(Locale.ROOT);
		}

	}

	/** The order of the columns; each has headings of its own too. */
	enum Template {

		/** The national institute for training against radicalisation. */
		ROR(Column.NAME, Column.EMAIL, Column.FUNCTION, Column.ORGANISATION, Column.WISHES),

		/** Any other provider. */
		GENERAL(Column.ORGANISATION, Column.NAME, Column.FUNCTION, Column.EMAIL, Column.WISHES);

		private final List<Column> columns;

		Template(Column... columns) {
			this.columns = List.copyOf(Arrays.asList(columns));
		}

	}

	/** The list, and a sheet that says what it is a list of. */
	List<Table> tables(Template template, MessageSource messages, Locale locale) {
		List<String> headings = template.columns.stream()
			.map((column) -> messages.getMessage(column.key(template), null, locale))
			.toList();
		List<List<Cell>> rows = this.participants.stream()
			.map((person) -> template.columns.stream().map(person::value).map(Cell::of).toList())
			.toList();
		String sheet = messages.getMessage("participants.sheet", null, locale);
		return List.of(new Table(sheet, headings, rows), about(messages, locale));
	}

	private Table about(MessageSource messages, Locale locale) {
		List<List<Cell>> rows = new ArrayList<>();
		rows.add(List.of(say(messages, "training", locale), Cell.of(this.training)));
		rows.add(List.of(say(messages, "provider", locale), Cell.of(this.provider)));
		for (int day = 0; day < this.days.size(); day++) {
			rows.add(List.of(say(messages, "day", locale, day + 1), Cell.of(this.days.get(day))));
		}
		rows.add(List.of(say(messages, "asOf", locale), Cell.of(this.asOf)));
		rows.add(List.of(say(messages, "count", locale), Cell.of(this.participants.size())));
		return new Table(messages.getMessage("participants.about", null, locale),
				List.of(messages.getMessage("participants.about.what", null, locale),
						messages.getMessage("participants.about.value", null, locale)),
				rows);
	}

	private static Cell say(MessageSource messages, String key, Locale locale, Object... arguments) {
		return Cell.of(messages.getMessage("participants.about." + key, arguments, locale));
	}

}
