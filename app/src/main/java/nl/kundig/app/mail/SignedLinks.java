package nl.kundig.app.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import nl.kundig.app.system.Gone;
import nl.kundig.app.system.NotFound;
import nl.kundig.app.system.PublicAddress;
import nl.kundig.courses.people.PeopleService;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/**
 * Links in mails that need no account. Who has the link may do the one thing it is for,
 * once, until it lapses.
 * <p>
 * A page with such a link lies under {@link PublicAddress#LINKS}. Opening it changes
 * nothing, since scanners of mail follow links; a button on it does. What the button does
 * must be harmless when done twice: the link is spent after it.
 */
@Service
public class SignedLinks {

	/** Far less than a key is kept. */
	public static final Duration LONGEST = Duration.ofDays(60);

	private static final Duration KEY_KEPT = Duration.ofDays(2 * 366);

	private static final String FORMAT = "kundig-link-1";

	private static final int LONGEST_TOKEN = 1500;

	private static final int FIXED_PARTS = 5;

	private static final Pattern PART = Pattern.compile("[A-Za-z0-9._|:@+-]{1,200}");

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private final Map<String, SigningKey> keys = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final MongoOperations mongo;

	private final Clock clock;

	SignedLinks(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * A new token for an address, of letters, digits, dash, underscore and one dot.
	 * @param until at most sixty days from now
	 */
	public String sign(String purpose, List<String> about, Instant until) {
		if (until.isAfter(this.clock.instant().plus(LONGEST))) {
			throw new IllegalArgumentException("a link that works too long");
		}
		SigningKey key = current();
		List<String> parts = new ArrayList<>(
				List.of(FORMAT, key.id(), purpose, Long.toString(until.getEpochSecond()), encode(randomBytes(16))));
		parts.addAll(about);
		if (!parts.stream().allMatch((part) -> PART.matcher(part).matches())) {
			throw new IllegalArgumentException("not a part of a link");
		}
		byte[] payload = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
		return encode(payload) + "." + encode(signature(key, payload));
	}

	/**
	 * What the link says; changes nothing.
	 * @throws NotFound when nobody signed it for this purpose
	 * @throws Gone when it lapsed or was spent
	 */
	public SignedLink open(String token, String purpose) {
		SignedLink link = verify(token);
		if (!link.purpose().equals(purpose)) {
			throw new NotFound();
		}
		if (!this.clock.instant().isBefore(link.until())
				|| this.mongo.findById(link.nonce(), SpentLink.class) != null) {
			throw new Gone();
		}
		return link;
	}

	/** The link does not work any more; to be called when it has done its work. */
	public void spend(SignedLink link) {
		this.mongo.remove(Query.query(Criteria.where("until").lte(this.clock.instant())), SpentLink.class);
		try {
			this.mongo.insert(new SpentLink(link.nonce(), link.until()));
		}
		catch (DuplicateKeyException ex) {
			// Pressed twice at once; it is spent.
		}
	}

	private SignedLink verify(String token) {
		int dot = token.indexOf('.');
		if (dot < 0 || token.length() > LONGEST_TOKEN) {
			throw new NotFound();
		}
		byte[] payload = decode(token.substring(0, dot));
		byte[] signature = decode(token.substring(dot + 1));
		List<String> parts = List.of(new String(payload, StandardCharsets.UTF_8).split("\n"));
		SigningKey key = (parts.size() >= FIXED_PARTS) ? known(parts.get(1)) : null;
		if (key == null || !MessageDigest.isEqual(signature(key, payload), signature)
				|| !parts.getFirst().equals(FORMAT)) {
			throw new NotFound();
		}
		return new SignedLink(parts.get(2), parts.subList(FIXED_PARTS, parts.size()),
				Instant.ofEpochSecond(Long.parseLong(parts.get(3))), parts.get(4));
	}

	/** This year's key; whoever signs first makes it. */
	private SigningKey current() {
		Instant now = this.clock.instant();
		String year = Integer.toString(now.atZone(PeopleService.ZONE).getYear());
		SigningKey known = known(year);
		if (known != null) {
			return known;
		}
		this.mongo.remove(Query.query(Criteria.where("createdAt").lte(now.minus(KEY_KEPT))), SigningKey.class);
		try {
			this.mongo.insert(new SigningKey(year, randomBytes(32), now));
		}
		catch (DuplicateKeyException ex) {
			// Another node was first; its key is the one.
		}
		SigningKey made = known(year);
		if (made == null) {
			throw new IllegalStateException("no key to sign with");
		}
		return made;
	}

	private @Nullable SigningKey known(String id) {
		SigningKey cached = this.keys.get(id);
		if (cached != null || !YEAR.matcher(id).matches()) {
			return cached;
		}
		SigningKey stored = this.mongo.findById(id, SigningKey.class);
		if (stored != null) {
			this.keys.put(id, stored);
		}
		return stored;
	}

	private byte[] randomBytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] signature(SigningKey key, byte[] payload) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
			return mac.doFinal(payload);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

}
