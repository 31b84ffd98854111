package nl.kundig.app.account;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

	@GetMapping("/inloggen")
	String form(@RequestParam(required = false) @Nullable String fout,
			@RequestParam(required = false) @Nullable String uitgelogd, Model model) {
		model.addAttribute("failed", fout != null);
		model.addAttribute("signedOut", uitgelogd != null);
		return "account/sign-in";
	}

}
