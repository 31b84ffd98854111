package nl.kundig.app.guidance;

import java.util.List;

import nl.kundig.app.account.LoggedIn;
import nl.kundig.courses.guidance.Contacts;
import nl.kundig.courses.guidance.GuidanceService;

import org.springframework.stereotype.Component;

/** Whom the person who is signed in can call. */
@Component
public class ContactViews {

	private final GuidanceService guidance;

	ContactViews(GuidanceService guidance) {
		this.guidance = guidance;
	}

	public Contacts of(LoggedIn me) {
		return me.municipality()
			.map(this.guidance::contacts)
			.or(() -> me.region().map(this.guidance::contacts))
			.orElseGet(() -> new Contacts(List.of(), false));
	}

}
