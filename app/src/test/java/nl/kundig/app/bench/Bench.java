package nl.kundig.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import nl.kundig.embeddedmongo.EmbeddedMongo.QueryUse;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what the actions of people cost Kundig, all of them interleaved in one run.
 * Started by {@code scripts/bench}.
 */
public final class Bench {

	/** CPU is taken from windows with this many connections. */
	static final int CPU_CONNECTIONS = 8;

	private static final int[] CONNECTIONS = { 1, CPU_CONNECTIONS, 32 };

	private static final int ROUNDS = 5;

	/** Learners and modules for quizzes; these modules draw eight questions. */
	private static final List<String> QUIZ_MODULES = List.of("m3", "m5", "m6");

	private static final int DRAW = 8;

	private static final String CERTIFIED = "baliemedewerker.waterkerk";

	/** Somebody who takes no quiz, so that the overview stays as it is. */
	private static final String READER = "baliemedewerker.hoogveld";

	private static final String WITHOUT_CERTIFICATE = "leidinggevende.hoogveld";

	/** What people type, with typing errors, and the first hit it must bring. */
	private static final Map<String, String> QUERIES = Map.of("hakenkruis", "Hakenkruis", "hakekruis", "Hakenkruis",
			"kruis met gebogen armen", "Hakenkruis", "zwarte zon", "Zwarte zon", "prinsevlag", "Prinsenvlag",
			"wolvsangel", "Wolfsangel", "88", "Het getal 88", "vlag ondersteboven", "Omgekeerde Nederlandse vlag");

	private static final int MOST_QUERIES = 20;

	/** How many people live in each of the towns with sessions. */
	private static final int PEOPLE = 1000;

	/** A window takes no more seats, so that they last for all windows and warm-ups. */
	private static final int MOST_SEATS = 200;

	private static final Pattern QUESTION = Pattern.compile("name=\"vraag\" value=\"([^\"]+)\"");

	private static final Pattern PDF = Pattern.compile("href=\"(/certificaten/[^\"]+\\.pdf)\"");

	private final RightAnswers answers;

	private final Map<String, Visitor> visitors = new LinkedHashMap<>();

	private final AtomicInteger turn = new AtomicInteger();

	private final AtomicInteger mostAttempts = new AtomicInteger();

	private Bench() throws IOException {
		this.answers = new RightAnswers(List.of("m1", "m3", "m5", "m6"));
	}

	/** A learner and a module; one attempt at a time. */
	private record Desk(Visitor visitor, String module) {
	}

	/**
	 * Results to the file named first; {@code --quick} makes the windows short, and
	 * {@code --people} says how many live in each of the towns with sessions.
	 */
	public static void main(String[] args) throws Exception {
		List<String> options = List.of(args);
		int people = options.indexOf("--people");
		new Bench().run(Path.of(args[0]), options.contains("--quick"),
				(people < 0) ? PEOPLE : Integer.parseInt(options.get(people + 1)));
	}

	private void run(Path file, boolean quick, int people) throws Exception {
		long windowMillis = quick ? 150 : 900;
		long warmUpMillis = quick ? 400 : 2400;
		int warmUps = quick ? 1 : 3;
		double loadBefore = load();
		Path data = Server.temporaryFolder();
		boolean failed;
		double startEmptyMs = startEmpty(data);
		Towns.make(data, people);
		try (Server server = new Server(data)) {
			double startMs = server.untilFirstPage().toNanos() / 1e6;
			server.awaitQuiet();
			List<Measurement> measurements = prepare(server);
			for (int pass = 0; pass < warmUps; pass++) {
				for (Measurement measurement : measurements) {
					measurement.warmUp(server, CPU_CONNECTIONS, warmUpMillis);
				}
			}
			double loadWarm = load();
			for (int round = 0; round < ROUNDS; round++) {
				for (int connections : CONNECTIONS) {
					if (quick && connections != CPU_CONNECTIONS && round % 2 == 1) {
						continue;
					}
					for (Measurement measurement : measurements) {
						measurement.window(server, connections, windowMillis);
					}
				}
			}
			Map<String, Object> facts = new LinkedHashMap<>();
			facts.put("at", Instant.now().toString());
			facts.put("processors", Runtime.getRuntime().availableProcessors());
			facts.put("loadAverageBeforeWarmEnd", List.of(loadBefore, loadWarm, load()));
			facts.put("roundsAndWindowMs", List.of(ROUNDS, windowMillis));
			facts.put("startWithoutDataMs", startEmptyMs);
			facts.put("startWithDataMs", startMs);
			facts.put("peopleInEachOfThreeTowns", people);
			facts.put("residentMib", server.residentMib());
			facts.put("mostAttemptsOfOnePersonAtOneModule", this.mostAttempts.get());
			print(facts, measurements);
			print(server.queries());
			facts.put("actions", measurements.stream().map(Measurement::summary).toList());
			Files.createDirectories(file.getParent());
			Files.writeString(file,
					JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(facts));
			failed = measurements.stream().anyMatch((measurement) -> measurement.failures() > 0);
		}
		System.exit(failed ? 1 : 0);
	}

