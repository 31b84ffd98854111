package nl.kundig.app.training;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import nl.kundig.app.training.AttendanceRow.Finding;
import org.jspecify.annotations.Nullable;

/** Finds who is meant: by work e-mail address, otherwise by the whole name. */
class ExpectedPeople {

	/**
	 * No name is longer, and putting many accents in order takes the square of their
	 * number.
	 */
	private static final int LONGEST_NAME = 500;

	private final Map<String, List<Expected>> byEmail = new HashMap<>();

	private final Map<String, List<Expected>> byName;

	ExpectedPeople(List<Expected> people) {
		people.stream()
			.filter((person) -> person.email() != null)
			.collect(Collectors.groupingBy((person) -> email(String.valueOf(person.email()))))
			.forEach(this.byEmail::put);
		this.byName = people.stream().collect(Collectors.groupingBy((person) -> name(person.name())));
	}

	/**
	 * @param person when it is one
	 * @param finding why it is not one
	 */
	record Match(@Nullable Expected person, @Nullable Finding finding) {
	}

	Match find(String typedEmail, String typedName) {
		String email = email(typedEmail);
		List<Expected> named = this.byName.getOrDefault(name(typedName), List.of());
		if (email.isEmpty()) {
			return one(named);
		}
		List<Expected> addressed = this.byEmail.getOrDefault(email, List.of());
		if (addressed.isEmpty()) {
			// Somebody with another address may only have the same name.
			return one(named.stream().filter((person) -> person.email() == null).toList());
		}
		if (named.isEmpty()) {
			// An address is enough: lists write names in many ways.
			return one(addressed);
		}
		List<Expected> both = addressed.stream().filter(named::contains).toList();
		return both.isEmpty() ? new Match(null, Finding.DIFFERENT_PEOPLE) : one(both);
	}

	private static Match one(List<Expected> people) {
		return switch (people.size()) {
			case 0 -> new Match(null, Finding.UNKNOWN_PERSON);
			case 1 -> new Match(people.getFirst(), null);
			default -> new Match(null, Finding.SEVERAL_PEOPLE);
		};
	}

	private static String email(String typed) {
		return typed.strip().toLowerCase(Locale.ROOT);
	}

	/** Whatever the case, the spaces and the way in which an accent is written. */
	private static String name(String typed) {
		if (typed.length() > LONGEST_NAME) {
			return "";
		}
		return Normalizer.normalize(typed, Normalizer.Form.NFC)
			.replaceAll("[\\s\\p{Z}]+", " ")
			.strip()
			.toLowerCase(Locale.ROOT);
	}

}
