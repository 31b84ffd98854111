package nl.kundig.courses.knowledge;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.util.Assert;

/** The knowledge base: looking things up, publishing the starter content, revising. */
@Service
public class KnowledgeService {

	private final SymbolRepository symbols;

	private final OrganisationRepository organisations;

	private final ApplicationEventPublisher events;

	KnowledgeService(SymbolRepository symbols, OrganisationRepository organisations, ApplicationEventPublisher events) {
		this.symbols = symbols;
		this.organisations = organisations;
		this.events = events;
	}

	public Optional<Symbol> symbol(String slug) {
		return this.symbols.findById(slug);
	}

	public Optional<Organisation> organisation(String slug) {
		return this.organisations.findById(slug);
	}

	/** All symbols, by name. */
	public List<Symbol> symbols() {
		return this.symbols.findAll().stream().sorted(Comparator.comparing(Symbol::name, dutchOrder())).toList();
	}

	/** All organisations, by name. */
	public List<Organisation> organisations() {
		return this.organisations.findAll()
			.stream()
			.sorted(Comparator.comparing(Organisation::name, dutchOrder()))
			.toList();
	}

	/** Publishes what a content file says; what an editor revised stays. */
	public void publishStarter(Symbol symbol) {
		Symbol known = symbol(symbol.slug()).orElse(null);
		if (known == null) {
			this.symbols.save(symbol);
		}
		else if (known.revisedBy() == null && !known.starterHash().equals(symbol.starterHash())) {
			this.symbols.save(symbol.replacing(known));
		}
		else {
			return;
		}
		this.events.publishEvent(new KnowledgeItemPublished(KnowledgeKind.SYMBOL, symbol.slug()));
	}

	/** Publishes what a content file says; what an editor revised stays. */
	public void publishStarter(Organisation organisation) {
		Organisation known = organisation(organisation.slug()).orElse(null);
		if (known == null) {
			this.organisations.save(organisation);
		}
		else if (known.revisedBy() == null && !known.starterHash().equals(organisation.starterHash())) {
			this.organisations.save(organisation.replacing(known));
		}
		else {
			return;
		}
		this.events.publishEvent(new KnowledgeItemPublished(KnowledgeKind.ORGANISATION, organisation.slug()));
	}

	/**
	 * Saves an editor's text. Fails with an {@code OptimisticLockingFailureException}
	 * when somebody else saved since that editor started.
	 */
	public Symbol revise(Symbol changed) {
		Assert.notNull(changed.revision(), "a revision starts from a stored symbol");
		Assert.hasText(changed.name(), "name is blank");
		Assert.hasText(changed.looks(), "looks is blank");
		Assert.hasText(changed.meaning(), "meaning is blank");
		Assert.hasText(changed.otherMeanings(), "otherMeanings is blank");
		long questions = changed.contextQuestions().stream().filter((question) -> !question.isBlank()).count();
		Assert.isTrue(questions >= Symbol.FEWEST_QUESTIONS, "too few context questions");
		Symbol saved = this.symbols.save(changed);
		this.events.publishEvent(new KnowledgeItemPublished(KnowledgeKind.SYMBOL, saved.slug()));
		return saved;
	}

	private static Comparator<Object> dutchOrder() {
		return Collator.getInstance(Locale.of("nl"));
	}

}
