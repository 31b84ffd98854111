package nl.kundig.courses.guidance;

import java.util.List;
import java.util.Optional;

import nl.kundig.courses.people.Municipality;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;

import org.springframework.stereotype.Service;

/** Whom to call. */
@Service
public class GuidanceService {

	private final ContactCardsRepository cards;

	private final PeopleService people;

	GuidanceService(ContactCardsRepository cards, PeopleService people) {
		this.cards = cards;
		this.people = people;
	}

	/** The municipality's own cards, or else its region's. */
	public Contacts contacts(MunicipalityId municipality) {
		List<ContactCard> own = cards("municipality:" + municipality);
		if (!own.isEmpty()) {
			return new Contacts(own, false);
		}
		Optional<RegionId> region = this.people.municipality(municipality).map(Municipality::region);
		return region.map(this::contacts).orElseGet(() -> new Contacts(List.of(), false));
	}

	/** The region's cards. */
	public Contacts contacts(RegionId region) {
		return new Contacts(cards("region:" + region), true);
	}

	public void replace(MunicipalityId municipality, List<ContactCard> cards) {
		this.cards.save(new ContactCards("municipality:" + municipality, cards));
	}

	public void replace(RegionId region, List<ContactCard> cards) {
		this.cards.save(new ContactCards("region:" + region, cards));
	}

	private List<ContactCard> cards(String place) {
		return this.cards.findById(place).map(ContactCards::cards).orElse(List.of());
	}

}
