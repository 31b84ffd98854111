package nl.kundig.courses.knowledge;

/** What the knowledge base holds. */
public enum KnowledgeKind implements Coded {

	SYMBOL, ORGANISATION

}
