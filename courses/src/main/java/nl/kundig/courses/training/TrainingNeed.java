package nl.kundig.courses.training;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.privacy.DataRule;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How many seats in a training a municipality needs for one role in one year. What was
 * said before stays: a subsidy request is explained by it.
 *
 * @param id all that it is about, so that nothing is added up twice
 * @param inventory municipality and year, as they are asked for together
 * @param number 0 to 999, as it was said last
 * @param statements everything that was said, the first one first
 */
@Document("trainingNeeds")
@TypeAlias("trainingNeed")
@DataRule(kept = "seven years after the year, as the accounts of the subsidy",
		exported = "with the organisation's own export; who said it with that person's data",
		erased = "who said it removed")
public record TrainingNeed(@Id String id, @Indexed String inventory, MunicipalityId municipality, int year,
		LearnerRole role, TrainingId training, int number, List<Statement> statements) {

	public static final int MOST = 999;

	public TrainingNeed {
		statements = List.copyOf(statements);
	}

	/**
	 * A number as somebody stated it.
	 *
	 * @param by the account
	 */
	public record Statement(int number, String by, Instant at) {
	}

	static String inventoryOf(MunicipalityId municipality, int year) {
		return municipality + "|" + year;
	}

	static String idOf(MunicipalityId municipality, int year, LearnerRole role, TrainingId training) {
		return inventoryOf(municipality, year) + "|" + role.code() + "|" + training;
	}

	/** Who stated the number that counts, and when. */
	public Statement stated() {
		return this.statements.getLast();
	}

}
