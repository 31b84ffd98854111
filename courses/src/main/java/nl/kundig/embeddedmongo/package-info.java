/**
 * A MongoDB stand-in inside this process, for the default run and the tests: the real
 * driver speaks the real wire protocol to it over a free loopback port, and its files lie
 * in one folder. {@link nl.kundig.embeddedmongo.EmbeddedMongo} is the only door.
 *
 * <p>
 * <b>Whose code does what.</b> The library mongo-java-server-core knows the protocol,
 * matches filters, changes documents and runs aggregations. Storing, indexing and finding
 * are ours, behind the places where the library may be extended:
 *
 * <pre>
 * Server, WireProtocol   listen and read messages
 *   Backend              lets in who knows the secret; Refusals; Sessions; HeapGuard
 *     Database           collections and indexes by name
 *       StoredCollection one collection: reads and writes
 *         CollectionState  its documents and indexes at one moment
 *           SortedIndex, IndexDefinition, KeyBytes
 *         Planner, Plan, Conditions  which index answers a query
 *   Journal              what is written to the file
 *     StoreFolder, JournalFile, JournalRecord
 *   Tidier               in the background: expiry and compaction
 * </pre>
 *
 * <p>
 * <b>Reading.</b> A {@code CollectionState} never changes: documents are BSON bytes in a
 * tree by number of record, large ones left in their file, each index is a tree of bytes
 * that sort like its values. A write makes a new state that shares nearly all of both. A
 * reader takes the state of the moment and needs no lock, whatever happens meanwhile; it
 * can neither see half a change nor miss a document that another write moves in an index.
 *
 * <p>
 * <b>Writing.</b> One writer at a time has a collection. It builds on the <i>pending</i>
 * state, appends a record to the journal, and lets go; before its reply the command waits
 * until the record is in the file, and only then the state becomes <i>visible</i>.
 * Commands that wait together share one write. When the file cannot be written they are
 * all refused, the journal begins a new <i>era</i>, and each collection goes back from
 * pending to visible: what was refused never was.
 *
 * <p>
 * <b>Finding.</b> The planner takes from a filter what is demanded equal, within a range
 * or as a start, and compares the indexes by the number of keys they leave, which the
 * trees know without counting. What an index finds is always matched against the whole
 * filter again.
 *
 * <p>
 * <b>Files.</b> See {@code StoreFolder} and {@code JournalRecord}. A file that ends in
 * the middle of its last record is one whose process died: that record was not
 * acknowledged and is cut off. Anything else that does not check is damage, and stops the
 * start before anything is changed.
 *
 * <p>
 * <b>What it is not.</b> It has no transactions, collations, text indexes or change
 * streams, and refuses what it does not offer. All but large documents is in memory: some
 * millions of documents, not more. For more than one application, or to survive a
 * machine, name a MongoDB.
 */
@NullMarked
package nl.kundig.embeddedmongo;

import org.jspecify.annotations.NullMarked;
