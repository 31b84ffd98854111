package nl.kundig.embeddedmongo;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;

/**
 * An index as the library knows it. The collection keeps its indexes itself, together
 * with its documents, so this only names one and finds records by {@code _id}.
 */
final class LibraryIndex extends Index<Long> {

	private final IndexDefinition definition;

	private final StoredCollection collection;

	LibraryIndex(IndexDefinition definition, StoredCollection collection) {
		// Of an index that is not sparse the library wants a record for each document.
		super(definition.name(),
				definition.parts().stream().map((part) -> new IndexKey(part.field(), part.ascending())).toList(),
				!definition.name().equals(IndexDefinition.ID));
		this.definition = definition;
		this.collection = collection;
	}

	IndexDefinition definition() {
		return this.definition;
	}

	@Override
	public Long getPosition(Document document) {
		return find(document);
	}

	@Override
	public Long remove(Document document) {
		return find(document);
	}

	@Override
	public boolean canHandle(Document query) {
		return false;
	}

	@Override
	public Iterable<Long> getPositions(Document query) {
		return List.of();
	}

	/** Never empty, so that the library does not fill it. */
	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public long getCount() {
		SortedIndex index = this.collection.visible().index(getName());
		return (index != null) ? index.entries().size() : 0;
	}

	@Override
	public long getDataSize() {
		return 0;
	}

	@Override
	public boolean isUnique() {
		return this.definition.unique();
	}

	@Override
	public void checkAdd(Document document, MongoCollection<Long> to) {
		// Checked when the collection adds it.
	}

	@Override
	public void add(Document document, Long position, MongoCollection<Long> to) {
		// The collection does.
	}

	@Override
	public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Long> in) {
		// Checked when the collection changes it.
	}

	@Override
	public void updateInPlace(Document oldDocument, Document newDocument, Long position, MongoCollection<Long> in) {
		// The collection does.
	}

	@Override
	public void drop() {
		// The collection does.
	}

	@SuppressWarnings("NullAway") // The library takes null for "not found".
	private Long find(Document document) {
		return this.definition.name().equals(IndexDefinition.ID) ? this.collection.findRecord(document.get("_id"))
				: null;
	}

}
