package nl.kundig.app.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Accounts: made here, and found here when somebody signs in. */
@Service
public class AccountService implements UserDetailsService {

	/**
	 * The file in the data folder with the password of the first account of a store
	 * without demo people.
	 */
	public static final String FIRST_ACCOUNT = "first-account.csv";

	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private final AccountRepository accounts;

	private final PeopleService people;

	private final PasswordEncoder passwords;

	private final SecureRandom random = new SecureRandom();

	AccountService(AccountRepository accounts, PeopleService people, PasswordEncoder passwords) {
		this.accounts = accounts;
		this.people = people;
		this.passwords = passwords;
	}

	/**
	 * Makes an account with a new random password, which is returned and kept nowhere
	 * else.
	 */
	public String create(String username, String name, LearnerId learner, Set<AccountRole> roles,
			@Nullable MunicipalityId municipality, @Nullable RegionId region) {
		return create(username, name, learner, roles, municipality, region, null);
	}

	/**
	 * The same, for somebody with a work address.
	 * @throws IllegalArgumentException when that is no address, or somebody else's
	 */
	public String create(String username, String name, LearnerId learner, Set<AccountRole> roles,
			@Nullable MunicipalityId municipality, @Nullable RegionId region, @Nullable String email) {
		String password = randomPassword();
		String address = (email != null) ? new EmailAddress(email).value() : null;
		try {
			this.accounts
				.save(new Account(username.toLowerCase(Locale.ROOT), String.valueOf(this.passwords.encode(password)),
						name, learner, roles, municipality, region, address));
		}
		catch (DuplicateKeyException ex) {
			throw new IllegalArgumentException("somebody has that address");
		}
		return password;
	}

	/** The name of who has that account; empty when nobody has it any more. */
	public Optional<String> name(String username) {
		return this.accounts.findById(username).map(Account::name);
	}

	/** The person's work address, if one is known. */
	public Optional<String> email(LearnerId learner) {
		return Optional.ofNullable(emails(List.of(learner)).get(learner));
	}

	/** The work addresses of those whose address is known. */
	public Map<LearnerId, String> emails(Collection<LearnerId> learners) {
		Map<LearnerId, String> emails = new LinkedHashMap<>();
		for (Account account : this.accounts.findByLearnerIn(learners)) {
			if (account.email() != null) {
				emails.putIfAbsent(account.learner(), account.email());
			}
		}
		return emails;
	}

	/** The municipality whose arrangements this person may see. */
	public Optional<MunicipalityId> municipality(LearnerId learner) {
		return this.accounts.findByLearner(learner)
			.stream()
			.map(Account::municipality)
			.filter(Objects::nonNull)
			.findFirst();
	}

	/** The region this person looks after. */
	public Optional<RegionId> region(LearnerId learner) {
		return this.accounts.findByLearner(learner).stream().map(Account::region).filter(Objects::nonNull).findFirst();
	}

	/**
	 * A store without demo people still needs somebody to sign in: an editor, whose
	 * password is written to {@code first-account.csv}. Does nothing when there is an
	 * account.
	 */
	public void createFirst(Path folder) {
		if (!this.accounts.findAll().isEmpty()) {
			return;
		}
		LearnerId learner = this.people.register("Eerste redacteur");
		String password = create("redactie", "Eerste redacteur", learner, Set.of(AccountRole.EDITOR), null, null);
		writePrivately(folder.resolve(FIRST_ACCOUNT),
				List.of("role,municipality,username,password", "redacteur,,redactie," + password));
	}

	/** Writes lines that only the owner of this process may read. */
	public static void writePrivately(Path file, List<String> lines) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.deleteIfExists(file);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return this.accounts.findById(username.toLowerCase(Locale.ROOT))
			.map(LoggedIn::new)
			.orElseThrow(() -> new UsernameNotFoundException("unknown"));
	}

	private String randomPassword() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < 16; i++) {
			password.append((i > 0 && i % 4 == 0) ? "-" : "")
				.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return password.toString();
	}

}
