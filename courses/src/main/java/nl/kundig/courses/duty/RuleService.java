package nl.kundig.courses.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.Learner;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Places;

import org.springframework.stereotype.Service;

/** Which rules there are, and how many people each is about. */
@Service
public class RuleService {

	private final Policies policies;

	private final PeopleService people;

	private final Consequences consequences;

	RuleService(Policies policies, PeopleService people, Consequences consequences) {
		this.policies = policies;
		this.people = people;
		this.consequences = consequences;
	}

	/**
	 * A rule in its newest version.
	 *
	 * @param people who holds a role today that it is about
	 */
	public record Known(Rule rule, int people) {
	}

	/**
	 * Every rule that can be about these municipalities.
	 * @param all whether the rules and people of every municipality count
	 */
	public List<Known> rules(List<MunicipalityId> municipalities, boolean all) {
		Policy policy = this.policies.policy();
		LocalDate today = this.consequences.today();
		List<Learner> learners = this.people.learners();
		List<Known> known = new ArrayList<>();
		for (Rule rule : newest(policy)) {
			MunicipalityId place = municipality(rule.who()).orElse(null);
			if (all || place == null || municipalities.contains(place)) {
				long count = learners.stream()
					.filter((learner) -> matches(learner, rule, policy.places(), today, municipalities, all))
					.count();
				known.add(new Known(rule, rule.withdrawn() ? 0 : (int) count));
			}
		}
		return known;
	}

	/** The rule in its newest version. */
	public Optional<Rule> rule(RuleId id) {
		return newest(this.policies.policy()).stream().filter((rule) -> rule.rule().equals(id)).findFirst();
	}

	/** The municipality a rule is limited to. */
	public static Optional<MunicipalityId> municipality(Who who) {
		return Optional.ofNullable(switch (who) {
			case Who.RoleHolders holders -> holders.municipality();
			case Who.PartnerStaff staff -> staff.municipality();
		});
	}

	private static List<Rule> newest(Policy policy) {
		return policy.rules()
			.stream()
			.filter((rule) -> policy.rules()
				.stream()
				.noneMatch((other) -> other.rule().equals(rule.rule()) && other.number() > rule.number()))
			.sorted(Comparator.comparing(Rule::text).thenComparing(Rule::id))
			.toList();
	}

	private static boolean matches(Learner learner, Rule rule, Places places, LocalDate today,
			List<MunicipalityId> municipalities, boolean all) {
		return learner.rolesOn(today)
			.stream()
			.anyMatch((held) -> (all || municipalities.contains(held.municipality()))
					&& rule.who().failing(held, places).isEmpty());
	}

}
