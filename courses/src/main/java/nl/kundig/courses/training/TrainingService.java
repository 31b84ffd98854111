package nl.kundig.courses.training;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.courses.training.TrainingRefused.Reason;

import org.springframework.stereotype.Service;

/** The catalogue: what can be followed, and who gives it. */
@Service
public class TrainingService {

	private final TrainingRepository trainings;

	private final ProviderRepository providers;

	TrainingService(TrainingRepository trainings, ProviderRepository providers) {
		this.trainings = trainings;
		this.providers = providers;
	}

	/** Publishes what a content file says; the same again changes nothing. */
	public void publish(Training training) {
		if (training(training.id()).filter((known) -> known.hash().equals(training.hash())).isEmpty()) {
			this.trainings.save(training);
		}
	}

	/** Publishes what a content file says; the same again changes nothing. */
	public void publish(Provider provider) {
		if (provider(provider.id()).filter((known) -> known.hash().equals(provider.hash())).isEmpty()) {
			this.providers.save(provider);
		}
	}

	public Optional<Training> training(TrainingId id) {
		return this.trainings.findById(id);
	}

	/**
	 * The training, when somebody can follow it that day.
	 * @throws TrainingRefused when it is unknown or no longer offered
	 */
	public Training offered(TrainingId id, LocalDate day) {
		Training training = training(id).orElseThrow(() -> new TrainingRefused(Reason.UNKNOWN_TRAINING, id));
		if (!training.isOfferedOn(day)) {
			throw new TrainingRefused(Reason.WITHDRAWN, id);
		}
		return training;
	}

	/** All trainings, also withdrawn ones, by level and title. */
	public List<Training> trainings() {
		return sorted(this.trainings.findAll());
	}

	/** What this provider gives, also what is withdrawn, by level and title. */
	public List<Training> trainings(ProviderId provider) {
		return sorted(this.trainings.findByProvider(provider));
	}

	/** The titles of those that there are; whoever shows an id instead says so. */
	public Map<TrainingId, String> titles(Collection<TrainingId> ids) {
		return this.trainings.findByIdIn(ids).stream().collect(Collectors.toMap(Training::id, Training::title));
	}

	/** The title, or the id when there is no such training. */
	public String title(TrainingId id) {
		return training(id).map(Training::title).orElse(id.value());
	}

	/**
	 * What somebody satisfies who followed this one: itself, what it counts for, and what
	 * those count for in turn. A training that is unknown satisfies itself.
	 */
	public Set<TrainingId> satisfiedBy(TrainingId id) {
		Set<TrainingId> satisfied = new LinkedHashSet<>();
		Collection<TrainingId> next = List.of(id);
		while (satisfied.addAll(next)) {
			next = this.trainings.findByIdIn(next)
				.stream()
				.flatMap((training) -> training.countsFor().stream())
				.filter((other) -> !satisfied.contains(other))
				.toList();
		}
		return satisfied;
	}

	public Optional<Provider> provider(ProviderId id) {
		return this.providers.findById(id);
	}

	/** All providers, by name. */
	public List<Provider> providers() {
		return this.providers.findAll().stream().sorted(Comparator.comparing(Provider::name, dutchOrder())).toList();
	}

	private static List<Training> sorted(List<Training> trainings) {
		return trainings.stream()
			.sorted(Comparator.comparingInt(Training::level).thenComparing(Training::title, dutchOrder()))
			.toList();
	}

	private static Comparator<Object> dutchOrder() {
		return Collator.getInstance(Locale.of("nl"));
	}

}
