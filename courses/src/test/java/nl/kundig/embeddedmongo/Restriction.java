package nl.kundig.embeddedmongo;

/**
 * What the histories leave out, and why: here MongoDB promises nothing, or the library
 * that the store is built on (mongo-java-server, its matcher and its update operators)
 * answers otherwise than MongoDB. The naive store says {@link #applies} when an operation
 * would come there, and the operation is skipped; where a constant is not used in code,
 * the values and shapes that {@link RandomValues} and {@link RandomHistory} choose from
 * keep clear of it.
 */
enum Restriction {

	/** MongoDB: error 14 or 2, or 28 on the way; the library takes null for missing. */
	UPDATE_OF_NULL("$inc, $mul, $push, $pull and $addToSet on null, or a path through null"),

	/** MongoDB changes the type; the library sees no change or counts none. */
	SAME_NUMBER_OTHER_TYPE("1 becomes 1.0 or stands beside it in a set"),

	/** MongoDB: error 28 or no change; the library goes into every element. */
	UPDATE_THROUGH_ARRAY("a field of the elements of an array is updated, other than with $set"),

	/** MongoDB: error 2; the library: 10141. */
	ADD_TO_SET_TO_OTHER("$addToSet to what is no array"),

	/** MongoDB moves the field to the end; the library overwrites it in its place. */
	RENAME_ONTO_FIELD("$rename onto a field that is there"),

	/** MongoDB refuses it at once; the library when it finds a document. */
	CONFLICT_WITHOUT_MATCH("an update that contradicts itself and finds no document"),

	/** What remains then depends on which document came first, in MongoDB too. */
	UPDATE_STOPPED_MIDWAY("an update of several documents of which one fails or meets the key of another"),

	/** MongoDB promises no order; a bulk of such steps has too many right answers. */
	ANY_OF_SEVERAL_IN_BULK("a step of a bulk that changes one of several documents"),

	/** MongoDB stops; the library executes the other updates of the same command. */
	UPDATE_AFTER_FAILED_UPDATE("an ordered bulk with an update after one that failed"),

	/** MongoDB: parallel arrays are refused, one array is compared element by element. */
	SORT_BY_TWO_ARRAYS("a sort by two keys that both meet arrays"),

	/**
	 * MongoDB: each bound may be met by another element; the library wants one for both.
	 */
	BOTH_BOUNDS_ON_ARRAY("two operators in one condition on a path that meets an array; $and is generated"),

	/** MongoDB: none may; the library: one does not. */
	NOT_THROUGH_ARRAY("$exists: false and $not on a field of the elements of an array"),

	/** MongoDB matches null and missing; the library nothing. */
	RANGE_OF_NULL("$gte and $lte null"),

	/**
	 * MongoDB: only an equal element matches; the library looks into the elements, and {}
	 * matches all.
	 */
	WHOLE_DOCUMENT_IN_ARRAY("equality with a document on an array or a scalar, and with an empty document"),

	/**
	 * MongoDB does not look at scalars there; the library takes their field for missing.
	 */
	SCALAR_BESIDE_DOCUMENTS("an array that mixes documents and scalars, or holds arrays"),

	/** MongoDB compares bytes of UTF-8; the library UTF-16 units. */
	SURROGATES_BESIDE_HIGH_CHARACTERS("emoji compared with characters from U+E000 to U+FFFF"),

	/** MongoDB: NaN first, and overflow refused; the library: last, and wraps. */
	NAN_AND_OVERFLOW("NaN, and whole numbers near their limits"),

	/** MongoDB looks at strings only; the library at the text of every value. */
	REGEX_ON_OTHER_TYPES("a regular expression that fits the text of a number, a date or a boolean"),

	/** MongoDB makes an ObjectId; the library takes the first of them. */
	UPSERT_WITH_CHOICE("an upsert whose filter has $in, $or, $elemMatch or $all"),

	/**
	 * MongoDB keeps it, and sorts what an update adds; the library goes by projection,
	 * update and old document.
	 */
	ORDER_OF_FIELDS("the order of the fields of a whole document is not compared, that in nested ones is"),

	/** MongoDB passes over it; the library closes the connection. */
	DISTINCT_OF_MISSING("a distinct over a field that an element of an array lacks"),

	/**
	 * MongoDB says so with a code that the driver keeps to itself; the library may have
	 * made the collection.
	 */
	DROP_INDEX_OF_NOTHING("an index is dropped from a collection that is not there"),

	/** MongoDB counts what was inserted; the library what was sent. */
	COUNT_OF_FAILED_INSERT("the number of inserted documents of a bulk with errors is not compared"),

	/** MongoDB: code 85 or 86, by version. */
	INDEX_WITH_OTHER_OPTIONS("an index on the keys of another one, with other options"),

	/**
	 * Not a matter of storage; the library's position of the match has rules of its own.
	 */
	POSITIONAL_UPDATE("$, $[] and $[x] in the path of an update");

	private final String what;

	Restriction(String what) {
		this.what = what;
	}

	Applies applies() {
		return new Applies(this);
	}

	static void when(boolean met, Restriction restriction) {
		if (met) {
			throw restriction.applies();
		}
	}

	static final class Applies extends RuntimeException {

		private final Restriction restriction;

		private Applies(Restriction restriction) {
			super(restriction.what);
			this.restriction = restriction;
		}

		Restriction restriction() {
			return this.restriction;
		}

	}

}
