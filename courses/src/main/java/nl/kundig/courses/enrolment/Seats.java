package nl.kundig.courses.enrolment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.kundig.courses.people.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * How many seats there are and which are taken. Quotas are kept for their municipality
 * until they are released, the reserve for the region; the rest is everybody's. However
 * the parts are cut, no more are free than the capacity leaves.
 */
public final class Seats {

	private final int capacity;

	private final int reserve;

	private final Map<MunicipalityId, Integer> quotas;

	private final Map<Pool, Integer> taken;

	private Seats(int capacity, int reserve, Map<MunicipalityId, Integer> quotas, Map<Pool, Integer> taken) {
		this.capacity = capacity;
		this.reserve = reserve;
		this.quotas = quotas;
		this.taken = taken;
	}

	/** As they stand on that day. */
	static Seats of(TrainingSession session, LocalDate day) {
		SessionTerms terms = session.plan().terms();
		Map<MunicipalityId, Integer> quotas = new HashMap<>();
		if (!isReleased(terms, day)) {
			terms.quotas().forEach((quota) -> quotas.put(quota.municipality(), quota.seats()));
		}
		Map<Pool, Integer> taken = new HashMap<>();
		for (Enrolment enrolment : session.enrolments()) {
			if (enrolment.pool() != null) {
				taken.merge(enrolment.pool(), 1, Integer::sum);
			}
		}
		return new Seats(terms.capacity(), terms.reserve(), quotas, taken);
	}

	private static boolean isReleased(SessionTerms terms, LocalDate day) {
		LocalDate releaseOn = terms.releaseOn();
		return releaseOn != null && !day.isBefore(releaseOn);
	}

	public int capacity() {
		return this.capacity;
	}

	/** All that are taken, also those that are only kept for somebody. */
	public int taken() {
		return this.taken.values().stream().mapToInt(Integer::intValue).sum();
	}

	public int taken(Pool pool) {
		return this.taken.getOrDefault(pool, 0);
	}

	/** All that nobody has, whoever may take them. */
	public int free() {
		return Math.max(0, this.capacity - taken());
	}

	public int free(Pool pool) {
		int size = switch (pool.kind()) {
			case QUOTA -> quota(pool.municipality());
			case RESERVE -> this.reserve;
			case GENERAL -> this.capacity - keptApart();
		};
		return Math.max(0, Math.min(free(), size - taken(pool)));
	}

	/** How many people of this municipality may take. */
	public int freeFor(MunicipalityId municipality) {
		return Math.min(free(), free(Pool.quota(municipality)) + free(Pool.GENERAL));
	}

	/** Where the next seat for this municipality comes from: its own quota first. */
	Optional<Pool> poolFor(MunicipalityId municipality) {
		return List.of(Pool.quota(municipality), Pool.GENERAL).stream().filter((pool) -> free(pool) > 0).findFirst();
	}

	/** The same with one more taken. */
	Seats with(Pool pool) {
		Map<Pool, Integer> more = new HashMap<>(this.taken);
		more.merge(pool, 1, Integer::sum);
		return new Seats(this.capacity, this.reserve, this.quotas, more);
	}

	private int quota(@Nullable MunicipalityId municipality) {
		return (municipality != null) ? this.quotas.getOrDefault(municipality, 0) : 0;
	}

	/** Seats outside the general part, kept or taken. */
	private int keptApart() {
		Set<Pool> apart = new HashSet<>(this.taken.keySet());
		this.quotas.keySet().forEach((municipality) -> apart.add(Pool.quota(municipality)));
		apart.add(Pool.RESERVE);
		apart.remove(Pool.GENERAL);
		return apart.stream()
			.mapToInt((pool) -> Math.max(taken(pool),
					(pool.kind() == Pool.Kind.RESERVE) ? this.reserve : quota(pool.municipality())))
			.sum();
	}

}
