package nl.kundig.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser without a screen: keeps cookies and the token of the last page, and follows a
 * redirect only when asked.
 */
public final class PageClient {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final URI start;

	private final DemoAccounts accounts;

	private String token = "";

	public PageClient(int port, DemoAccounts accounts) {
		this.start = URI.create("http://localhost:" + port + "/");
		this.accounts = accounts;
	}

	/** Signs in as somebody of the demo. */
	public PageClient signIn(String username) {
		return signIn(username, this.accounts.passwords().get(username));
	}

	public PageClient signIn(String username, String password) {
		HttpResponse<String> answer = trySignIn(username, password);
		assertThat(answer.statusCode()).as(username + " signs in").isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).as(username + " signs in")
			.doesNotContain("fout");
		get("/");
		return this;
	}

	/** What comes of signing in, without expecting anything. */
	public HttpResponse<String> trySignIn(String username, String password) {
		get("/inloggen");
		return post("/inloggen", "username", username, "password", password);
	}

	public HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(uri(path)).GET());
	}

	/** Goes where this answer points to. */
	public HttpResponse<String> follow(HttpResponse<String> answer) {
		return get(answer.headers().firstValue("Location").orElseThrow());
	}

	/**
	 * Posts a form, given as name, value, name, value, with the token of the last page.
	 */
	public HttpResponse<String> post(String path, String... form) {
		List<String> all = new ArrayList<>(List.of(form));
		all.addAll(List.of("_csrf", this.token));
		return postWithoutToken(path, all.toArray(String[]::new));
	}

	public HttpResponse<String> postWithoutToken(String path, String... form) {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < form.length; i += 2) {
			body.append(body.isEmpty() ? "" : "&").append(encode(form[i])).append('=').append(encode(form[i + 1]));
		}
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body.toString())));
	}

	/**
	 * Posts a form with a file in the field "file", given as name, value, name, value.
	 */
	public HttpResponse<String> postFile(String path, String fileName, byte[] file, String... form) {
		String boundary = "kundig-" + UUID.randomUUID();
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		List<String> all = new ArrayList<>(List.of(form));
		all.addAll(List.of("_csrf", this.token));
		for (int i = 0; i < all.size(); i += 2) {
			body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + all.get(i) + "\"\r\n\r\n"
					+ all.get(i + 1) + "\r\n")
				.getBytes(StandardCharsets.UTF_8));
		}
		body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(file);
		body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(BodyPublishers.ofByteArray(body.toByteArray())));
	}

	/** Any other method, with the token as header. */
	public HttpResponse<String> send(String method, String path) {
		return send(HttpRequest.newBuilder(uri(path))
			.header("X-CSRF-TOKEN", this.token)
			.method(method, BodyPublishers.noBody()));
	}

	public static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private URI uri(String path) {
		return this.start.resolve(path);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
			Matcher found = TOKEN.matcher(answer.body());
			if (found.find()) {
				this.token = found.group(1);
			}
			return answer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
