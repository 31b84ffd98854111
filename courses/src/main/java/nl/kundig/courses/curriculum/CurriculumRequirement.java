package nl.kundig.courses.curriculum;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.training.TrainingId;

import org.springframework.data.annotation.TypeAlias;

/**
 * What must be done, and what a fact is about; kinds are sealed, so the compiler asks
 * about a new one.
 */
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

	/** Be present at a session of this training. */
	@TypeAlias("attendTraining")
	record AttendTraining(TrainingId training) implements CurriculumRequirement {

		@Override
		public String key() {
			return "training:" + this.training;
		}

	}

	/** Reach an ending of this case. */
	@TypeAlias("finishScenario")
	record FinishScenario(ScenarioId scenario) implements CurriculumRequirement {

		@Override
		public String key() {
			return "scenario:" + this.scenario;
		}

	}

	/**
	 * Hand in proof of what was learned elsewhere.
	 *
	 * @param proof what it must prove, short as an id: "first-aid"
	 */
	@TypeAlias("handInProof")
	record HandInProof(String proof) implements CurriculumRequirement {

		@Override
		public String key() {
			return "proof:" + this.proof;
		}

	}

	/**
	 * Hold the certificate of this curriculum. Whoever is exempt from that is exempt from
	 * all of it.
	 */
	@TypeAlias("holdCertificate")
	record HoldCertificate(CurriculumId curriculum) implements CurriculumRequirement {

		@Override
		public String key() {
			return "certificate:" + this.curriculum;
		}

	}

}
