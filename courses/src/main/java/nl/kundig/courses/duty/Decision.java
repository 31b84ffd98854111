package nl.kundig.courses.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.privacy.DataRule;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One decision about many: more time for everybody it names, or that an earlier decision
 * is taken back.
 *
 * @param municipality there, or null for everywhere
 * @param learners exactly those of the preview
 * @param reverses the decision it takes back, or null
 */
@Document("decisions")
@TypeAlias("decision")
@DataRule(kept = "as long as the learners it names", exported = "as the facts it made",
		erased = "the learner's id removed")
public record Decision(@Id String id, CurriculumId curriculum, @Nullable MunicipalityId municipality,
		Extension extension, LocalDate effectiveOn, String reason, String signedBy, List<LearnerId> learners,
		@Nullable String reverses, Instant recordedAt) {

	public Decision {
		learners = List.copyOf(learners);
	}

	/** The fact that this decision is for somebody; its id makes it one. */
	Fact factFor(LearnerId learner) {
		String earlier = this.reverses;
		Finding finding = (earlier != null)
				? new Finding.Revoked(factId(learner, this.curriculum, earlier), this.reason)
				: new Finding.Extended(this.curriculum, this.extension, this.reason);
		return new Fact(factId(learner, this.curriculum, this.id), learner, finding, this.effectiveOn, this.recordedAt,
				this.signedBy, "decision:" + this.id);
	}

	private static String factId(LearnerId learner, CurriculumId curriculum, String decision) {
		return learner + "|extended:" + curriculum + "|decision:" + decision;
	}

}
