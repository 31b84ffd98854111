package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.Set;

import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.people.LearnerRole;

/**
 * What is asked on a day, and of whom.
 *
 * @param since the first day of which achievements count
 */
record Phase(Cycle.Kind kind, Curriculum curriculum, CurriculumPart tree, LocalDate since, LocalDate day,
		Set<LearnerRole> roles) {
}
