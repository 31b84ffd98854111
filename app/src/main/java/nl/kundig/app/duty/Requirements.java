package nl.kundig.app.duty;

import nl.kundig.courses.content.ContentService;
import nl.kundig.courses.content.LearningModule;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.CurriculumService;

import nl.kundig.courses.training.TrainingService;
import org.springframework.stereotype.Component;

/** What requirements are called on pages. */
@Component
public class Requirements {

	private final ContentService content;

	private final CurriculumService curricula;

	private final TrainingService trainings;

	Requirements(ContentService content, CurriculumService curricula, TrainingService trainings) {
		this.content = content;
		this.curricula = curricula;
		this.trainings = trainings;
	}

	/** The kind, as the end of a message key. */
	public String kind(CurriculumRequirement requirement) {
		return switch (requirement) {
			case CurriculumRequirement.PassModule module -> "module";
			case CurriculumRequirement.AttendTraining training -> "training";
			case CurriculumRequirement.FinishScenario scenario -> "scenario";
			case CurriculumRequirement.HandInProof proof -> "proof";
			case CurriculumRequirement.HoldCertificate certificate -> "certificate";
		};
	}

	/** The title, or the word it is known by. */
	public String title(CurriculumRequirement requirement) {
		return switch (requirement) {
			case CurriculumRequirement.PassModule(var module) ->
				this.content.module(module).map(LearningModule::title).orElse(module.value());
			case CurriculumRequirement.HoldCertificate(var curriculum) ->
				this.curricula.current(curriculum).map(Curriculum::title).orElse(curriculum.value());
			case CurriculumRequirement.AttendTraining(var training) -> this.trainings.title(training);
			case CurriculumRequirement.FinishScenario(var scenario) -> scenario.value();
			case CurriculumRequirement.HandInProof proof -> proof.key().substring(proof.key().indexOf(':') + 1);
		};
	}

}
