package nl.kundig.courses.curriculum;

import java.util.Optional;

import nl.kundig.courses.people.MunicipalityId;

/**
 * Identifies a curriculum over all its versions: "signaleren-balie", or
 * "signaleren-balie@waterkerk" for a municipality's own.
 */
public record CurriculumId(String value) {

	/** The municipality's own curriculum that is made from this one. */
	public CurriculumId of(MunicipalityId municipality) {
		return new CurriculumId(this.value + "@" + municipality);
	}

	/** Whose own it is; empty for a ready-made one. */
	public Optional<MunicipalityId> municipality() {
		int at = this.value.indexOf('@');
		return (at < 0) ? Optional.empty() : Optional.of(new MunicipalityId(this.value.substring(at + 1)));
	}

	/** The ready-made one that a municipality's own is made from. */
	public CurriculumId original() {
		return municipality().isEmpty() ? this : new CurriculumId(this.value.substring(0, this.value.indexOf('@')));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
