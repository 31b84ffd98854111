package nl.kundig.app.curriculum;

import java.util.List;

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
		List<CurriculumView> own = this.views.of(me.learner());
		model.addAttribute("curricula", own);
		model.addAttribute("others", this.views.others(own.stream().map(CurriculumView::id).toList()));
		return "curriculum/curriculum";
	}

}
