package nl.kundig.embeddedmongo.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where stock mongo-java-server breaks the contract: the sentence, and what it does
 * instead. The documentation is right in each of them. A case that fails for any other
 * reason than a fault of stock does not belong here: the contract is wrong then.
 */
final class StockDifferences {

	static final Map<String, String> ALL = new LinkedHashMap<>();

	static {
		filters();
		reads();
		types();
		updates();
		writes();
		indexes();
	}

	private StockDifferences() {
	}

	private static void filters() {
		stockIsWrong("equality with an array finds that array and an array that contains it",
				"stock finds the array itself only");
		stockIsWrong("$in looks into arrays but not into arrays within them", "stock looks into arrays of any depth");
		stockIsWrong("conditions on one array may be met by different elements",
				"stock wants one element that meets all");
		stockIsWrong("$all wants every value in any order", "stock never finds a value that is not in an array");
		stockIsWrong("$in wants an array and $or a filled one", "stock fails with a cast and no code");
	}

	private static void reads() {
		stockIsWrong("an array within an array sorts after objects and before binary data",
				"stock sorts by the elements of the inner array");
		stockIsWrong("strings sort by their UTF-8 bytes", "stock sorts by UTF-16, which differs beyond U+FFFF");
		stockIsWrong("a projection does not mix including and excluding", "stock has one code for both ways of mixing");
	}

	private static void types() {
		stockIsWrong("an id may be of any type but an array or a pattern", "stock takes a pattern");
		stockIsWrong("an int that grows too large becomes a long, and a long is refused", "stock lets a long overflow");
		stockIsWrong("a document that grows beyond 16 MB is refused and stays as it was",
				"stock has no limit for updates");
		stockIsWrong("a document that grows beyond 16 MB by find-and-modify is refused",
				"stock has no limit for updates");
	}

	private static void updates() {
		stockIsWrong("$set adds new fields in the order of their names", "stock adds them as they are written");
		stockIsWrong("$inc and $mul refuse what is no number", "stock takes null for zero");
		stockIsWrong("a path cannot lead through a number or null", "stock replaces null by a document");
		stockIsWrong("a path may not have an empty part", "stock takes it");
		stockIsWrong("updating many with a replacement is refused", "stock refuses with a code of MongoDB 2");
		stockIsWrong("$addToSet compares numbers by value and documents by the order of their fields",
				"stock tells 1 from 1.0");
		stockIsWrong("$push and $addToSet refuse a field that is no array", "stock refuses with a code of MongoDB 2");
		stockIsWrong("$pull and $pop refuse a field that is no array", "stock refuses with a code of MongoDB 2");
		stockIsWrong("every array filter must be used and every one used must be given",
				"stock refuses with another code");
		stockIsWrong("find-and-modify does not remove and update at once",
				"stock removes and takes no notice of the rest");
	}

	private static void writes() {
		stockIsWrong("an ordered bulk stops at its first error and tells what it did before",
				"stock counts what it did not insert");
		stockIsWrong("an unordered bulk goes on after errors and tells them all",
				"stock counts what it did not insert");
		stockIsWrong("an error among updates keeps the updates before it and stops the bulk",
				"stock goes on after the error");
		stockIsWrong("a session without a transaction reads what it wrote", "stock has no sessions");
		stockIsWrong("an update sent again under its number is done once", "stock has no sessions");
		stockIsWrong("an insert sent again under its number meets no duplicate", "stock has no sessions");
		stockIsWrong("a find-and-modify sent again under its number returns the same", "stock has no sessions");
		stockIsWrong("an update sent again while the first still runs is done once", "stock has no sessions");
		stockIsWrong("a number of before is refused, and other sessions have their own", "stock has no sessions");
	}

	private static void indexes() {
		stockIsWrong("the index of the id is not dropped", "stock drops it");
		stockIsWrong("dropping all indexes leaves the id's and those of other collections",
				"stock looks for them in all collections");
		stockIsWrong("two collections have indexes of one name, and dropping one keeps the other",
				"stock has one name per database");
		stockIsWrong("a name of an index with other keys is refused", "stock replaces the index, and fails doing so");
		stockIsWrong("a second index of the same keys under another name is refused", "stock takes it");
		stockIsWrong("an index is not sparse and partial at once, and not partial by $ne",
				"stock ignores what an index is partial by");
		stockIsWrong("an index has fields, and each a direction", "stock takes any direction");
		stockIsWrong("a compound index takes one array per document", "stock keeps no index that is not unique");
		stockIsWrong("a partial unique index sees only what its filter finds", "stock ignores the filter");
		stockIsWrong("an update moves a document into and out of a partial unique index", "stock ignores the filter");
		stockIsWrong("a partial unique index takes ranges, types and existence", "stock ignores the filter");
		stockIsWrong("an index over arrays in two of its fields is not built",
				"stock keeps no index that is not unique");
	}

	private static void stockIsWrong(String sentence, String instead) {
		ALL.put(sentence, "MongoDB's documentation is right: " + instead);
	}

}
