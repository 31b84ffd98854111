package nl.kundig.app.duty;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Unit;
import nl.kundig.courses.people.UnitId;
import org.jspecify.annotations.Nullable;

/** What people call municipalities, units and curricula. */
public record Names(Map<MunicipalityId, String> municipalities, Map<UnitId, Unit> units,
		Map<CurriculumId, String> curricula) {

	static Names of(PeopleService people, Collection<Curriculum> current) {
		Map<MunicipalityId, String> municipalities = people.municipalities()
			.stream()
			.collect(Collectors.toMap(Municipality::id, Municipality::name));
		Map<CurriculumId, String> curricula = new LinkedHashMap<>();
		current.stream()
			.sorted((one, other) -> one.title().compareTo(other.title()))
			.forEach((curriculum) -> curricula.put(curriculum.curriculum(), curriculum.title()));
		return new Names(municipalities, people.places().units(), curricula);
	}

	public String municipality(MunicipalityId id) {
		return this.municipalities.getOrDefault(id, id.value());
	}

	/** The municipality with this id. */
	public String place(String id) {
		return municipality(new MunicipalityId(id));
	}

	/** The curriculum with this id. */
	public String curriculumOf(String id) {
		return curriculum(new CurriculumId(id));
	}

	public String unit(@Nullable UnitId id) {
		return (id != null && this.units.containsKey(id)) ? this.units.get(id).name() : "";
	}

	public String curriculum(CurriculumId id) {
		return this.curricula.getOrDefault(id, id.value());
	}

	/** The units of a municipality, to choose from. */
	public List<Unit> unitsOf(@Nullable MunicipalityId municipality) {
		return this.units.values()
			.stream()
			.filter((unit) -> unit.municipality().equals(municipality))
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.toList();
	}

	/** Names of these people, in the order of the alphabet. */
	static Map<LearnerId, String> of(PeopleService people, Set<LearnerId> learners) {
		return people.learners()
			.stream()
			.filter((learner) -> learners.contains(learner.id()))
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.collect(Collectors.toMap(Learner::id, Learner::name, (one, same) -> one, LinkedHashMap::new));
	}

}
