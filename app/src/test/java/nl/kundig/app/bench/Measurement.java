package nl.kundig.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** One action and what its windows showed. */
final class Measurement {

	private final String name;

	private final String what;

	private final int requests;

	private final Action action;

	private final int most;

	private final Map<Integer, List<Window>> windows = new TreeMap<>();

	private double coldMs;

	private String firstFailure = "";

	/**
	 * @param requests how many requests the action consists of
	 * @param action does it once, verifies every answer and returns how many bytes came
	 */
	Measurement(String name, String what, int requests, Action action) {
		this(name, what, requests, Integer.MAX_VALUE, action);
	}

	/**
	 * An action that uses something up.
	 * @param most after how many times a window ends before its time
	 */
	Measurement(String name, String what, int requests, int most, Action action) {
		this.name = name;
		this.what = what;
		this.requests = requests;
		this.most = most;
		this.action = action;
	}

	/** What a visitor does. */
	@FunctionalInterface
	interface Action {

		long run() throws IOException, InterruptedException;

	}

	/** What happened in one stretch of time; latencies in nanoseconds. */
	private record Window(long[] latencies, long bytes, int failures, double cpuMs, double seconds) {

		double cpuMsPerAction() {
			return (this.latencies.length == 0) ? Double.NaN : this.cpuMs / this.latencies.length;
		}

	}

	/** What one connection did. */
	private record Share(List<Long> latencies, long bytes, int failures) {
	}

	/** The very first time. */
	void cold() throws IOException, InterruptedException {
		long start = System.nanoTime();
		this.action.run();
		this.coldMs = (System.nanoTime() - start) / 1e6;
	}

	void warmUp(Server server, int connections, long millis) throws Exception {
		measure(server, connections, millis);
	}

	void window(Server server, int connections, long millis) throws Exception {
		this.windows.computeIfAbsent(connections, (key) -> new ArrayList<>()).add(measure(server, connections, millis));
	}

	int failures() {
		return all().stream().mapToInt(Window::failures).sum();
	}

	String firstFailure() {
		return this.name + ": " + this.firstFailure;
	}

	static String header() {
		return String.format("%-22s %4s %7s  %-21s  %5s  %7s  %-20s  %-20s  %-20s  %8s %5s", "action", "req", "n",
				"CPU ms (min-max)", "ratio", "cold ms", "1: p50/p95/p99", "8: p50/p95/p99", "32: p50/p95/p99", "bytes",
				"fail");
	}

