package nl.kundig.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import nl.kundig.courses.enrolment.SessionRefused.Reason;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

/** Refuses a session that cannot be. */
final class SessionCheck {

	private static final int LONGEST_TEXT = 300;

	private static final int MOST_HALF_DAYS = 40;

	private static final int FURTHEST_YEARS = 3;

	private final Owner owner;

	private final Actor by;

	private final Instant now;

	private final LocalDate today;

	/** Whether people of a municipality may come. */
	private final Predicate<MunicipalityId> openTo;

	SessionCheck(Owner owner, Actor by, Instant now, Predicate<MunicipalityId> openTo) {
		this.owner = owner;
		this.by = by;
		this.now = now;
		this.today = LocalDate.ofInstant(now, PeopleService.ZONE);
		this.openTo = openTo;
	}

	void of(SessionPlan plan) {
		checkMayRun();
		checkHalfDays(plan.halfDays());
		checkVenue(plan.venue());
		checkTerms(plan.terms(), plan.halfDays().getFirst().date());
		if (plan.terms().closingDay().isBefore(this.today)) {
			throw new SessionRefused(Reason.CLOSES_IN_THE_PAST, plan.terms().closingDay());
		}
	}

	void checkMayRun() {
		if (!this.owner.isRunBy(this.by)) {
			throw new SessionRefused(Reason.NOT_YOUR_SESSION, this.owner.name());
		}
	}

	void checkHalfDays(List<HalfDay> halfDays) {
		if (halfDays.isEmpty()) {
			throw new SessionRefused(Reason.NO_HALF_DAY, "");
		}
		if (halfDays.size() > MOST_HALF_DAYS) {
			throw new SessionRefused(Reason.TOO_MANY_HALF_DAYS, halfDays.size());
		}
		HalfDay before = null;
		for (HalfDay halfDay : halfDays) {
			if (!halfDay.until().isAfter(halfDay.from())) {
				throw new SessionRefused(Reason.ENDS_BEFORE_IT_STARTS, halfDay);
			}
			if (before != null && before.overlaps(halfDay)) {
				throw new SessionRefused(Reason.HALF_DAYS_OVERLAP, halfDay);
			}
			before = halfDay;
		}
		if (!halfDays.getFirst().startsAt().isAfter(this.now)) {
			throw new SessionRefused(Reason.IN_THE_PAST, halfDays.getFirst());
		}
		if (halfDays.getLast().date().isAfter(this.today.plusYears(FURTHEST_YEARS))) {
			throw new SessionRefused(Reason.TOO_FAR_AHEAD, halfDays.getLast());
		}
	}

	void checkVenue(Venue venue) {
		checkLength(venue.place());
		checkLength(venue.accessibilityNote());
		checkLength(venue.onlineLink());
		String link = (venue.onlineLink() != null) ? venue.onlineLink() : "";
		if (link.isBlank() && (venue.place() == null || venue.place().isBlank())) {
			throw new SessionRefused(Reason.NO_PLACE, "");
		}
		if (!link.isBlank() && !link.startsWith("https://")) {
			throw new SessionRefused(Reason.LINK_NOT_SAFE, link);
		}
	}

	void checkTerms(SessionTerms terms, LocalDate firstDay) {
		checkLength(terms.trainer());
		checkLength(terms.capacityReason());
		int capacity = terms.capacity();
		if (capacity < 1 || capacity > SessionTerms.MOST) {
			throw new SessionRefused(Reason.CAPACITY_OUT_OF_RANGE, capacity);
		}
		if (capacity > SessionTerms.MOST_WITHOUT_REASON
				&& (terms.capacityReason() == null || terms.capacityReason().isBlank())) {
			throw new SessionRefused(Reason.CAPACITY_NEEDS_REASON, capacity);
		}
		if (terms.minimum() < 0 || terms.minimum() > capacity) {
			throw new SessionRefused(Reason.MINIMUM_OUT_OF_RANGE, terms.minimum());
		}
		if (terms.closingDay().isAfter(firstDay)) {
			throw new SessionRefused(Reason.CLOSES_AFTER_START, terms.closingDay());
		}
		checkParts(terms, firstDay);
	}

	private void checkParts(SessionTerms terms, LocalDate firstDay) {
		Set<MunicipalityId> seen = new HashSet<>();
		long kept = terms.reserve();
		for (Quota quota : terms.quotas()) {
			if (quota.seats() < 1) {
				throw new SessionRefused(Reason.QUOTA_OUT_OF_RANGE, quota);
			}
			if (!seen.add(quota.municipality())) {
				throw new SessionRefused(Reason.QUOTA_DOUBLE, quota);
			}
			if (!this.openTo.test(quota.municipality())) {
				throw new SessionRefused(Reason.QUOTA_NOT_OPEN, quota);
			}
			kept += quota.seats();
		}
		if (terms.reserve() < 0) {
			throw new SessionRefused(Reason.RESERVE_OUT_OF_RANGE, terms.reserve());
		}
		if (terms.reserve() > 0 && this.by.kind() != Actor.Kind.REGION) {
			throw new SessionRefused(Reason.RESERVE_NOT_ALLOWED, terms.reserve());
		}
		if (kept > terms.capacity()) {
			throw new SessionRefused(Reason.QUOTAS_EXCEED_CAPACITY, kept);
		}
		if (!terms.quotas().isEmpty() && terms.releaseOn() == null) {
			throw new SessionRefused(Reason.NO_RELEASE_DAY, "");
		}
		if (terms.releaseOn() != null && terms.releaseOn().isAfter(firstDay)) {
			throw new SessionRefused(Reason.RELEASE_AFTER_START, terms.releaseOn());
		}
	}

	private static void checkLength(@Nullable String text) {
		if (text != null && text.length() > LONGEST_TEXT) {
			throw new SessionRefused(Reason.TEXT_TOO_LONG, text.length());
		}
	}

}