	/**
	 * The time of a start that makes the demo content; a start that had to build is no
	 * measure.
	 */
	private static double startEmpty(Path data) throws IOException {
		boolean built;
		Path jar = Path.of("app/target/run/kundig.jar");
		long before = Files.exists(jar) ? Files.getLastModifiedTime(jar).toMillis() : 0;
		double millis;
		try (Server server = new Server(data)) {
			millis = server.untilFirstPage().toNanos() / 1e6;
			built = Files.exists(jar) && Files.getLastModifiedTime(jar).toMillis() != before;
		}
		if (!built) {
			return millis;
		}
		try (Server server = new Server(Server.temporaryFolder())) {
			return server.untilFirstPage().toNanos() / 1e6;
		}
	}

	/** Every action once, cold, in the order of the list. */
	private List<Measurement> prepare(Server server) throws Exception {
		Map<String, String> accounts = server.accounts();
		List<String> usernames = new ArrayList<>(List.of(READER, WITHOUT_CERTIFICATE, CERTIFIED));
		accounts.keySet().stream().filter((username) -> !usernames.contains(username)).forEach(usernames::add);
		List<Measurement> all = new ArrayList<>();
		Visitor reader = signIn(server, READER);
		Visitor without = signIn(server, WITHOUT_CERTIFICATE);
		all.add(cold(new Measurement("trivial page", "GET /certificaten of somebody without certificates", 1,
				() -> without.get("/certificaten").expect(200, "U hebt nog geen certificaat").bytes())));
		all.add(cold(new Measurement("overview", "GET / of a desk employee with nothing done", 1,
				() -> reader.get("/").expect(200, "Uw volgende stap").bytes())));
		all.add(cold(new Measurement("module piece", "GET /modules/m1/vijf-begrippen", 1,
				() -> reader.get("/modules/m1/vijf-begrippen").expect(200, "Gelezen, verder").bytes())));
		all.add(cold(new Measurement("search page", "GET /kennisbank?q=, eight queries in turn", 1, () -> {
			Map.Entry<String, String> query = query();
			return reader.get("/kennisbank?q=" + Visitor.encode(query.getKey()))
				.expect(200, ">" + query.getValue() + "</a></h3>")
				.bytes();
		})));
		all.add(cold(new Measurement("search JSON", "GET /kennisbank/zoek.json?q=, eight queries in turn", 1, () -> {
			Map.Entry<String, String> query = query();
			return reader.get("/kennisbank/zoek.json?q=" + Visitor.encode(query.getKey()))
				.expect(200, "\"title\":\"" + query.getValue() + "\"")
				.bytes();
		})));
		Visitor learner = signIn(server, Towns.Town.LOOKED_AT, 0);
		String looked = "/trainingen/" + Towns.Town.LOOKED_AT.session(0);
		all.add(cold(
				new Measurement("session page", "GET of a session with 18 of 20 seats taken and a form to ask for one",
						1, () -> learner.get(looked).expect(200, "Wie is uw leidinggevende?").bytes())));
		all.add(cold(new Measurement("list of sessions", "GET /trainingen, " + Towns.SESSIONS + " sessions", 1,
				() -> learner.get("/trainingen").expect(200, looked + "\"").bytes())));
		all.add(cold(takeASeat(server, Towns.Town.FREE, "free seat", "U hebt een plaats.")));
		all.add(cold(takeASeat(server, Towns.Town.FULL, "place on the list", "U staat op de wachtlijst.")));
		BlockingQueue<Desk> desks = new LinkedBlockingQueue<>();
		Visitor certified = signIn(server, CERTIFIED);
		QUIZ_MODULES.forEach((module) -> desks.add(new Desk(certified, module)));
		Measurement quiz = new Measurement("quiz",
				"start, questions, " + DRAW + " answers each saved by itself, submit, result; all right", DRAW + 4,
				() -> {
					Desk desk = desks.take();
					try {
						return quiz(desk);
					}
					finally {
						desks.add(desk);
					}
				});
		all.add(cold(quiz));
		desks.forEach(this::quiz);
		quiz(new Desk(certified, "m1"));
		String pdf = find(PDF, certified.get("/certificaten").expect(200, "<h1>Certificaten</h1>").text()).getFirst();
		all.add(cold(new Measurement("certificate", "GET of the PDF that was kept when it was earned", 1,
				() -> certified.get(pdf).expect(200, "%PDF-").expect(200, "%%EOF").bytes())));
		for (String username : usernames.subList(3, usernames.size())) {
			Visitor visitor = signIn(server, username);
			QUIZ_MODULES.forEach((module) -> desks.add(new Desk(visitor, module)));
		}
		return all;
	}

