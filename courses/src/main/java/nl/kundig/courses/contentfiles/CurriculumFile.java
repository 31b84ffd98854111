package nl.kundig.courses.contentfiles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.kundig.courses.content.LearningModuleId;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumPart;
import nl.kundig.courses.curriculum.CurriculumRequirement;
import nl.kundig.courses.curriculum.EarlyWork;
import nl.kundig.courses.curriculum.ScenarioId;
import nl.kundig.courses.curriculum.Validity;
import nl.kundig.courses.curriculum.ValidityBasis;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;

/**
 * {@code curricula/<id>.yaml}. A short form lists modules; the long one has sets within
 * sets and says how it is renewed.
 */
final class CurriculumFile {

	/** Every length is measured from this day, as the curriculum's own check does. */
	private static final LocalDate SOME_DAY = LocalDate.of(2025, 1, 1);

	private static final int HIGHEST_LEVEL = 4;

	private static final int LONGEST_VALIDITY = 120;

	private static final int MONTHS_PER_YEAR = 12;

	private static final int USUAL_WINDOW = 3;

	private static final int MOST_GRACE_DAYS = 3650;

	private static final int MOST_MINUTES = 10_000;

	private static final int DEEPEST = 8;

	private static final List<String> LEAVES = List.of("module", "training", "scenario", "proof", "certificate");

	private static final List<String> SETS = List.of("all", "in-order", "of", "optional");

	/** The codes of {@code basis}. */
	private enum Basis {

		FROM_COMPLETION, FROM_PREVIOUS_EXPIRY, FIXED_DAY

	}

	private CurriculumFile() {
	}

	static Entry<Curriculum> read(YamlNode root, Instant publishedAt) {
		return (root.find("parts") != null) ? readParts(root, publishedAt) : readModules(root, publishedAt);
	}

	private static Entry<Curriculum> readModules(YamlNode root, Instant publishedAt) {
		root.allow("id", "title", "level", "role", "validity-months", "modules", "optional");
		String id = root.get("id").id();
		List<CurriculumRequirement> requirements = root.list("modules", 1, CurriculumFile::pass);
		List<CurriculumRequirement> optional = root.list("optional", 0, CurriculumFile::pass);
		for (YamlNode module : root.items("optional")) {
			if (requirements.contains(pass(module))) {
				throw module.mistake(module.id() + " is required already");
			}
		}
		Curriculum curriculum = Curriculum.of(new CurriculumId(id), root.text("title"),
				root.get("level").number(0, HIGHEST_LEVEL), root.get("role").code(LearnerRole.class),
				root.get("validity-months").number(1, LONGEST_VALIDITY), requirements, optional, publishedAt);
		return new Entry<>(id, curriculum, root);
	}

	private static Entry<Curriculum> readParts(YamlNode root, Instant publishedAt) {
		root.allow("id", "title", "level", "role", "validity", "parts");
		String id = root.get("id").id();
		CurriculumPart tree = new CurriculumPart.All(parts(root, "parts", 1));
		checkTwice(root.items("parts"));
		Curriculum curriculum = Curriculum.of(new CurriculumId(id), root.text("title"),
				root.get("level").number(0, HIGHEST_LEVEL), root.get("role").code(LearnerRole.class),
				validity(root.get("validity")), tree, publishedAt);
		return new Entry<>(id, curriculum, root);
	}

	private static CurriculumRequirement pass(YamlNode node) {
		return new CurriculumRequirement.PassModule(new LearningModuleId(node.id()));
	}

	// The tree

	private static List<CurriculumPart> parts(YamlNode node, String key, int depth) {
		return node.list(key, 1, (item) -> part(item, depth));
	}

	private static CurriculumPart part(YamlNode node, int depth) {
		if (depth > DEEPEST) {
			throw node.mistake("lies more than " + DEEPEST + " sets deep");
		}
		if (node.find("all") != null) {
			node.allow("all");
			return new CurriculumPart.All(parts(node, "all", depth + 1));
		}
		if (node.find("in-order") != null) {
			node.allow("in-order");
			return new CurriculumPart.AllInOrder(parts(node, "in-order", depth + 1));
		}
		if (node.find("optional") != null) {
			node.allow("optional");
			return new CurriculumPart.OptionalSet(parts(node, "optional", depth + 1));
		}
		if (node.find("at-least") != null || node.find("of") != null) {
			node.allow("at-least", "of");
			List<CurriculumPart> parts = parts(node, "of", depth + 1);
			YamlNode least = node.get("at-least");
			int number = least.number(1, Integer.MAX_VALUE);
			if (number > parts.size()) {
				throw least.mistake(number + " of " + parts.size() + " is impossible");
			}
			return new CurriculumPart.AtLeast(number, parts);
		}
		return leaf(node);
	}

	private static CurriculumPart leaf(YamlNode node) {
		String kind = kind(node);
		node.allow(kind, "minutes", "roles");
		YamlNode minutes = node.find("minutes");
		return new CurriculumPart.Leaf(requirement(kind, node.get(kind)),
				(minutes != null) ? minutes.number(1, MOST_MINUTES) : 0,
				Set.copyOf(node.codes("roles", 0, LearnerRole.class)));
	}

	private static String kind(YamlNode node) {
		return LEAVES.stream()
			.filter((kind) -> node.find(kind) != null)
			.findFirst()
			.orElseThrow(() -> node
				.mistake("is no part: all, in-order, at-least with of, optional, or " + String.join(", ", LEAVES)));
	}

