package nl.kundig.app.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import nl.kundig.app.KundigTest;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@KundigTest
class EmailTests {

	@Autowired
	private AccountService accounts;

	@Autowired
	private PeopleService people;

	@Test
	void aWorkAddressIsFoundByTheLearner() {
		String address = "Ann." + UUID.randomUUID() + "@Waterkerk.example";
		LearnerId ann = person(address);
		LearnerId bob = person(null);
		LearnerId carla = person(null);
		assertThat(this.accounts.email(ann)).contains(address.toLowerCase(Locale.ROOT));
		assertThat(this.accounts.email(bob)).isEmpty();
		assertThat(this.accounts.emails(List.of(ann, bob, carla))).containsOnlyKeys(ann);
		assertThat(this.accounts.emails(List.of())).isEmpty();
	}

	@Test
	void twoPeopleNeverHaveOneAddress() {
		String address = UUID.randomUUID() + "@waterkerk.example";
		person(address);
		LearnerId other = this.people.register("Ander");
		String username = "ander." + UUID.randomUUID();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.accounts.create(username, "Ander", other, Set.of(), null, null,
					address.toUpperCase(Locale.ROOT)))
			.withMessageNotContaining(address);
		assertThatExceptionOfType(UsernameNotFoundException.class)
			.isThrownBy(() -> this.accounts.loadUserByUsername(username));
	}

	@Test
	void whatIsNoAddressMakesNoAccount() {
		LearnerId ann = this.people.register("Ann");
		String username = "ann." + UUID.randomUUID();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.accounts.create(username, "Ann", ann, Set.of(), null, null, "ann"));
		assertThatExceptionOfType(UsernameNotFoundException.class)
			.isThrownBy(() -> this.accounts.loadUserByUsername(username));
	}

	@Test
	void everybodyOfTheDemoHasOne() {
		LearnerId desk = ((LoggedIn) this.accounts.loadUserByUsername("baliemedewerker.waterkerk")).learner();
		LearnerId region = ((LoggedIn) this.accounts.loadUserByUsername("regio")).learner();
		assertThat(this.accounts.email(desk)).contains("baliemedewerker.waterkerk@waterkerk.example");
		assertThat(this.accounts.email(region)).contains("regio@regiodelta.example");
		assertThat(this.accounts.municipality(desk)).contains(new MunicipalityId("waterkerk"));
		assertThat(this.accounts.region(region)).contains(new RegionId("delta"));
		assertThat(this.accounts.municipality(region)).isEmpty();
	}

	private LearnerId person(@Nullable String email) {
		LearnerId learner = this.people.register("Ann");
		this.accounts.create("ann." + UUID.randomUUID(), "Ann", learner, Set.of(), null, null, email);
		return learner;
	}

}
