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

	/** MongoDB: error 2; the library takes null for an empty array, or for missing. */
	ARRAY_UPDATE_OF_NULL("$push, $pull and $addToSet on null"),

	/**
	 * MongoDB: error 14, or 28 on the way; the library takes null for missing, and what
	 * the store checks beyond the library ends at an array.
	 */
	UPDATE_OF_NULL_IN_ARRAY("$inc and $mul on null at a position of an array, and any path through such a null"),

	/**
	 * MongoDB: error 14 or 2; what the store checks beyond the library it checks of
	 * documents that are there.
	 */
	UPSERT_FROM_BAD_NUMBER("an upsert with $inc or $mul on a null of its filter, or beyond the whole numbers"),

	/** MongoDB changes the type; the library does not with $set, and counts no change. */
	SAME_NUMBER_OTHER_TYPE("an update makes 1.0 of 1; replacements are generated"),

	/**
	 * MongoDB: error 28, or no change with $unset; the library removes the field from
	 * each element, answers 14, or does nothing.
	 */
	UPDATE_THROUGH_ARRAY("a field of the elements of an array is updated, other than with $set"),

	/** MongoDB moves the field to the end; the library overwrites it in its place. */
	RENAME_ONTO_FIELD("$rename onto a field of a nested document that is there"),

	/** MongoDB refuses it at once; the library when it finds a document. */
	REFUSED_WITHOUT_MATCH("an update that contradicts itself, or adds a text, and finds no document"),

	/** What remains then depends on which document came first, in MongoDB too. */
	UPDATE_STOPPED_MIDWAY("an update of several documents of which one fails or meets the key of another"),

	/** MongoDB promises no order; a bulk of such steps has too many right answers. */
	ANY_OF_SEVERAL_IN_BULK("a step of a bulk that changes one of several documents"),

	/** MongoDB: parallel arrays are refused, one array is compared element by element. */
	SORT_BY_TWO_ARRAYS("a sort by two keys that both meet arrays"),

	/**
	 * MongoDB does not look at scalars there; the library takes their field for missing.
	 */
	NULL_BESIDE_SCALARS("a field is null, where an array mixes documents and scalars"),

	/** MongoDB's documentation does not say what a path finds in it. */
	ARRAY_IN_ARRAY("an array directly in an array"),

	/** MongoDB compares bytes of UTF-8; the library, for a range, UTF-16 units. */
	SURROGATES_BESIDE_HIGH_CHARACTERS("emoji compared with characters from U+E000 to U+FFFF"),

	/** MongoDB: no range but that of NaN itself holds it; the library: the greatest. */
	NOT_A_NUMBER("NaN"),

	/** MongoDB compares exactly; the library takes 1e300 for the largest long. */
	NUMBERS_NEAR_THE_LIMIT("whole numbers beyond 10^18; $inc and $mul beyond the limit are generated"),

	/** MongoDB looks at strings only; the library at the text of every value. */
	REGEX_ON_OTHER_TYPES("a regular expression that fits the text of a number, a date or a boolean"),

	/** MongoDB makes an ObjectId; the library takes the first of them. */
	UPSERT_OF_CHOSEN_ID("an upsert whose filter has several ids; a choice of other fields is generated"),

	/**
	 * MongoDB keeps it, and sorts what an update adds; the library goes by projection,
	 * update and old document.
	 */
	ORDER_OF_FIELDS("the order of the fields of a whole document is not compared, that in nested ones is"),

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
