package nl.kundig.courses.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.kundig.courses.people.RoleRefused.Reason;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Who learns and where they belong. */
@Service
public class PeopleService {

	/** The zone of every date people talk about. */
	public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

	/** No effective date lies before this day. */
	public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	private static final int LONGEST_YEARS = 60;

	private final LearnerRepository learners;

	private final MunicipalityRepository municipalities;

	private final PartnerRepository partners;

	private final RegionRepository regions;

	private final UnitRepository units;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PeopleService(LearnerRepository learners, MunicipalityRepository municipalities, PartnerRepository partners,
			RegionRepository regions, UnitRepository units, MongoOperations mongo, ApplicationEventPublisher events,
			Clock clock) {
		this.learners = learners;
		this.municipalities = municipalities;
		this.partners = partners;
		this.regions = regions;
		this.units = units;
		this.mongo = mongo;
		this.events = events;
		this.clock = clock;
	}

	public LearnerId register(String name) {
		LearnerId id = new LearnerId(UUID.randomUUID().toString());
		this.learners.save(new Learner(id, name, List.of()));
		return id;
	}

	/** Takes the role from that day, written down by hand. */
	public void takeRole(LearnerId learner, LearnerRole role, MunicipalityId municipality, @Nullable PartnerId partner,
			LocalDate from) {
		takeRole(learner, RoleHeld.of(role, municipality, partner, from, null, this.clock.instant()));
	}

	/**
	 * Takes the role as it is said to be held. Taking exactly the same again changes
	 * nothing; the same role at the same place on other days that overlap is refused.
	 */
	public void takeRole(LearnerId learner, RoleHeld wanted) {
		RoleHeld held = checked(wanted);
		Criteria same = same(held).and("until").not().lt(held.from());
		if (held.until() != null) {
			same = same.and("from").lte(held.until());
		}
		Query free = Query.query(Criteria.where("_id").is(learner).and("roles").not().elemMatch(same));
		if (this.mongo.updateFirst(free, new Update().push("roles", held), Learner.class).getMatchedCount() == 0) {
			Learner known = this.learners.findById(learner)
				.orElseThrow(() -> new RoleRefused(Reason.UNKNOWN_LEARNER, learner));
			if (known.roles().stream().noneMatch((role) -> isRepeat(role, held))) {
				throw new RoleRefused(Reason.OVERLAPS, held.role() + " at " + held.municipality());
			}
		}
		this.events.publishEvent(RoleTaken.of(learner, held));
	}

	/**
	 * Ends the role after that day. Who held it stays written down, and so does the end
	 * that was known before.
	 */
	public void leaveRole(LearnerId learner, RoleHeld held, LocalDate lastDay, String source, String actor) {
		if (lastDay.isBefore(held.from())) {
			throw new RoleRefused(Reason.ENDS_BEFORE_IT_STARTS, lastDay);
		}
		Learner known = this.learners.findById(learner)
			.orElseThrow(() -> new RoleRefused(Reason.UNKNOWN_LEARNER, learner));
		int index = known.roles().indexOf(held);
		if (index < 0) {
			throw new RoleRefused(Reason.NOT_HELD, held.role() + " at " + held.municipality());
		}
		RoleHeld ended = held.ending(new RoleEnding(held.until(), lastDay, source, actor, this.clock.instant()));
		if (known.roles()
			.stream()
			.anyMatch((other) -> other != held && !other.equals(held) && other.isSameAs(ended)
					&& other.overlaps(ended))) {
			throw new RoleRefused(Reason.OVERLAPS, held.role() + " at " + held.municipality());
		}
		Query unchanged = Query.query(Criteria.where("_id")
			.is(learner)
			.and("roles." + index + ".from")
			.is(held.from())
			.and("roles." + index + ".endings")
			.size(held.endings().size()));
		if (this.mongo.updateFirst(unchanged, new Update().set("roles." + index, ended), Learner.class)
			.getMatchedCount() == 0) {
			// Somebody else ended it in between; look again before deciding.
			throw new RoleRefused(Reason.NOT_HELD, held.role() + " at " + held.municipality());
		}
		this.events.publishEvent(new RoleLeft(learner, held.role(), held.municipality(), held.partner(), held.unit(),
				held.from(), lastDay, source, actor));
	}

	private RoleHeld checked(RoleHeld held) {
		LocalDate tomorrow = LocalDate.now(this.clock.withZone(ZONE)).plusDays(1);
		if (held.from().isBefore(EARLIEST) || held.from().isAfter(tomorrow)) {
			throw new RoleRefused(Reason.DATE_OUT_OF_RANGE, held.from());
		}
		LocalDate until = held.until();
		if (until != null && until.isBefore(held.from())) {
			throw new RoleRefused(Reason.ENDS_BEFORE_IT_STARTS, until);
		}
		if (until != null && until.isAfter(tomorrow.plusYears(LONGEST_YEARS))) {
			throw new RoleRefused(Reason.DATE_OUT_OF_RANGE, until);
		}
		UnitId unit = held.unit();
		if (unit != null && !this.units.existsById(unit)) {
			throw new RoleRefused(Reason.UNKNOWN_UNIT, unit);
		}
		return new RoleHeld(held.role(), held.municipality(), held.partner(), unit, held.from(), until, held.source(),
				held.actor(), this.clock.instant(), List.of());
	}

