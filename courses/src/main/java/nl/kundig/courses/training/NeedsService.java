package nl.kundig.courses.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.NeedRefused.Reason;
import nl.kundig.courses.training.TrainingNeed.Statement;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/**
 * The needs inventory: each municipality states numbers per role for next year, the
 * region adds them up for the subsidy request.
 */
@Service
public class NeedsService {

	private final TrainingNeedRepository needs;

	private final TrainingService trainings;

	private final PeopleService people;

	private final MongoOperations mongo;

	private final Clock clock;

	NeedsService(TrainingNeedRepository needs, TrainingService trainings, PeopleService people, MongoOperations mongo,
			Clock clock) {
		this.needs = needs;
		this.trainings = trainings;
		this.people = people;
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Whether a number may be stated for that year: for next year from 1 September on,
	 * Europe/Amsterdam, and for this year until it ends.
	 */
	public boolean isOpen(int year) {
		return refusal(year).isEmpty();
	}

	/**
	 * States the number. The same number again changes nothing; another one counts from
	 * now on, and both stay in the history.
	 * @param by the account that states it
	 * @throws NeedRefused when the number cannot be stated
	 */
	public TrainingNeed state(MunicipalityId municipality, int year, LearnerRole role, TrainingId training, int number,
			String by) {
		if (number < 0 || number > TrainingNeed.MOST) {
			throw new NeedRefused(Reason.NUMBER_OUT_OF_RANGE, number);
		}
		refusal(year).ifPresent((reason) -> {
			throw new NeedRefused(reason, year);
		});
		if (this.people.municipality(municipality).isEmpty()) {
			throw new NeedRefused(Reason.UNKNOWN_MUNICIPALITY, municipality);
		}
		if (this.trainings.training(training).isEmpty()) {
			throw new NeedRefused(Reason.UNKNOWN_TRAINING, training);
		}
		String id = TrainingNeed.idOf(municipality, year, role, training);
		Optional<TrainingNeed> known = this.needs.findById(id).filter((need) -> need.number() == number);
		if (known.isPresent()) {
			return known.get();
		}
		Instant now = this.clock.instant();
		Update stated = new Update().set("number", number)
			.push("statements", new Statement(number, by, now))
			.setOnInsert("inventory", TrainingNeed.inventoryOf(municipality, year))
			.setOnInsert("municipality", municipality)
			.setOnInsert("year", year)
			.setOnInsert("role", role)
			.setOnInsert("training", training);
		this.mongo.upsert(Query.query(Criteria.where("_id").is(id)), stated, TrainingNeed.class);
		return this.needs.findById(id).orElseThrow();
	}

	private Optional<Reason> refusal(int year) {
		LocalDate today = LocalDate.now(this.clock.withZone(PeopleService.ZONE));
		if (year < today.getYear()) {
			return Optional.of(Reason.YEAR_OVER);
		}
		LocalDate opening = LocalDate.of(Math.min(year, LocalDate.MAX.getYear()) - 1, Month.SEPTEMBER, 1);
		return today.isBefore(opening) ? Optional.of(Reason.NOT_OPEN_YET) : Optional.empty();
	}

	/** What the municipality stated for that year. */
	public List<TrainingNeed> needs(MunicipalityId municipality, int year) {
		return this.needs.findByInventoryIn(List.of(TrainingNeed.inventoryOf(municipality, year)));
	}

	/** What the municipalities of the region stated for that year, added up. */
	public NeedsOfRegion needs(RegionId region, int year) {
		List<String> inventories = this.people.municipalities()
			.stream()
			.filter((municipality) -> municipality.region().equals(region))
			.map((municipality) -> TrainingNeed.inventoryOf(municipality.id(), year))
			.toList();
		return NeedsOfRegion.of(year, this.needs.findByInventoryIn(inventories));
	}

}
