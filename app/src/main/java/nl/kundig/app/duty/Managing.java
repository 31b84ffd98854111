package nl.kundig.app.duty;

import java.util.ArrayList;
import java.util.List;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

/**
 * What somebody manages: a coordinator one municipality with its people, a regional
 * coordinator several in numbers, an editor what holds everywhere.
 *
 * @param own the municipality whose people may be named, or null
 * @param national whether what holds everywhere is theirs
 * @param region the municipalities of which numbers are seen
 */
record Managing(@Nullable MunicipalityId own, boolean national, List<MunicipalityId> region) {

	/** How an address and a form say that everybody is meant. */
	static final String EVERYWHERE = "landelijk";

	static Managing of(LoggedIn me, PeopleService people) {
		MunicipalityId own = me.roles().contains(AccountRole.COORDINATOR) ? me.municipality().orElse(null) : null;
		List<MunicipalityId> region = new ArrayList<>();
		if (me.roles().contains(AccountRole.REGIONAL_COORDINATOR)) {
			people.municipalities()
				.stream()
				.filter((municipality) -> me.region().filter(municipality.region()::equals).isPresent())
				.map(Municipality::id)
				.forEach(region::add);
		}
		return new Managing(own, me.isEditor(), region);
	}

	/** Whether anything can be changed at all. */
	boolean isDeciding() {
		return this.own != null || this.national;
	}

	/** Whether this is theirs to change. */
	boolean decidesFor(@Nullable MunicipalityId owner) {
		return (owner == null) ? this.national : owner.equals(this.own);
	}

	boolean sees(@Nullable MunicipalityId owner) {
		return decidesFor(owner) || (owner != null && this.region.contains(owner));
	}

	/** Whether people of this municipality may be named. */
	boolean names(@Nullable MunicipalityId municipality) {
		return municipality != null && municipality.equals(this.own);
	}

	/** Everything whose owner this person sees, municipalities first. */
	List<MunicipalityId> municipalities() {
		List<MunicipalityId> all = new ArrayList<>(this.region);
		if (this.own != null && !all.contains(this.own)) {
			all.addFirst(this.own);
		}
		return all;
	}

	/** For whom this person can decide, as a form names it. */
	List<String> owners() {
		List<String> owners = new ArrayList<>();
		if (this.own != null) {
			owners.add(this.own.value());
		}
		if (this.national) {
			owners.add(EVERYWHERE);
		}
		return owners;
	}

}