	private static Criteria same(RoleHeld held) {
		return Criteria.where("role")
			.is(held.role())
			.and("municipality")
			.is(held.municipality())
			.and("partner")
			.is(held.partner())
			.and("unit")
			.is(held.unit());
	}

	private static boolean isRepeat(RoleHeld known, RoleHeld wanted) {
		return known.isSameAs(wanted) && known.from().equals(wanted.from())
				&& (known.until() == null ? wanted.until() == null : known.until().equals(wanted.until()));
	}

	public Optional<Learner> learner(LearnerId id) {
		return this.learners.findById(id);
	}

	public List<Learner> learners() {
		return this.learners.findAll();
	}

	/**
	 * The first so many people with a role there, now or once, in the order of their
	 * names.
	 * @param name part of the name; empty for everybody
	 */
	public List<Learner> learners(MunicipalityId municipality, String name, int most) {
		Query there = Query.query(Criteria.where("roles.municipality").is(municipality)).with(Sort.by("name"));
		if (name.isBlank()) {
			return this.mongo.find(there.limit(most), Learner.class);
		}
		// No index finds the middle of a name, so the names of one municipality are read.
		String part = name.strip().toLowerCase(Locale.ROOT);
		try (Stream<Learner> all = this.mongo.stream(there, Learner.class)) {
			return all.filter((learner) -> learner.name().toLowerCase(Locale.ROOT).contains(part)).limit(most).toList();
		}
	}

	/** Everybody who manages there, now or once, in no order. */
	public List<Learner> managers(MunicipalityId municipality) {
		Criteria held = Criteria.where("municipality").is(municipality).and("role").is(LearnerRole.MANAGER);
		return this.mongo.find(Query.query(Criteria.where("roles").elemMatch(held)), Learner.class);
	}

	/** Everybody with a role of which the last day was in between, both days included. */
	public List<Learner> learnersWhoLeft(LocalDate first, LocalDate last) {
		// Each day by itself: of a range within an array an index helps with one end
		// only.
		List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
		return this.mongo.find(Query.query(Criteria.where("roles.until").in(days)), Learner.class);
	}

	/** Everybody with a role in that unit, now or once; not in the units below it. */
	public List<Learner> learnersIn(UnitId unit) {
		return this.mongo.find(Query.query(Criteria.where("roles.unit").is(unit)), Learner.class);
	}

	/**
	 * The next ids, so that everybody can be looked at, some at a time. Ids only: one
	 * learner who cannot be read must not hide the others.
	 */
	public List<LearnerId> learnersAfter(@Nullable LearnerId last, int most) {
		Query next = Query.query(Criteria.where("_id").gt((last != null) ? last.value() : ""))
			.with(Sort.by("_id"))
			.limit(most);
		return this.mongo.find(next, Document.class, this.mongo.getCollectionName(Learner.class))
			.stream()
			.map((learner) -> new LearnerId(learner.getString("_id")))
			.toList();
	}

	/** Those of them that there are. */
	public List<Learner> learners(Collection<LearnerId> ids) {
		return this.learners.findByIdIn(ids);
	}

	public Optional<Municipality> municipality(MunicipalityId id) {
		return this.municipalities.findById(id);
	}

	public List<Municipality> municipalities() {
		return this.municipalities.findAll();
	}

	public Optional<Region> region(RegionId id) {
		return this.regions.findById(id);
	}

	public Optional<Partner> partner(PartnerId id) {
		return this.partners.findById(id);
	}

	public void add(Region region) {
		this.regions.save(region);
	}

	public void add(Municipality municipality) {
		this.municipalities.save(municipality);
	}

	public Optional<Unit> unit(UnitId id) {
		return this.units.findById(id);
	}

	/** Units and partners, for everything that follows from where somebody works. */
	public Places places() {
		return new Places(this.units.findAll().stream().collect(Collectors.toMap(Unit::id, Function.identity())),
				this.partners.findAll()
					.stream()
					.collect(Collectors.toMap(Partner::id,
							(partner) -> Objects.requireNonNullElse(partner.kind(), PartnerKind.OTHER))));
	}

	/** A unit that is there already may be moved like this; its people go along. */
	public void add(Unit unit) {
		Optional<Unit> known = this.units.findById(unit.id());
		this.units.save(unit);
		if (!known.equals(Optional.of(unit))) {
			this.events.publishEvent(new PlacesChanged(known.isPresent()));
		}
	}

	public void add(Partner partner) {
		Optional<Partner> known = this.partners.findById(partner.id());
		this.partners.save(partner);
		if (!known.equals(Optional.of(partner))) {
			this.events.publishEvent(new PlacesChanged(known.isPresent()));
		}
	}

}
