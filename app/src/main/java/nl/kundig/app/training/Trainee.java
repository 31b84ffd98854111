package nl.kundig.app.training;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;

/** Somebody who can go to trainings: a learner of a municipality. */
record Trainee(LearnerId learner, Municipality municipality) {

	MunicipalityId at() {
		return this.municipality.id();
	}

	RegionId region() {
		return this.municipality.region();
	}

}
