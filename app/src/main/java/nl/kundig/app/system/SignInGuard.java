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

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
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

	/**
	 * Nobody loses a working day's session; strangers have a short one, see the
	 * properties.
	 */
	private static final int SESSION_SECONDS = (int) Duration.ofHours(8).toSeconds();

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
		// Counted before the password is looked at: else many tries at once would all
		// find the count low.
		if (signingIn && (count(nameKey(request)) > MOST_PER_NAME || count(addressKey(request)) > MOST_PER_ADDRESS)) {
			response.sendError(429);
			return;
		}
		chain.doFilter(request, response);
	}

	/**
	 * A success was no failure: the name starts anew and the address gets its try back.
	 */
	AuthenticationSuccessHandler forgetting() {
		AuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler();
		return (request, response, authentication) -> {
			this.mongo.remove(byKey(nameKey(request)), SignInFailures.class);
			this.mongo.updateFirst(byKey(addressKey(request)), new Update().inc("count", -1), SignInFailures.class);
			request.getSession().setMaxInactiveInterval(SESSION_SECONDS);
			next.onAuthenticationSuccess(request, response, authentication);
		};
	}

	private int count(String key) {
		Instant now = this.clock.instant();
		this.mongo.remove(Query.query(Criteria.where("until").lte(now)), SignInFailures.class);
		Update oneMore = new Update().inc("count", 1).setOnInsert("until", now.plus(WINDOW));
		FindAndModifyOptions upsert = FindAndModifyOptions.options().upsert(true).returnNew(true);
		SignInFailures failures;
		try {
			failures = this.mongo.findAndModify(byKey(key), oneMore, upsert, SignInFailures.class);
		}
		catch (DuplicateKeyException ex) {
			// Two first tries at once; the other one made the document.
			failures = this.mongo.findAndModify(byKey(key), oneMore, upsert, SignInFailures.class);
		}
		return (failures != null) ? failures.count() : 0;
	}

	private static Query byKey(String key) {
		return Query.query(Criteria.where("_id").is(key));
	}

	/** Trimmed as the sign-in itself does, so that a space is no new name. */
	private static String nameKey(HttpServletRequest request) {
		String name = request.getParameter("username");
		return ContentHash.of("name", (name != null) ? name.trim().toLowerCase(Locale.ROOT) : "");
	}

	private static String addressKey(HttpServletRequest request) {
		return ContentHash.of("address", request.getRemoteAddr());
	}

}
