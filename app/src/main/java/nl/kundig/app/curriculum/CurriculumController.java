package nl.kundig.app.curriculum;

import nl.kundig.app.account.LoggedIn;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class CurriculumController {

	private final CurriculumViews views;

	CurriculumController(CurriculumViews views) {
		this.views = views;
	}

	@GetMapping("/leerlijn")
	String curriculum(@AuthenticationPrincipal LoggedIn me, Model model) {
		model.addAttribute("curricula", this.views.of(me.learner()));
		return "curriculum/curriculum";
	}

}
