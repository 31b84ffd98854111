package nl.kundig.app.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.TrainingSession;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;

/**
 * Somebody who runs sessions: a region's coordinator those of the region, a
 * municipality's its own.
 *
 * @param owner whose session it is that this person plans
 * @param municipalities whose people can come to it, by name
 */
record Running(Actor actor, Owner owner, List<Municipality> municipalities) {

	public boolean isRegion() {
		return this.owner.kind() == Owner.Kind.REGION;
	}

	RegionId region() {
		return this.owner.region();
	}

	/** Those whose people can come to this session. */
	List<Municipality> openTo(TrainingSession session) {
		return this.municipalities.stream().filter(session.owner()::isOpenTo).toList();
	}

	/** Names by municipality. */
	Map<MunicipalityId, String> names() {
		return this.municipalities.stream().collect(Collectors.toMap(Municipality::id, Municipality::name));
	}

}
