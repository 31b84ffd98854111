package nl.kundig.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A browser without a screen that may be used from many threads: keeps cookies and the
 * token of the last page, accepts gzip, follows no redirects and loads nothing a page
 * refers to.
 */
final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final String start;

	private final Map<String, String> cookies = new ConcurrentHashMap<>();

	private volatile String token = "";

	Visitor(int port) {
		this.start = "http://127.0.0.1:" + port;
	}

	/** An answer; {@code bytes} is how much of a body came over the line. */
	record Page(int status, String location, long bytes, byte[] body) {

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		/** Fails unless this is what was asked for. */
		Page expect(int status, String marker) {
			if (this.status != status || !text().contains(marker)) {
				throw new UnexpectedPage("status " + this.status + " to " + this.location + " without '" + marker
						+ "': " + text().substring(0, Math.min(text().length(), 200)));
			}
			return this;
		}

		/** Fails unless this sends the visitor to a path that ends so. */
		Page expectRedirect(String end) {
			if (this.status != 302 || !this.location.matches(".*" + end)) {
				throw new UnexpectedPage("status " + this.status + " to '" + this.location + "', not to " + end);
			}
			return this;
		}

	}

	/** An answer that is not what it should be: a failure of the benchmark. */
	static class UnexpectedPage extends RuntimeException {

		UnexpectedPage(String message) {
			super(message);
		}

	}

	Visitor signIn(String username, String password) {
		get("/inloggen").expect(200, "name=\"password\"");
		post("/inloggen", Map.of("username", username, "password", password)).expectRedirect("/(\\?continue)?");
		get("/certificaten").expect(200, "<h1>Certificaten</h1>");
		return this;
	}

	Page get(String path) {
		return send(request(path).GET());
	}

	Page post(String path, Map<String, String> fields) {
		String form = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()) + "&")
			.collect(Collectors.joining());
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form + "_csrf=" + encode(this.token))));
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder request(String path) {
		URI uri = URI.create(path.startsWith("/") ? this.start + path : path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(Duration.ofSeconds(30))
			.header("Accept-Encoding", "gzip")
			.header("Accept-Language", "nl");
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		return request;
	}

	private Page send(HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
			answer.headers().allValues("Set-Cookie").forEach(this::keep);
			byte[] body = answer.body();
			if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
				body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
			}
			Page page = new Page(answer.statusCode(), answer.headers().firstValue("Location").orElse(""),
					answer.body().length, body);
			if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
				Matcher found = TOKEN.matcher(page.text());
				if (found.find()) {
					this.token = found.group(1);
				}
			}
			return page;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String cookie) {
		String[] pair = cookie.split(";", 2)[0].split("=", 2);
		this.cookies.put(pair[0], pair[1]);
	}

}
