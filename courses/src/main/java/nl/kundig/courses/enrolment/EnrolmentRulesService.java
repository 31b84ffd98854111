package nl.kundig.courses.enrolment;

import java.time.Clock;

import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;

import org.springframework.stereotype.Service;

/** How municipalities and regions want enrolments to go. */
@Service
public class EnrolmentRulesService {

	private final MunicipalityRulesRepository municipalities;

	private final RegionRulesRepository regions;

	private final Clock clock;

	EnrolmentRulesService(MunicipalityRulesRepository municipalities, RegionRulesRepository regions, Clock clock) {
		this.municipalities = municipalities;
		this.regions = regions;
		this.clock = clock;
	}

	public MunicipalityRules municipality(MunicipalityId id) {
		return this.municipalities.findById(id).orElseGet(() -> MunicipalityRules.preset(id));
	}

	public RegionRules region(RegionId id) {
		return this.regions.findById(id).orElseGet(() -> RegionRules.preset(id));
	}

	/** Decides whether a manager must agree; who is under way keeps what was asked. */
	public MunicipalityRules change(MunicipalityId id, boolean approvalByManager, Actor by) {
		if (by.kind() != Actor.Kind.COORDINATOR || !by.isFor(id)) {
			throw new RulesRefused(RulesRefused.Reason.NOT_YOURS, id);
		}
		return this.municipalities.save(new MunicipalityRules(id, approvalByManager, by.id(), this.clock.instant()));
	}

	/** Holds for every offer from now on; offers that are out keep their deadline. */
	public RegionRules change(RegionId id, Weights weights, int offerWorkingDays, boolean swapWithinQuotaOnly,
			Actor by) {
		if (by.kind() != Actor.Kind.REGION || !by.isFor(id)) {
			throw new RulesRefused(RulesRefused.Reason.NOT_YOURS, id);
		}
		if (!weights.areReasonable()) {
			throw new RulesRefused(RulesRefused.Reason.WEIGHTS_NOT_A_HUNDRED, weights);
		}
		if (offerWorkingDays < 1 || offerWorkingDays > RegionRules.MOST_WORKING_DAYS) {
			throw new RulesRefused(RulesRefused.Reason.WORKING_DAYS_OUT_OF_RANGE, offerWorkingDays);
		}
		return this.regions
			.save(new RegionRules(id, weights, offerWorkingDays, swapWithinQuotaOnly, by.id(), this.clock.instant()));
	}

}
