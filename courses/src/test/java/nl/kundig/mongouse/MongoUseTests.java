package nl.kundig.mongouse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;
import nl.kundig.mongouse.ListedUses.SlowQuery;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MongoUseTests {

	private static final ListedUses LISTED = ListedUses.parse("""
			### What Kundig uses of MongoDB

			| What | Kundig uses | For |
			|---|---|---|
			| command | `find` `update` | reading, changing |
			| option of `find` | `filter` | |
			| filter | `equality` | |
			| type compared | `string` | |

			#### Exceptions to the index rule

			| Collection | Query | Why |
			|---|---|---|
			| `symbols` | `{}` | all are shown |

			### Licence

			| command | `drop` | no longer in the list |
			""".lines().toList());

	private final MongoRecorder recorder = new MongoRecorder(LISTED);

	@Test
	void saysNothingOfWhatIsListed() {
		record("{ find: 'learners', filter: { _id: 'ann' } }");
		assertThat(this.recorder.takeUnlisted()).isEmpty();
	}

	@Test
	void noticesWhatIsNotListedAndShowsAnExample() {
		record("{ find: 'learners', filter: { name: { $regex: '^A' } } }");
		assertThat(this.recorder.takeUnlisted()).containsOnlyKeys("filter `$regex`")
			.allSatisfy((use, example) -> assertThat(example).contains("learners", "\"$regex\": \"^A\""));
		assertThat(this.recorder.takeUnlisted()).isEmpty();
	}

	@Test
	void noticesACommandThatItCannotRead() {
		record("{ insert: 'learners' }");
		assertThat(this.recorder.takeUnlisted().keySet())
			.anySatisfy((what) -> assertThat(what).startsWith("a command that the tests cannot read"));
	}

	@Test
	void leavesOutWhatOnlyATestAsks() {
		this.recorder.without(() -> this.recorder.commandStarted(null));
		assertThat(this.recorder.used()).isEmpty();
	}

	@Test
	void noticesAQueryThatLooksAtTooMuchOnceUnlessThePageAllowsIt() {
		TestRun run = new TestRun(LISTED);
		QueryUse broken = new QueryUse("learners", "{name}", "every document", 3, 63, 3, 1);
		QueryUse allowed = new QueryUse("symbols", "{}", "every document", 1, 100, 1, 80);
		QueryUse kept = new QueryUse("learners", "{_id}", "_id", 9, 9, 9, -19);
		assertThat(run.newlyBroken(List.of(broken, allowed, kept))).singleElement()
			.satisfies((problem) -> assertThat(problem).contains("learners", "{name}"));
		assertThat(run.newlyBroken(List.of(broken, allowed, kept))).isEmpty();
	}

	@Test
	void readsThePageOnlyUnderItsOwnHeadings() {
		assertThat(LISTED.uses()).contains(new MongoUse("command", "find"))
			.doesNotContain(new MongoUse("command", "drop"));
		assertThat(LISTED.slowQueries()).containsExactly(Map.entry(new SlowQuery("symbols", "{}"), "all are shown"));
	}

	@Test
	void readsFilters() {
		assertThat(uses("""
				{ find: 'c', filter: { $or: [ { a: 1 }, { 'b.c': { $in: [ null, true ] } } ], d: /x/,
				  e: { $not: { $elemMatch: { f: { $gt: 1.5 } } } }, g: { $exists: true } },
				  sort: { a: -1, b: 1 }, projection: { a: 1, b: { $slice: 1 } }, limit: 1, singleBatch: false }"""))
			.containsExactlyInAnyOrder("command `find`", "option of `find` `filter`", "option of `find` `sort`",
					"option of `find` `projection`", "option of `find` `limit`", "filter `$or`", "filter `equality`",
					"filter `a.b`", "filter `$in`", "filter `regular expression`", "filter `$not`",
					"filter `$elemMatch`", "filter `$gt`", "filter `$exists`", "type compared `int32`",
					"type compared `null`", "type compared `boolean`", "type compared `double`", "sort `-1`",
					"sort `1`", "sort `more than one field`", "projection `field`", "projection `$slice`");
	}

	@Test
	void readsChanges() {
		assertThat(uses("""
				{ update: 'c', updates: [ { q: { _id: 'x' }, upsert: true, multi: false, u: {
				  $push: { a: { $each: [ { b: 1 } ], $slice: -5 } }, $pull: { c: { d: { $lt: 2 } } },
				  $set: { 'e.$[x].f': new Date(0), g: BinData(0, 'AA==') } } } ], ordered: true }"""))
			.containsExactlyInAnyOrder("command `update`", "option of `update` `updates`",
					"option of `update` `ordered`", "update of `update` `q`", "update of `update` `u`",
					"update of `update` `upsert`", "filter `equality`", "type compared `string`", "update `$push`",
					"modifier of `$push` `$each`", "modifier of `$push` `$slice`", "type stored `document`",
					"type stored `int32`", "update `$pull`", "filter `$lt`", "type compared `int32`", "update `$set`",
					"update `a.b`", "update `a.$[b]`", "type stored `date time`", "type stored `binary 0`");
	}

	@Test
	void readsWholeDocumentsAndUpdatesByPipeline() {
		assertThat(
				uses("{ update: 'c', updates: [ { q: {}, u: { _id: 1 } }, { q: {}, u: [ { $set: { a: '$b' } } ] } ] }"))
			.contains("update `whole document`", "type stored `int32`", "update `pipeline`", "stage `$set`",
					"expression `$field`");
		assertThat(uses("{ findAndModify: 'c', query: { a: 1 }, update: { $inc: { a: 1 } }, new: true }")).contains(
				"command `findAndModify`", "option of `findAndModify` `new`", "update `$inc`", "filter `equality`");
		assertThat(uses("{ delete: 'c', deletes: [ { q: { a: { $lte: 1 } }, limit: 0, collation: {} } ] }"))
			.contains("delete of `delete` `limit`", "delete of `delete` `collation`", "filter `$lte`");
	}

	@Test
	void readsPipelines() {
		assertThat(uses("""
				{ aggregate: 'c', cursor: {}, pipeline: [ { $match: { a: { $ne: 1 } } },
				  { $lookup: { from: 'd', as: 'e', pipeline: [ { $match: { $expr: { $eq: [ '$f', '$$g' ] } } } ] } },
				  { $facet: { h: [ { $count: 'n' } ] } }, { $group: { _id: 1, n: { $sum: 1 } } } ] }"""))
			.containsExactlyInAnyOrder("command `aggregate`", "option of `aggregate` `cursor`",
					"option of `aggregate` `pipeline`", "stage `$match`", "filter `$ne`", "type compared `int32`",
					"stage `$lookup`", "filter `$expr`", "expression `$eq`", "expression `$field`", "expression `$$g`",
					"stage `$facet`", "stage `$count`", "stage `$group`", "expression `$sum`");
	}

	@Test
	void readsIndexes() {
		assertThat(uses("""
				{ createIndexes: 'c', indexes: [ { key: { a: 1, 'b.c': -1 }, name: 'n', unique: true, sparse: false },
				  { key: { d: 'text' }, name: 'm', expireAfterSeconds: 1 } ] }""")).containsExactlyInAnyOrder(
				"command `createIndexes`", "option of `createIndexes` `indexes`", "option of an index `key`",
				"option of an index `name`", "option of an index `unique`", "option of an index `expireAfterSeconds`",
				"key of an index `1`", "key of an index `-1`", "key of an index `a.b`", "key of an index `text`",
				"key of an index `more than one field`");
	}

	@Test
	void readsTheRealPage() {
		assertThat(ListedUses.ofReadme().uses()).contains(new MongoUse("command", "find"));
		assertThat(ListedUses.ofReadme().slowQueries().values()).doesNotContain("");
	}

	private void record(String command) {
		this.recorder.record(BsonDocument.parse(command));
	}

	private static Set<String> uses(String command) {
		return CommandReader.read(BsonDocument.parse(command))
			.stream()
			.map(MongoUse::toString)
			.collect(Collectors.toSet());
	}

}
