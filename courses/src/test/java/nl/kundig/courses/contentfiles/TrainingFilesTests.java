package nl.kundig.courses.contentfiles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import nl.kundig.courses.content.Source;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumRequirement.AttendTraining;
import nl.kundig.courses.knowledge.Certainty;
import nl.kundig.courses.training.Provider;
import nl.kundig.courses.training.Training;
import nl.kundig.courses.training.TrainingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Kundig ships of trainings and who gives them. */
class TrainingFilesTests {

	private static final ContentSet SHIPPED = ContentSet.read(StarterContent.shipped(),
			Instant.parse("2026-11-25T09:00:00Z"));

	@ParameterizedTest
	@MethodSource("trainings")
	void everyTrainingSaysFromWhereAndFromWhen(Training training) {
		assertThat(training.sources()).isNotEmpty();
		assertThat(training.sources()).extracting(Source::accessed)
			.allSatisfy((accessed) -> assertThat(accessed).isBeforeOrEqualTo(training.asOf()));
	}

	@ParameterizedTest
	@MethodSource("trainings")
	void whatIsOnlyPlausibleSaysWhoSaysSo(Training training) {
		if (training.certainty() == Certainty.PLAUSIBLE) {
			String description = training.description().replaceAll("\\s+", " ");
			assertThat(training.sources()).extracting(Source::publisher).anyMatch(description::contains);
		}
	}

	@ParameterizedTest
	@MethodSource("providers")
	void whoIsOnlyPlausibleSaysWhoSaysSo(Provider provider) {
		assertThat(provider.sources()).isNotEmpty();
		if (provider.certainty() == Certainty.PLAUSIBLE) {
			String about = provider.about().replaceAll("\\s+", " ");
			assertThat(provider.sources()).extracting(Source::publisher).anyMatch(about::contains);
		}
	}

	@Test
	void nothingIsCalledFree() {
		List<String> texts = StarterContent.shipped()
			.stream()
			.filter((file) -> List.of("trainings", "providers").contains(file.folder()))
			.map((file) -> new String(file.bytes(), StandardCharsets.UTF_8))
			.toList();
		assertThat(texts).hasSize(28).noneMatch((text) -> text.toLowerCase().contains("gratis"));
	}

	@Test
	void whatIsNotForMunicipalitiesOrNotKnownWellEnoughIsNotThere() {
		assertThat(SHIPPED.trainings()).extracting((training) -> training.id().value())
			.noneMatch((id) -> id.contains("expert") || id.contains("behr") || id.contains("boa"));
	}

	@Test
	void everyProviderGivesSomethingAndEveryTrainingHasOne() {
		assertThat(SHIPPED.trainings()).extracting(Training::provider)
			.containsAll(SHIPPED.providers().stream().map(Provider::id).toList());
	}

	@Test
	void deepeningNeedsATrainingAndSignallingOffersOne() {
		assertThat(required("verdieping-aandachtsfunctionaris")).containsExactly("ror-verdieping");
		assertThat(required("verdieping-beleid")).containsExactly("ror-verdieping",
				"leergang-democratische-rechtsorde");
		List<Curriculum> signalling = SHIPPED.curricula()
			.stream()
			.filter((curriculum) -> curriculum.curriculum().value().startsWith("signaleren-"))
			.toList();
		assertThat(signalling).hasSize(4)
			.allSatisfy((curriculum) -> assertThat(curriculum.optional())
				.contains(new AttendTraining(new TrainingId("ror-basis"))));
	}

	private static List<String> required(String curriculum) {
		return SHIPPED.curricula()
			.stream()
			.filter((one) -> one.curriculum().value().equals(curriculum))
			.flatMap((one) -> one.requirements().stream())
			.filter(AttendTraining.class::isInstance)
			.map((requirement) -> requirement.key().substring("training:".length()))
			.toList();
	}

	static Stream<Training> trainings() {
		return SHIPPED.trainings().stream();
	}

	static Stream<Provider> providers() {
		return SHIPPED.providers().stream();
	}

}
