package nl.kundig.courses.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

/**
 * In which order people are asked for a seat that comes free: by points, then by lot. Who
 * knows the weights, the facts and the seed can draw up the same order.
 */
final class SeatOrder {

	private static final Comparator<Ranked> ORDER = Comparator
		.comparing((Ranked ranked) -> ranked.score().points(), Comparator.reverseOrder())
		.thenComparing((ranked) -> ranked.score().lot())
		.thenComparing((ranked) -> ranked.enrolment().id().value());

	private final Weights weights;

	private final Map<LearnerId, UrgencyFacts> facts;

	private final Function<MunicipalityId, @Nullable LocalDate> nextSession;

	/**
	 * An order by these facts.
	 * @param nextSession first day of the next session that people of a municipality can
	 * come to, or null
	 */
	SeatOrder(Weights weights, Map<LearnerId, UrgencyFacts> facts,
			Function<MunicipalityId, @Nullable LocalDate> nextSession) {
		this.weights = weights;
		this.facts = facts;
		this.nextSession = nextSession;
	}

	List<Ranked> of(Collection<Enrolment> waiting, String seed, Instant now) {
		List<Ranked> scored = new ArrayList<>();
		waiting.forEach((enrolment) -> scored.add(new Ranked(enrolment, 0, 0, score(enrolment, seed, now))));
		scored.sort(ORDER);
		List<Ranked> ranked = new ArrayList<>();
		for (Ranked one : scored) {
			ranked.add(new Ranked(one.enrolment(), ranked.size() + 1, scored.size(), one.score()));
		}
		return ranked;
	}

	private Score score(Enrolment enrolment, String seed, Instant now) {
		LocalDate applied = LocalDate.ofInstant(enrolment.appliedAt(), PeopleService.ZONE);
		LocalDate today = LocalDate.ofInstant(now, PeopleService.ZONE);
		return new Score(this.facts.getOrDefault(enrolment.learner(), UrgencyFacts.NONE),
				this.nextSession.apply(enrolment.municipality()),
				(int) Math.max(0, ChronoUnit.DAYS.between(applied, today)), this.weights, lot(seed, enrolment.id()));
	}

	/** SHA-256 of "seed|enrolment" in hexadecimal digits; the lowest comes first. */
	static String lot(String seed, EnrolmentId enrolment) {
		try {
			byte[] drawn = MessageDigest.getInstance("SHA-256")
				.digest((seed + "|" + enrolment).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(drawn);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
