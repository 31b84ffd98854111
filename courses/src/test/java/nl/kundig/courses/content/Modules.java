package nl.kundig.courses.content;

import java.time.Instant;
import java.util.List;

import nl.kundig.courses.TestClock;

/** Modules to read, with sections s1 and s2. */
public final class Modules {

	private Modules() {
	}

	public static LearningModule titled(LearningModuleId module, String title) {
		return titled(module, title, TestClock.START);
	}

	static LearningModule titled(LearningModuleId module, String title, Instant publishedAt) {
		return LearningModule.of(module, title, "Samenvatting", List.of("Je weet het"), List
			.of(new Section("s1", "Een", 5, List.of(), "Tekst"), new Section("s2", "Twee", 5, List.of(), "Tekst")),
				List.of(), publishedAt);
	}

}
