package nl.kundig.courses.duty;

import java.time.LocalDate;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.TypeAlias;

/** What a fact says; kinds are sealed, so the compiler asks about a new one. */
public sealed interface Finding {

	/** The requirement was met. */
	@TypeAlias("achieved")
	record Achieved(CurriculumRequirement requirement) implements Finding {
	}

	/**
	 * The requirement need not be met: it is known well enough from elsewhere. Counts as
	 * met, but is not.
	 *
	 * @param until last day, or null while no end is known
	 * @param evidence what was seen: "certificate of the police academy"
	 */
	@TypeAlias("exempted")
	record Exempted(CurriculumRequirement requirement, @Nullable LocalDate until, String reason,
			String evidence) implements Finding {
	}

	/**
	 * The requirement makes no sense for this person. It is taken out, and counts as
	 * nothing.
	 */
	@TypeAlias("notApplicable")
	record NotApplicable(CurriculumRequirement requirement, @Nullable LocalDate until,
			String reason) implements Finding {
	}

	/**
	 * More time: for the certificate that runs on the fact's day, or for the first one.
	 */
	@TypeAlias("extended")
	record Extended(CurriculumId curriculum, Extension extension, String reason) implements Finding {
	}

	/** Another fact counts no longer, from this fact's day. */
	@TypeAlias("revoked")
	record Revoked(String fact, String reason) implements Finding {
	}

}
