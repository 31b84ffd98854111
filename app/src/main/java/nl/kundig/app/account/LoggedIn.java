package nl.kundig.app.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person who is signed in. */
public final class LoggedIn implements UserDetails, CredentialsContainer {

	private static final long serialVersionUID = 1L;

	private final transient Account account;

	private @Nullable String password;

	LoggedIn(Account account) {
		this.account = account;
		this.password = account.password();
	}

	public LearnerId learner() {
		return this.account.learner();
	}

	public String name() {
		return this.account.name();
	}

	public Optional<MunicipalityId> municipality() {
		return Optional.ofNullable(this.account.municipality());
	}

	public Optional<RegionId> region() {
		return Optional.ofNullable(this.account.region());
	}

	public Set<AccountRole> roles() {
		return this.account.roles();
	}

	public boolean isManaging() {
		return !this.account.roles().isEmpty();
	}

	/** Whether people call this person when something does not work. */
	public boolean isCoordinator() {
		return this.account.roles().contains(AccountRole.COORDINATOR)
				|| this.account.roles().contains(AccountRole.REGIONAL_COORDINATOR);
	}

	/** Whether this person looks after the people of one municipality. */
	public boolean isCoordinating() {
		return this.account.roles().contains(AccountRole.COORDINATOR);
	}

	public boolean isEditor() {
		return this.account.roles().contains(AccountRole.EDITOR);
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List
			.copyOf(this.account.roles().stream().map((role) -> new SimpleGrantedAuthority("ROLE_" + role)).toList());
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public String getUsername() {
		return this.account.username();
	}

	@Override
	public void eraseCredentials() {
		this.password = null;
	}

}
