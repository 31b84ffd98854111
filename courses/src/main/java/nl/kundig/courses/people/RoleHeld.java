package nl.kundig.courses.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A role somebody holds or held. It stays when it ends, and so does what was known
 * before.
 *
 * @param municipality where; for partners the municipality they work with
 * @param partner the employer when that is not the municipality
 * @param unit the part of the organisation, or null when it is not known
 * @param from first day, Europe/Amsterdam
 * @param until last day, or null while no end is known
 * @param source where this was learned: "by hand", an import
 * @param actor who wrote it down
 * @param recordedAt when Kundig learned of it
 * @param endings every ending that was written down, the first one first
 */
public record RoleHeld(LearnerRole role, MunicipalityId municipality, @Nullable PartnerId partner,
		@Nullable UnitId unit, LocalDate from, @Nullable LocalDate until, String source, String actor,
		Instant recordedAt, List<RoleEnding> endings) {

	/** What is said of a role when nobody says where it was learned. */
	static final String BY_HAND = "by hand";

	// What was stored before sources were kept has none of these.
	public RoleHeld {
		source = (source != null) ? source : BY_HAND;
		actor = (actor != null) ? actor : "";
		endings = (endings != null) ? List.copyOf(endings) : List.of();
	}

	public static RoleHeld of(LearnerRole role, MunicipalityId municipality, @Nullable PartnerId partner,
			LocalDate from, @Nullable LocalDate until, Instant recordedAt) {
		return new RoleHeld(role, municipality, partner, null, from, until, BY_HAND, "", recordedAt, List.of());
	}

	/** Held from the first through the last day. */
	public boolean isHeldOn(LocalDate day) {
		return !day.isBefore(this.from) && (this.until == null || !day.isAfter(this.until));
	}

	/** The same role at the same place, at any time. */
	public boolean isSameAs(RoleHeld other) {
		return this.role == other.role && this.municipality.equals(other.municipality)
				&& Optional.ofNullable(this.partner).equals(Optional.ofNullable(other.partner))
				&& Optional.ofNullable(this.unit).equals(Optional.ofNullable(other.unit));
	}

	public boolean overlaps(RoleHeld other) {
		return (this.until == null || !this.until.isBefore(other.from))
				&& (other.until == null || !other.until.isBefore(this.from));
	}

	RoleHeld ending(RoleEnding ending) {
		List<RoleEnding> all = new ArrayList<>(this.endings);
		all.add(ending);
		return new RoleHeld(this.role, this.municipality, this.partner, this.unit, this.from, ending.lastDay(),
				this.source, this.actor, this.recordedAt, all);
	}

	/** The role as it was known then; empty when it was not known yet. */
	public Optional<RoleHeld> knownAt(Instant instant) {
		if (this.recordedAt.isAfter(instant)) {
			return Optional.empty();
		}
		return Optional.of(withEndings((ending) -> !ending.recordedAt().isAfter(instant)));
	}

	/**
	 * The role as a report of that day tells it. An end on that day or later shows when
	 * it was written down by then; an earlier one counts whenever it was written down. So
	 * whatever is written down later and is not of an earlier day leaves the report as it
	 * was.
	 */
	public RoleHeld asOf(LocalDate day) {
		if (this.until != null && this.until.isBefore(day)) {
			return this;
		}
		RoleHeld known = withEndings((ending) -> !ending.recordedOn().isAfter(day));
		// Who seemed to have left and had not held it all the same.
		return (known.until != null && known.until.isBefore(day)) ? this : known;
	}

	private RoleHeld withEndings(Predicate<RoleEnding> wanted) {
		List<RoleEnding> known = this.endings.stream().filter(wanted).toList();
		if (known.size() == this.endings.size()) {
			return this;
		}
		LocalDate last = known.isEmpty() ? this.endings.getFirst().planned() : known.getLast().lastDay();
		return new RoleHeld(this.role, this.municipality, this.partner, this.unit, this.from, last, this.source,
				this.actor, this.recordedAt, known);
	}

	private LocalDate recordedOn() {
		return LocalDate.ofInstant(this.recordedAt, PeopleService.ZONE);
	}

	/** Whether a report of that day can tell of the role at all. */
	boolean isKnownAsOf(LocalDate day) {
		return !this.from.isAfter(day) || !recordedOn().isAfter(day);
	}

}
