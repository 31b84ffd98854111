package nl.kundig.courses.curriculum;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import nl.kundig.courses.TestClock;
import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.people.LearnerRole;

/** Curricula of desk employees, valid for 24 months. */
public final class Curricula {

	public static final CurriculumId DESK = new CurriculumId("signaleren-balie");

	private Curricula() {
	}

	public static Curriculum requiring(LearningModuleId... modules) {
		return requiring(TestClock.START, modules);
	}

	public static Curriculum requiring(Instant publishedAt, LearningModuleId... modules) {
		return with(passing(modules), List.of(), publishedAt);
	}

	static Curriculum with(List<CurriculumRequirement> requirements, List<CurriculumRequirement> optional,
			Instant publishedAt) {
		return Curriculum.of(DESK, "Signaleren aan de balie", 2, LearnerRole.DESK_EMPLOYEE, 24, requirements, optional,
				publishedAt);
	}

	static List<CurriculumRequirement> passing(LearningModuleId... modules) {
		return Arrays.stream(modules).<CurriculumRequirement>map(CurriculumRequirement.PassModule::new).toList();
	}

}
