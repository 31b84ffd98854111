package nl.kundig.embeddedmongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyBytesTests {

	/**
	 * In the order of "Comparison/Sort Order" in MongoDB's manual; in a list what is
	 * equal.
	 */
	private static final List<List<Object>> IN_ORDER = List.of(List.of(MinKey.getInstance()),
			List.of(KeyBytes.EMPTY_ARRAY), List.of(Missing.getInstance()), List.of(Double.NaN),
			List.of(Double.NEGATIVE_INFINITY), List.of(Long.MIN_VALUE), List.of(-1e18), List.of(-2.5, dec("-2.5")),
			List.of(-1, -1L, -1.0), List.of(0, 0L, 0.0, -0.0), List.of(Double.MIN_VALUE), List.of(1, 1L, 1.0, dec("1")),
			List.of(1.5, dec("1.5")), List.of(9007199254740992L, 9007199254740992.0), List.of(9007199254740993L),
			List.of(9007199254740994L, 9007199254740994.0), List.of(Long.MAX_VALUE - 1), List.of(Long.MAX_VALUE),
			List.of(0x1p63), List.of(Double.POSITIVE_INFINITY), List.of(""), List.of("\u0000"), List.of("a"),
			List.of("a\u0000"), List.of("a\u0000b"), List.of("aa"), List.of("b"), List.of("é"), List.of("\uFFFD"),
			List.of("\uD83D\uDE00"), List.of(new Document()), List.of(new Document("a", 1)),
			List.of(new Document("a", 1).append("b", 1)), List.of(new Document("a", 2)), List.of(new Document("b", 1)),
			List.of(new Document("a", "text")), List.of(List.of()), List.of(List.of(1)), List.of(List.of(1, 1)),
			List.of(List.of(2)), List.of(new BinData(new byte[] { 1 })), List.of(new BinData(new byte[] { 0, 0 })),
			List.of(new UUID(0, 1)), List.of(new UUID(1, 0)), List.of(new ObjectId(new byte[12])), List.of(false),
			List.of(true), List.of(Instant.ofEpochMilli(-1)), List.of(Instant.EPOCH), List.of(Instant.ofEpochMilli(1)),
			List.of(MaxKey.getInstance()));

	@Test
	void sortsAsMongoDbSorts() {
		for (int i = 0; i < IN_ORDER.size(); i++) {
			for (int j = 0; j < IN_ORDER.size(); j++) {
				for (Object one : IN_ORDER.get(i)) {
					for (Object other : IN_ORDER.get(j)) {
						int order = Integer.signum(Arrays.compareUnsigned(KeyBytes.of(one), KeyBytes.of(other)));
						assertThat(order).as("%s to %s", one, other).isEqualTo(Integer.compare(i, j));
					}
				}
			}
		}
	}

	@Test
	void sortsSeveralValuesOneAfterTheOther() {
		Random random = new Random(7);
		List<List<Integer>> ranks = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			ranks.add(List.of(random.nextInt(IN_ORDER.size()), random.nextInt(IN_ORDER.size())));
		}
		for (List<Integer> one : ranks) {
			for (List<Integer> other : ranks) {
				int first = Integer.compare(one.getFirst(), other.getFirst());
				int second = -Integer.compare(one.getLast(), other.getLast());
				assertThat(Integer.signum(Arrays.compareUnsigned(descendingSecond(one), descendingSecond(other))))
					.as("%s to %s", one, other)
					.isEqualTo((first != 0) ? first : second);
			}
		}
	}

	@Test
	void isNeverTheBeginningOfAnother() {
		for (List<Object> one : IN_ORDER) {
			for (List<Object> other : IN_ORDER) {
				assertThat(
						one != other && KeyBytes.startsWith(KeyBytes.of(one.getFirst()), KeyBytes.of(other.getFirst())))
					.as("%s begins with %s", one, other)
					.isFalse();
			}
		}
	}

	private static byte[] descendingSecond(List<Integer> ranks) {
		return new KeyBytes().append(IN_ORDER.get(ranks.getFirst()).getFirst(), true)
			.append(IN_ORDER.get(ranks.getLast()).getFirst(), false)
			.toBytes();
	}

	private static Decimal128 dec(String value) {
		return Decimal128.fromNumber(new java.math.BigDecimal(value));
	}

}
