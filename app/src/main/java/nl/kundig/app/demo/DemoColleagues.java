package nl.kundig.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;

import org.springframework.stereotype.Component;

/**
 * People who do not exist and have no account, so that trainings fill up without the
 * people of the demo accounts, whose own learning path stays as it is.
 */
@Component
class DemoColleagues {

	private static final Map<String, LearnerRole> WATERKERK = Map.ofEntries(
			Map.entry("Lotte Meijer", LearnerRole.DESK_EMPLOYEE), Map.entry("Rachid Bouzid", LearnerRole.DESK_EMPLOYEE),
			Map.entry("Sanne Vos", LearnerRole.DESK_EMPLOYEE),
			Map.entry("Jeroen Kuiper", LearnerRole.ENFORCEMENT_OFFICER),
			Map.entry("Emre Aydın", LearnerRole.ENFORCEMENT_OFFICER),
			Map.entry("Lieke Dekker", LearnerRole.SOCIAL_DOMAIN), Map.entry("Omar Said", LearnerRole.SOCIAL_DOMAIN),
			Map.entry("Karin Hofman", LearnerRole.SOCIAL_DOMAIN),
			Map.entry("Thijs van Leeuwen", LearnerRole.POLICY_OFFICER));

	private static final Map<String, LearnerRole> HOOGVELD = Map.ofEntries(
			Map.entry("Wilma Jansen", LearnerRole.DESK_EMPLOYEE), Map.entry("Tim Scholten", LearnerRole.DESK_EMPLOYEE),
			Map.entry("Marloes de Wit", LearnerRole.ENFORCEMENT_OFFICER),
			Map.entry("Ahmed Yılmaz", LearnerRole.SOCIAL_DOMAIN), Map.entry("Esther Blom", LearnerRole.SOCIAL_DOMAIN),
			Map.entry("Joost van der Meer", LearnerRole.SOCIAL_DOMAIN),
			Map.entry("Nadia Hassan", LearnerRole.POLICY_OFFICER));

	private static final int EVERYBODY = 1000;

	private final PeopleService people;

	private final Clock clock;

	DemoColleagues(PeopleService people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	void create(MunicipalityId waterkerk, MunicipalityId hoogveld) {
		create(waterkerk, WATERKERK);
		create(hoogveld, HOOGVELD);
	}

	private void create(MunicipalityId place, Map<String, LearnerRole> colleagues) {
		LocalDate today = LocalDate.now(this.clock.withZone(PeopleService.ZONE));
		Map<String, LearnerId> known = named(place);
		colleagues.forEach((name, role) -> {
			if (!known.containsKey(name)) {
				this.people.takeRole(this.people.register(name), role, place, null, today);
			}
		});
	}

	/** Everybody of that municipality by name, also who has an account. */
	Map<String, LearnerId> named(MunicipalityId place) {
		Map<String, LearnerId> named = new LinkedHashMap<>();
		List<Learner> there = this.people.learners(place, "", EVERYBODY);
		there.forEach((learner) -> named.putIfAbsent(learner.name(), learner.id()));
		return named;
	}

}
