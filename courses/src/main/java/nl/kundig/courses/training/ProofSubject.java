package nl.kundig.courses.training;

import org.springframework.data.annotation.TypeAlias;

/** What a proof proves; kinds are sealed, so the compiler asks about a new one. */
public sealed interface ProofSubject {

	/** How it is written in short: "training:ror-basis". */
	String key();

	/** That this training was followed, with a session of ours or elsewhere. */
	@TypeAlias("provesTraining")
	record OfTraining(TrainingId training) implements ProofSubject {

		@Override
		public String key() {
			return "training:" + this.training;
		}

	}

	/**
	 * What a curriculum asks a proof of.
	 *
	 * @param code as the curriculum has it: "first-aid"
	 */
	@TypeAlias("provesCode")
	record OfCode(String code) implements ProofSubject {

		@Override
		public String key() {
			return "proof:" + this.code;
		}

	}

}
