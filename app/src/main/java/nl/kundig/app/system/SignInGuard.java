package nl.kundig.app.system;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.courses.content.ContentHash;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops guessing: after five failures for a name, or fifty from an address, signing in
 * waits until fifteen minutes after the first of them.
 */
@Component
class SignInGuard extends OncePerRequestFilter {

	private static final int MOST_PER_NAME = 5;

	private static final int MOST_PER_ADDRESS = 50;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private final MongoOperations mongo;

	private final Clock clock;

	SignInGuard(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean signingIn = "POST".equals(request.getMethod()) && "/inloggen".equals(request.getServletPath());
		if (signingIn && (isFull(nameKey(request), MOST_PER_NAME) || isFull(addressKey(request), MOST_PER_ADDRESS))) {
			response.sendError(429);
			return;
		}
		chain.doFilter(request, response);
	}

	AuthenticationFailureHandler counting() {
		AuthenticationFailureHandler next = new SimpleUrlAuthenticationFailureHandler("/inloggen?fout");
		return (request, response, failure) -> {
			count(nameKey(request));
			count(addressKey(request));
			next.onAuthenticationFailure(request, response, failure);
		};
	}

	AuthenticationSuccessHandler forgetting() {
		AuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler();
		return (request, response, authentication) -> {
			this.mongo.remove(Query.query(Criteria.where("_id").is(nameKey(request))), SignInFailures.class);
			next.onAuthenticationSuccess(request, response, authentication);
		};
	}

	private boolean isFull(String key, int most) {
		SignInFailures failures = this.mongo.findById(key, SignInFailures.class);
		return failures != null && failures.count() >= most && failures.until().isAfter(this.clock.instant());
	}

	private void count(String key) {
		Instant now = this.clock.instant();
		this.mongo.remove(Query.query(Criteria.where("until").lte(now)), SignInFailures.class);
		this.mongo.findAndModify(Query.query(Criteria.where("_id").is(key)),
				new Update().inc("count", 1).setOnInsert("until", now.plus(WINDOW)),
				FindAndModifyOptions.options().upsert(true), SignInFailures.class);
	}

	private static String nameKey(HttpServletRequest request) {
		String name = request.getParameter("username");
		return ContentHash.of("name", (name != null) ? name.toLowerCase(Locale.ROOT) : "");
	}

	private static String addressKey(HttpServletRequest request) {
		return ContentHash.of("address", request.getRemoteAddr());
	}

}
