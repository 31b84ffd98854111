package nl.kundig.app.system;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What a public body must publish: accessibility, and where to report a weakness. */
@Controller
class StatementController {

	private final KundigProperties properties;

	private final Clock clock;

	StatementController(KundigProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	@GetMapping("/toegankelijkheid")
	String accessibility() {
		return "system/accessibility";
	}

	/**
	 * RFC 9116; it expires ninety days after each reading, while somebody still runs
	 * this.
	 */
	@GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE)
	@ResponseBody
	String securityTxt() {
		return "Contact: " + this.properties.securityContact() + "\nExpires: "
				+ this.clock.instant().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.DAYS)
				+ "\nPreferred-Languages: nl, en\n";
	}

}
