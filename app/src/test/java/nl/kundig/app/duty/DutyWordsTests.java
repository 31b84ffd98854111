package nl.kundig.app.duty;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import nl.kundig.courses.curriculum.CurriculumMistake;
import nl.kundig.courses.duty.DueFrom;
import nl.kundig.courses.duty.DutyStanding;
import nl.kundig.courses.duty.Migration;
import nl.kundig.courses.duty.RuleRefused;
import nl.kundig.courses.duty.TrialRefused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DutyWordsTests {

	@Test
	void everyWordThatAPagePutsTogetherHasAMessage() {
		Set<String> keys = new TreeSet<>();
		add(keys, "trial.refused.", RuleRefused.Reason.values());
		add(keys, "trial.refused.", TrialRefused.Reason.values());
		add(keys, "trial.curriculum.", CurriculumMistake.Kind.values());
		add(keys, "trial.start.", DueFrom.values());
		add(keys, "migration.state.", DutyStanding.State.values());
		add(keys, "migration.fate.", Migration.Fate.values());
		add(keys, "trial.form.", fields(TrialForm.class));
		add(keys, "extension.form.", fields(ExtensionForm.class));
		for (Object kind : List.of(TrialForm.RULE, TrialForm.VERSION, TrialForm.VALIDITY, TrialForm.ROLES)) {
			keys.addAll(List.of("trial.kind." + kind, "trial.kind." + kind + ".text"));
		}
		for (Object change : List.of("gained", "lost", "moved", "lapsing")) {
			keys.addAll(List.of("trial." + change, "trial.short." + change));
		}
		add(keys, "migration.kind.", new Object[] { "module", "training", "scenario", "proof", "certificate" });
		add(keys, "duty.span.", new Object[] { "months", "days", "both" });
		add(keys, "extension.mistake.", new Object[] { "reason", "maanden", "datum" });
		add(keys, "trial.mistake.", new Object[] { "text", "rule", "curriculum", "choose", "number", "day" });
		for (String bundle : List.of("messages", "messages_en")) {
			assertThat(ResourceBundle.getBundle(bundle).keySet()).as(bundle).containsAll(keys);
		}
	}

	private static void add(Set<String> keys, String prefix, Object[] words) {
		Arrays.stream(words).forEach((word) -> keys.add(prefix + word));
	}

	private static Object[] fields(Class<? extends Record> form) {
		return Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName).toArray();
	}

}
