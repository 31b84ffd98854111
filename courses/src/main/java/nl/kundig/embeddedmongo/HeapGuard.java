package nl.kundig.embeddedmongo;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * Refuses writes before the memory is full, since a process without memory can do
 * nothing, not even remove data. It counts what each part of the heap held after it was
 * last cleared of garbage, so that garbage is not taken for data.
 */
final class HeapGuard {

	private static final long PERCENT = 100;

	private static final long BETWEEN_MEASURES = TimeUnit.MILLISECONDS.toNanos(200);

	private static final long BETWEEN_CLEARINGS = TimeUnit.SECONDS.toNanos(10);

	private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans()
		.stream()
		.filter((pool) -> pool.getType() == MemoryType.HEAP)
		.toList();

	private final AtomicLong measured = new AtomicLong(System.nanoTime() - BETWEEN_MEASURES);

	private final AtomicLong cleared = new AtomicLong(System.nanoTime() - BETWEEN_CLEARINGS);

	private volatile int percent;

	int percent() {
		if (isTime(this.measured, BETWEEN_MEASURES)) {
			measure();
		}
		return this.percent;
	}

	/**
	 * @throws MongoServerError when the memory is full
	 */
	void requireRoom() {
		if (percent() >= EmbeddedMongo.FULL_PERCENT && isTime(this.cleared, BETWEEN_CLEARINGS)) {
			// What was removed since counts until the next collection.
			System.gc();
			measure();
		}
		if (this.percent >= EmbeddedMongo.FULL_PERCENT) {
			throw new MongoServerError(146, "ExceededMemoryLimit",
					"not written: the memory is " + this.percent + " % full; remove data, or give Kundig more memory");
		}
	}

	private void measure() {
		long used = 0;
		for (MemoryPoolMXBean pool : this.pools) {
			MemoryUsage afterCollection = pool.getCollectionUsage();
			used += (afterCollection != null) ? afterCollection.getUsed() : 0;
		}
		this.percent = (int) (PERCENT * used / Runtime.getRuntime().maxMemory());
	}

	private static boolean isTime(AtomicLong last, long between) {
		long now = System.nanoTime();
		long before = last.get();
		return now - before >= between && last.compareAndSet(before, now);
	}

}