	private static CurriculumRequirement requirement(String kind, YamlNode node) {
		return switch (kind) {
			case "module" -> pass(node);
			case "training" -> new CurriculumRequirement.AttendTraining(new TrainingId(node.id()));
			case "scenario" -> new CurriculumRequirement.FinishScenario(new ScenarioId(node.id()));
			case "proof" -> new CurriculumRequirement.HandInProof(node.id());
			case "certificate" -> new CurriculumRequirement.HoldCertificate(new CurriculumId(node.id()));
			default -> throw node.mistake("unknown kind " + kind);
		};
	}

	/** The same requirement for the same roles twice in one tree says nothing. */
	private static void checkTwice(List<YamlNode> parts) {
		Set<String> seen = new HashSet<>();
		parts.stream().flatMap(CurriculumFile::leaves).forEach((leaf) -> {
			String kind = kind(leaf);
			YamlNode what = leaf.get(kind);
			if (!seen.add(kind + what.id()
					+ leaf.codes("roles", 0, LearnerRole.class).stream().distinct().sorted().toList())) {
				throw what.mistake(what.id() + " is in this tree already");
			}
		});
	}

	private static Stream<YamlNode> leaves(YamlNode part) {
		return SETS.stream()
			.filter((set) -> part.find(set) != null)
			.findFirst()
			.map((set) -> part.items(set).stream().flatMap(CurriculumFile::leaves))
			.orElseGet(() -> Stream.of(part));
	}

	// What it refers to

	/** Every place that names a module. */
	static List<YamlNode> modules(YamlNode root) {
		if (root.find("parts") == null) {
			return Stream.concat(root.items("modules").stream(), root.items("optional").stream()).toList();
		}
		return named(root, "module");
	}

	/** Every place that names another curriculum, whose certificate is needed. */
	static List<YamlNode> certificates(YamlNode root) {
		return (root.find("parts") != null) ? named(root, "certificate") : List.of();
	}

	/** Every place that names a training. */
	static List<YamlNode> trainings(YamlNode root) {
		return (root.find("parts") != null) ? named(root, "training") : List.of();
	}

	private static List<YamlNode> named(YamlNode root, String kind) {
		List<YamlNode> trees = new ArrayList<>(root.items("parts"));
		YamlNode validity = root.get("validity");
		YamlNode back = validity.find("return-path");
		if (back != null) {
			trees.add(back);
		}
		trees.addAll(validity.items("refreshers"));
		return trees.stream()
			.flatMap(CurriculumFile::leaves)
			.filter((leaf) -> leaf.find(kind) != null)
			.map((leaf) -> leaf.get(kind))
			.toList();
	}

	// Renewal

	private static Validity validity(YamlNode node) {
		node.allow("basis", "months", "month", "day", "minimum-months", "window-months", "grace-days", "early-work",
				"return-path", "refreshers");
		Basis basis = node.get("basis").code(Basis.class);
		int months = node.get("months").number(1, LONGEST_VALIDITY);
		YamlNode grace = node.find("grace-days");
		int days = (grace != null) ? grace.number(0, MOST_GRACE_DAYS) : 0;
		if (grace != null && SOME_DAY.plusDays(days).isAfter(SOME_DAY.plusMonths(months))) {
			throw grace.mistake(days + " days are longer than the " + months + " months of the certificate");
		}
		int window = shorter(node, "window-months", months, Math.min(USUAL_WINDOW, months));
		YamlNode early = node.find("early-work");
		YamlNode back = node.find("return-path");
		if (back != null) {
			checkTwice(List.of(back));
		}
		node.items("refreshers").forEach((refresher) -> checkTwice(List.of(refresher)));
		boolean fixed = basis == Basis.FIXED_DAY;
		return new Validity(basis(node, basis, months),
				fixed ? Period.ofYears(months / MONTHS_PER_YEAR) : Period.ofMonths(months), Period.ofMonths(window),
				Period.ofDays(days), (early != null) ? early.code(EarlyWork.class) : EarlyWork.COUNTS, tree(back),
				refreshers(node));
	}

	private static @Nullable CurriculumPart tree(@Nullable YamlNode node) {
		return (node != null) ? part(node, 1) : null;
	}

	/** The same refresher may come again after another one, so this is no set. */
	private static List<CurriculumPart> refreshers(YamlNode node) {
		return node.items("refreshers").stream().map((refresher) -> part(refresher, 1)).toList();
	}

	private static ValidityBasis basis(YamlNode node, Basis basis, int months) {
		if (basis != Basis.FIXED_DAY) {
			for (String key : List.of("month", "day", "minimum-months")) {
				YamlNode needless = node.find(key);
				if (needless != null) {
					throw needless.mistake("belongs to basis fixed-day");
				}
			}
		}
		return switch (basis) {
			case FROM_COMPLETION -> new ValidityBasis.FromCompletion();
			case FROM_PREVIOUS_EXPIRY -> new ValidityBasis.FromPreviousExpiry();
			case FIXED_DAY -> {
				if (months % MONTHS_PER_YEAR != 0) {
					throw node.get("months").mistake(months + " months are no whole years, as a fixed day needs");
				}
				Month month = Month.of(node.get("month").number(1, MONTHS_PER_YEAR));
				yield new ValidityBasis.FixedDay(month, node.get("day").number(1, month.maxLength()),
						Period.ofMonths(shorter(node, "minimum-months", months, 0)));
			}
		};
	}

	private static int shorter(YamlNode node, String key, int months, int usual) {
		YamlNode found = node.find(key);
		return (found != null) ? found.number(0, months) : usual;
	}

}
