package nl.kundig.courses.curriculum;

import nl.kundig.courses.content.LearningModuleId;

import org.springframework.data.annotation.TypeAlias;

/** What must be done; kinds are sealed, so the compiler asks about a new one. */
public sealed interface CurriculumRequirement {

	/** How the requirement is written in a fact: "module:m3". */
	String key();

	/** Pass the quiz of this module. */
	@TypeAlias("passModule")
	record PassModule(LearningModuleId module) implements CurriculumRequirement {

		@Override
		public String key() {
			return "module:" + this.module;
		}

	}

}
