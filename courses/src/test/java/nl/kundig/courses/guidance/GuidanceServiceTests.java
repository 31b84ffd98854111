package nl.kundig.courses.guidance;

import java.time.LocalDate;
import java.util.List;

import nl.kundig.courses.CoursesTest;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CoursesTest
class GuidanceServiceTests {

	private static final RegionId REGION = new RegionId("regio");

	private static final MunicipalityId DORP = new MunicipalityId("dorp");

	private static final ContactCard OWN = card("Aandachtsfunctionaris Dorp");

	private static final ContactCard REGIONAL = card("Meldpunt regio");

	@Autowired
	private GuidanceService guidance;

	@Autowired
	private PeopleService people;

	@BeforeEach
	void addDorp() {
		this.people.add(new Region(REGION, "Regio"));
		this.people.add(new Municipality(DORP, "Dorp", REGION));
		this.guidance.replace(REGION, List.of(REGIONAL));
	}

	@Test
	void showsTheMunicipalitysOwnCards() {
		this.guidance.replace(DORP, List.of(OWN));
		assertThat(this.guidance.contacts(DORP)).isEqualTo(new Contacts(List.of(OWN), false));
	}

	@Test
	void fallsBackToTheRegion() {
		assertThat(this.guidance.contacts(DORP)).isEqualTo(new Contacts(List.of(REGIONAL), true));
	}

	@Test
	void fallsBackToTheRegionWhenTheLastOwnCardIsGone() {
		this.guidance.replace(DORP, List.of(OWN));
		this.guidance.replace(DORP, List.of());
		assertThat(this.guidance.contacts(DORP)).isEqualTo(new Contacts(List.of(REGIONAL), true));
	}

	@Test
	void knowsNobodyInAnUnknownMunicipality() {
		assertThat(this.guidance.contacts(new MunicipalityId("none"))).isEqualTo(new Contacts(List.of(), false));
	}

	@Test
	void aPlaceOfTheSameNameKeepsItsOwnCards() {
		this.guidance.replace(new RegionId(DORP.value()), List.of(REGIONAL));
		this.guidance.replace(DORP, List.of(OWN));
		assertThat(this.guidance.contacts(new RegionId(DORP.value())).cards()).containsExactly(REGIONAL);
	}

	private static ContactCard card(String title) {
		return new ContactCard(title, "Voor overleg", "06 12345678", null, "werkdagen", "Veiligheid",
				LocalDate.of(2026, 11, 1));
	}

}
