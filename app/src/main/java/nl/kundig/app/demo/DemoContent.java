package nl.kundig.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import nl.kundig.app.account.AccountRole;
import nl.kundig.app.account.AccountService;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.guidance.ContactCard;
import nl.kundig.courses.guidance.GuidanceService;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.Partner;
import nl.kundig.courses.people.PartnerId;
import nl.kundig.courses.people.PartnerKind;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.Region;
import nl.kundig.courses.people.RegionId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Two municipalities, a region and a partner that do not exist, with somebody in every
 * role. Coordinators and editors come in pairs: publishing takes two.
 */
@Component
public class DemoContent {

	private static final RegionId REGION = new RegionId("delta");

	private static final MunicipalityId WATERKERK = new MunicipalityId("waterkerk");

	private static final MunicipalityId HOOGVELD = new MunicipalityId("hoogveld");

	private static final PartnerId YOUTH_WORK = new PartnerId("jongerenwerk-de-brug");

	private final PeopleService people;

	private final AccountService accounts;

	private final GuidanceService guidance;

	private final Clock clock;

	DemoContent(PeopleService people, AccountService accounts, GuidanceService guidance, Clock clock) {
		this.people = people;
		this.accounts = accounts;
		this.guidance = guidance;
		this.clock = clock;
	}

	/**
	 * Makes municipalities, people and accounts once, and writes the passwords beside the
	 * store.
	 */
	public void create(Path folder) {
		if (this.people.region(REGION).isPresent()) {
			return;
		}
		createPlaces();
		List<String> lines = new ArrayList<>(List.of("role,municipality,username,password"));
		for (MunicipalityId place : List.of(WATERKERK, HOOGVELD)) {
			boolean first = place.equals(WATERKERK);
			lines.add(person("baliemedewerker", place, first ? "Anja de Boer" : "Kees Vermeulen",
					LearnerRole.DESK_EMPLOYEE, Set.of(), null));
			lines.add(person("boa", place, first ? "Samir Haddad" : "Ilse Brouwer", LearnerRole.ENFORCEMENT_OFFICER,
					Set.of(), null));
			lines.add(person("coordinator", place, first ? "Mirjam Postma" : "Tjeerd Wiersma",
					LearnerRole.FOCAL_OFFICER, Set.of(AccountRole.COORDINATOR), null));
			lines.add(person("coordinator2", place, first ? "Yara el Amrani" : "Sjoerd Hoekstra",
					LearnerRole.FOCAL_OFFICER, Set.of(AccountRole.COORDINATOR), null));
			lines.add(person("beleid", place, first ? "Fatma Yıldız" : "Bram Janssens", LearnerRole.POLICY_OFFICER,
					Set.of(), null));
			lines.add(person("wijkteam", place, first ? "Noor van den Berg" : "Milan Kovač", LearnerRole.SOCIAL_DOMAIN,
					Set.of(), null));
			lines.add(person("leidinggevende", place, first ? "Peter Smit" : "Aisha Bakker", LearnerRole.MANAGER,
					Set.of(), null));
			lines.add(person("auditor", place, first ? "Hans Kuipers" : "Greet Mulder", null,
					Set.of(AccountRole.AUDITOR), null));
		}
		lines.add(person("partner", WATERKERK, "Dennis Koster", LearnerRole.EXTERNAL_PARTNER, Set.of(), YOUTH_WORK));
		lines.add(central("regio", "Joris van Dam", AccountRole.REGIONAL_COORDINATOR));
		lines.add(central("redactie", "Femke Visser", AccountRole.EDITOR));
		lines.add(central("redactie2", "Wouter Prins", AccountRole.EDITOR));
		AccountService.writePrivately(file(folder), lines);
		// Last: a start that was cut off before this line does all of it again.
		this.people.add(new Region(REGION, "Regio Delta"));
	}

	/** Role, municipality, username and password, as in {@code demo-accounts.csv}. */
	public List<String> lines(Path folder) {
		try {
			return Files.exists(file(folder)) ? Files.readAllLines(file(folder)) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path file(Path folder) {
		return folder.resolve("demo-accounts.csv");
	}

	private String person(String role, MunicipalityId place, String name, @Nullable LearnerRole learnerRole,
			Set<AccountRole> accountRoles, @Nullable PartnerId partner) {
		LearnerId learner = this.people.register(name);
		if (learnerRole != null) {
			LocalDate today = LocalDate.now(this.clock.withZone(CurriculumService.ZONE));
			this.people.takeRole(learner, learnerRole, place, partner, today);
		}
		String username = role + "." + place;
		String password = this.accounts.create(username, name, learner, accountRoles, place, null,
				username + "@" + place + ".example");
		return String.join(",", role, place.value(), username, password);
	}

	private String central(String role, String name, AccountRole accountRole) {
		LearnerId learner = this.people.register(name);
		String password = this.accounts.create(role, name, learner, Set.of(accountRole), null, REGION,
				role + "@regiodelta.example");
		return String.join(",", role, "", role, password);
	}

	private void createPlaces() {
		this.people.add(new Municipality(WATERKERK, "Waterkerk", REGION));
		this.people.add(new Municipality(HOOGVELD, "Hoogveld", REGION));
		this.people.add(new Partner(YOUTH_WORK, "Jongerenwerk De Brug", WATERKERK, PartnerKind.YOUTH_WORK));
		LocalDate reviewed = LocalDate.of(2026, 11, 2);
		this.guidance.replace(WATERKERK, List.of(
				new ContactCard("Aandachtsfunctionaris Waterkerk",
						"Voor een vraag of een zorg. U mag eerst zonder naam overleggen.", "088 555 01 10",
						"aandachtsfunctionaris@waterkerk.example", "Maandag tot en met donderdag, 9.00 tot 17.00 uur",
						"Team Veiligheid", reviewed),
				new ContactCard("Agressieprotocol",
						"Bent u bedreigd of uitgescholden? Dit is een andere route dan een zorg om iemand.",
						"088 555 01 20", null, "Elke werkdag, 8.00 tot 18.00 uur", "Personeelszaken", reviewed)));
		this.guidance.replace(REGION, List.of(new ContactCard("Adviespunt regio Delta",
				"Voor gemeenten zonder eigen kaart, en als u er samen niet uitkomt.", "088 555 02 00",
				"adviespunt@regiodelta.example", "Elke werkdag, 9.00 tot 17.00 uur", "Bureau regio Delta", reviewed)));
	}

}
