package nl.kundig.courses.knowledge;

import java.util.List;

import nl.kundig.courses.CoursesTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.event.ApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@CoursesTest
class KnowledgeServiceTests {

	private static final List<String> QUESTIONS = List.of("Waar?", "Wie?");

	private static final KnowledgeItemPublished SYMBOL_88 = new KnowledgeItemPublished(KnowledgeKind.SYMBOL, "88");

	@Autowired
	private KnowledgeService knowledge;

	@Test
	void publishesAStarterOnce(ApplicationEvents events) {
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Code"));
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Code"));
		assertThat(events.stream(KnowledgeItemPublished.class)).containsExactly(SYMBOL_88);
		assertThat(symbol().meaning()).isEqualTo("Code");
	}

	@Test
	void publishesAChangedStarter(ApplicationEvents events) {
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Code"));
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Beter gezegd"));
		assertThat(events.stream(KnowledgeItemPublished.class)).containsExactly(SYMBOL_88, SYMBOL_88);
		assertThat(symbol().meaning()).isEqualTo("Beter gezegd");
	}

	@Test
	void keepsWhatAnEditorRevised(ApplicationEvents events) {
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Code"));
		this.knowledge.revise(Symbols.revised(symbol(), "Zegt de redactie", QUESTIONS));
		events.clear();
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Zegt het bestand"));
		assertThat(symbol().meaning()).isEqualTo("Zegt de redactie");
		assertThat(symbol().revisedBy()).isEqualTo("Eva");
		assertThat(events.stream(KnowledgeItemPublished.class)).isEmpty();
	}

	@Test
	void tellsOfARevision(ApplicationEvents events) {
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Code"));
		events.clear();
		this.knowledge.revise(Symbols.revised(symbol(), "Zegt de redactie", QUESTIONS));
		assertThat(events.stream(KnowledgeItemPublished.class)).containsExactly(SYMBOL_88);
	}

	@Test
	void refusesARevisionOfAnOldText() {
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Code"));
		Symbol seenByBoth = symbol();
		this.knowledge.revise(Symbols.revised(seenByBoth, "Zegt Eva", QUESTIONS));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.knowledge.revise(Symbols.revised(seenByBoth, "Zegt Kees", QUESTIONS)));
		assertThat(symbol().meaning()).isEqualTo("Zegt Eva");
	}

	@Test
	void refusesARevisionWithoutMeaningOrWithTooFewQuestions() {
		this.knowledge.publishStarter(Symbols.starter("88", "88", "Code"));
		Symbol stored = symbol();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.knowledge.revise(Symbols.revised(stored, " ", QUESTIONS)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.knowledge.revise(Symbols.revised(stored, "Code", List.of("Waar?", " "))));
		assertThat(symbol()).isEqualTo(stored);
	}

	@Test
	void publishesOrganisations(ApplicationEvents events) {
		this.knowledge.publishStarter(Symbols.organisation("net", "Net", "Netwerk"));
		this.knowledge.publishStarter(Symbols.organisation("net", "Net", "Netwerk"));
		this.knowledge.publishStarter(Symbols.organisation("net", "Net", "Beter gezegd"));
		assertThat(events.stream(KnowledgeItemPublished.class)).hasSize(2)
			.containsOnly(new KnowledgeItemPublished(KnowledgeKind.ORGANISATION, "net"));
		assertThat(this.knowledge.organisation("net")).map(Organisation::description).contains("Beter gezegd");
	}

	@Test
	void listsByNameAsTheDutchDo() {
		this.knowledge.publishStarter(Symbols.starter("z", "Zon", "Code"));
		this.knowledge.publishStarter(Symbols.starter("e", "Één", "Code"));
		this.knowledge.publishStarter(Symbols.starter("a", "anker", "Code"));
		this.knowledge.publishStarter(Symbols.starter("h", "Hamer", "Code"));
		assertThat(this.knowledge.symbols()).extracting(Symbol::name).containsExactly("anker", "Één", "Hamer", "Zon");
	}

	private Symbol symbol() {
		return this.knowledge.symbol("88").orElseThrow();
	}

}
