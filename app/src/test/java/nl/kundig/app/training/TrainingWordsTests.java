package nl.kundig.app.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import nl.kundig.courses.content.Access;
import nl.kundig.courses.enrolment.EnrolmentRefused;
import nl.kundig.courses.enrolment.EnrolmentState;
import nl.kundig.courses.enrolment.Pool;
import nl.kundig.courses.enrolment.Score;
import nl.kundig.courses.enrolment.Why;
import nl.kundig.courses.training.ProofRefused;
import nl.kundig.courses.training.ProofState;
import nl.kundig.courses.training.TrainingForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that pages put together from a name in the code. */
class TrainingWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "nl", "en" })
	void everyWordOfTrainingsHasAMessage(String language) {
		TreeSet<String> keys = new TreeSet<>();
		Arrays.stream(EnrolmentState.values())
			.forEach((state) -> keys.addAll(List.of("enrolment.state." + state, "enrolment.next." + state)));
		Arrays.stream(Why.values()).forEach((why) -> keys.add("enrolment.why." + why.code()));
		Arrays.stream(EnrolmentRefused.Reason.values())
			.forEach((reason) -> keys.add("enrolment.refused." + reason.code()));
		Arrays.stream(Score.Criterion.values())
			.forEach((one) -> keys.addAll(List.of("enrol.criterion." + one, "enrol.criterion." + one + ".how")));
		Arrays.stream(Pool.Kind.values()).forEach((kind) -> keys.add("enrol.pool." + kind));
		Arrays.stream(Access.values()).forEach((access) -> keys.add("enrol.access." + access.code()));
		Arrays.stream(TrainingForm.values()).forEach((form) -> keys.add("training.form." + form.code()));
		Arrays.stream(ProofState.values()).forEach((state) -> keys.add("enrol.proof.state." + state));
		Arrays.stream(ProofRefused.Reason.values())
			.map((reason) -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.forEach((code) -> keys.add("enrol.proof.refused." + code));
		List.of("feed.made", "feed.renewed", "proof.handedIn", "sent", "sent.asked")
			.forEach((told) -> keys.add("enrol.told." + told));
		List.of("wat", "dag", "aanbieder", "bestand").forEach((field) -> keys.add("enrol.proof.field." + field));
		List.of("shown", "withdrawn").forEach((done) -> keys.add("enrol.interest." + done));
		MessageSource words = Words.messages();
		keys.removeIf((key) -> has(words, key, Locale.of(language)));
		assertThat(keys).isEmpty();
	}

	private static boolean has(MessageSource words, String key, Locale locale) {
		try {
			return !words.getMessage(key, null, locale).isBlank();
		}
		catch (NoSuchMessageException ex) {
			return false;
		}
	}

}
