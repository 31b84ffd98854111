package nl.kundig.courses.enrolment;

import nl.kundig.courses.people.MunicipalityId;

/** So many seats are kept for people of this municipality. */
public record Quota(MunicipalityId municipality, int seats) {
}
