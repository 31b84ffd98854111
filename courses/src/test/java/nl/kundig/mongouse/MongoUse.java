package nl.kundig.mongouse;

/**
 * One thing asked of MongoDB, in the words of the list.
 *
 * @param where the row: "filter", or "option of `find`"
 * @param what the name in it: "$elemMatch", or "limit"
 */
record MongoUse(String where, String what) implements Comparable<MongoUse> {

	@Override
	public int compareTo(MongoUse other) {
		int byWhere = this.where.compareTo(other.where);
		return (byWhere != 0) ? byWhere : this.what.compareTo(other.what);
	}

	@Override
	public String toString() {
		return this.where + " `" + this.what + "`";
	}

}