	/** Each time somebody else, or the same one for another session. */
	private static Measurement takeASeat(Server server, Towns.Town town, String name, String outcome) throws Exception {
		List<Visitor> visitors = signIn(server, town);
		Queue<Towns.Seat> seats = new ConcurrentLinkedQueue<>(Towns.seats(town));
		return new Measurement(name, "POST of the form, and the page after it that says: " + outcome, 2, MOST_SEATS,
				() -> {
					Towns.Seat seat = seats.remove();
					Visitor visitor = visitors.get(seat.account());
					String session = "/trainingen/" + seat.session();
					long bytes = visitor.post(session + "/aanvragen", Map.of("prerequisites", "Ervaring genoeg."))
						.expectRedirect(session)
						.bytes();
					return bytes + visitor.get(session).expect(200, outcome).bytes();
				});
	}

	/** Everybody of the town with an account. */
	private static List<Visitor> signIn(Server server, Towns.Town town) throws Exception {
		try (ExecutorService doors = Executors.newFixedThreadPool(CPU_CONNECTIONS)) {
			List<Callable<Visitor>> people = IntStream.range(0, Towns.ACCOUNTS)
				.<Callable<Visitor>>mapToObj((account) -> () -> signIn(server, town, account))
				.toList();
			List<Visitor> visitors = new ArrayList<>();
			for (Future<Visitor> visitor : doors.invokeAll(people)) {
				visitors.add(visitor.get());
			}
			return visitors;
		}
	}

	private static Visitor signIn(Server server, Towns.Town town, int account) {
		return new Visitor(server.port()).signIn(town.username(account), Towns.PASSWORD);
	}

	private Visitor signIn(Server server, String username) throws IOException {
		return new Visitor(server.port()).signIn(username, server.accounts().get(username));
	}

	private static Measurement cold(Measurement measurement) throws IOException, InterruptedException {
		measurement.cold();
		return measurement;
	}

	private Map.Entry<String, String> query() {
		List<Map.Entry<String, String>> all = List.copyOf(QUERIES.entrySet());
		return all.get(Math.floorMod(this.turn.getAndIncrement(), all.size()));
	}

	/** As a browser with JavaScript does it, but with all questions on one page. */
	private long quiz(Desk desk) {
		Visitor visitor = desk.visitor();
		String start = "/modules/" + desk.module() + "/toets";
		Visitor.Page page = visitor.post(start, Map.of()).expectRedirect(start + "/\\d+");
		long bytes = page.bytes();
		int number = Integer.parseInt(page.location().substring(page.location().lastIndexOf('/') + 1));
		this.mostAttempts.accumulateAndGet(number, Math::max);
		String attempt = start + "/" + number;
		page = visitor.get(attempt + "?vraag=0").expect(200, "vragen beantwoord");
		bytes += page.bytes();
		for (String question : find(QUESTION, page.text())) {
			bytes += visitor.post(attempt + "/antwoorden", this.answers.form(desk.module(), question))
				.expect(204, "")
				.bytes();
		}
		bytes += visitor.post(attempt, Map.of("naar", "inleveren")).expectRedirect(attempt + "/uitslag").bytes();
		return bytes + visitor.get(attempt + "/uitslag").expect(200, "U hebt 100 procent goed").bytes();
	}

	private static List<String> find(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((found) -> found.group(1)).toList();
	}

	private static void print(Map<String, Object> facts, List<Measurement> measurements) {
		facts.forEach((name, value) -> System.out.println(
				name + ": " + ((value instanceof Double number) ? String.format(Locale.ROOT, "%.0f", number) : value)));
		System.out.println();
		System.out.println(Measurement.header());
		measurements.forEach((measurement) -> System.out.println(measurement.row(measurements.getFirst())));
		System.out.println();
		measurements.forEach((measurement) -> System.out
			.println(measurement.summary().action() + ": " + measurement.summary().what()));
		System.out.println("CPU is that of the server alone, at " + CPU_CONNECTIONS
				+ " connections; ratio is the median of its ratios to the trivial page's in the same round; latencies in "
				+ "ms; bytes as they came, compressed. Client and server share the processors.");
		measurements.stream()
			.filter((measurement) -> measurement.failures() > 0)
			.forEach((measurement) -> System.err.println("bench: " + measurement.firstFailure()));
	}

	private static void print(List<QueryUse> queries) {
		System.out.println();
		System.out.println("collection, query, index: times, documents looked at and returned for each");
		queries.stream()
			.sorted(Comparator.comparingLong(QueryUse::scanned).reversed())
			.limit(MOST_QUERIES)
			.forEach((use) -> System.out.printf(Locale.ROOT, "%s, %s, %s: %d, %.1f, %.1f%n", use.collection(),
					use.shape(), use.plan(), use.times(), (double) use.scanned() / use.times(),
					(double) use.returned() / use.times()));
	}

	private static double load() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

}
