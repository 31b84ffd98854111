package nl.kundig.app.guidance;

import nl.kundig.app.account.LoggedIn;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class GuidanceController {

	private final ContactViews contacts;

	GuidanceController(ContactViews contacts) {
		this.contacts = contacts;
	}

	@GetMapping("/melden")
	String contacts(@AuthenticationPrincipal LoggedIn me, Model model) {
		model.addAttribute("contacts", this.contacts.of(me));
		return "guidance/contacts";
	}

}