	String row(Measurement trivial) {
		Summary summary = summary();
		String cpu = String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", summary.cpuMsMedian(), summary.cpuMsMin(),
				summary.cpuMsMax());
		List<String> latencies = summary.latencyMs()
			.values()
			.stream()
			.map((quantiles) -> String.format(Locale.ROOT, "%.1f/%.1f/%.1f", quantiles.get("p50"), quantiles.get("p95"),
					quantiles.get("p99")))
			.toList();
		return String.format(Locale.ROOT, "%-22s %4d %7d  %-21s  %5.1f  %7.1f  %-20s  %-20s  %-20s  %8d %5d", this.name,
				this.requests, summary.n(), cpu, ratio(trivial), this.coldMs, latencies.get(0), latencies.get(1),
				latencies.get(2), summary.bytes(), summary.failures());
	}

	/** How many times the CPU of another action of the same rounds, in the middle. */
	private double ratio(Measurement other) {
		List<Window> own = this.windows.get(Bench.CPU_CONNECTIONS);
		List<Window> others = other.windows.get(Bench.CPU_CONNECTIONS);
		double[] ratios = IntStream.range(0, own.size())
			.mapToDouble((round) -> own.get(round).cpuMsPerAction() / others.get(round).cpuMsPerAction())
			.sorted()
			.toArray();
		return ratios[ratios.length / 2];
	}

	/**
	 * For the JSON file; CPU from the windows of eight connections, where waiting is
	 * least.
	 */
	Summary summary() {
		double[] cpu = this.windows.get(Bench.CPU_CONNECTIONS)
			.stream()
			.mapToDouble(Window::cpuMsPerAction)
			.sorted()
			.toArray();
		Map<Integer, Map<String, Double>> latencies = new LinkedHashMap<>();
		Map<Integer, Double> perSecond = new LinkedHashMap<>();
		Map<Integer, List<Double>> cpuOfWindows = new LinkedHashMap<>();
		this.windows.forEach((connections, list) -> {
			long[] sorted = list.stream()
				.flatMapToLong((window) -> Arrays.stream(window.latencies()))
				.sorted()
				.toArray();
			Map<String, Double> quantiles = new LinkedHashMap<>();
			quantiles.put("p50", quantile(sorted, 0.5));
			quantiles.put("p95", quantile(sorted, 0.95));
			quantiles.put("p99", quantile(sorted, 0.99));
			latencies.put(connections, quantiles);
			perSecond.put(connections, sorted.length / list.stream().mapToDouble(Window::seconds).sum());
			cpuOfWindows.put(connections, list.stream().map(Window::cpuMsPerAction).toList());
		});
		long n = all().stream().mapToLong((window) -> window.latencies().length).sum();
		long bytes = all().stream().mapToLong(Window::bytes).sum() / Math.max(n, 1);
		return new Summary(this.name, this.what, this.requests, n, cpu[cpu.length / 2], cpu[0], cpu[cpu.length - 1],
				cpuOfWindows, this.coldMs, latencies, perSecond, bytes, failures());
	}

	/** What is written down of an action; maps by number of connections. */
	record Summary(String action, String what, int requests, long n, double cpuMsMedian, double cpuMsMin,
			double cpuMsMax, Map<Integer, List<Double>> cpuMsOfWindows, double coldMs,
			Map<Integer, Map<String, Double>> latencyMs, Map<Integer, Double> actionsPerSecond, long bytes,
			int failures) {
	}

	private List<Window> all() {
		return this.windows.values().stream().flatMap(List::stream).toList();
	}

	private Window measure(Server server, int connections, long millis) throws Exception {
		try (ExecutorService visitors = Executors.newFixedThreadPool(connections)) {
			double cpuBefore = server.cpu().toNanos();
			long start = System.nanoTime();
			long end = start + millis * 1_000_000;
			AtomicInteger left = new AtomicInteger(this.most);
			List<Callable<Share>> tasks = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				tasks.add(() -> again(end, left));
			}
			List<Long> latencies = new ArrayList<>();
			long bytes = 0;
			int failures = 0;
			for (Future<Share> done : visitors.invokeAll(tasks)) {
				latencies.addAll(done.get().latencies());
				bytes += done.get().bytes();
				failures += done.get().failures();
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			double cpuMs = (server.cpu().toNanos() - cpuBefore) / 1e6;
			return new Window(latencies.stream().mapToLong(Long::longValue).toArray(), bytes, failures, cpuMs, seconds);
		}
	}

	/**
	 * Acts again and again until the time is over, at least once unless none are left.
	 */
	private Share again(long end, AtomicInteger left) throws IOException, InterruptedException {
		List<Long> latencies = new ArrayList<>();
		long bytes = 0;
		int failures = 0;
		while (left.getAndDecrement() > 0) {
			long start = System.nanoTime();
			try {
				bytes += this.action.run();
				latencies.add(System.nanoTime() - start);
			}
			catch (Visitor.UnexpectedPage | UncheckedIOException ex) {
				failures++;
				synchronized (this) {
					this.firstFailure = this.firstFailure.isEmpty() ? ex.toString() : this.firstFailure;
				}
			}
			if (System.nanoTime() >= end) {
				break;
			}
		}
		return new Share(latencies, bytes, failures);
	}

	private static double quantile(long[] sorted, double share) {
		return (sorted.length == 0) ? Double.NaN
				: sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
	}

}
