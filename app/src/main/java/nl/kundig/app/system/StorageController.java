package nl.kundig.app.system;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where the data is and whether there is room, for those whom people call when something
 * does not work.
 */
@Controller
class StorageController {

	private final StoreHealth health;

	StorageController(StoreHealth health) {
		this.health = health;
	}

	@GetMapping("/beheer/opslag")
	String storage(Model model) {
		model.addAttribute("embedded", this.health.isEmbedded());
		model.addAttribute("percent", this.health.percent());
		model.addAttribute("room", this.health.room());
		model.addAttribute("nearlyFull", StoreHealth.NEARLY_FULL);
		model.addAttribute("full", StoreHealth.FULL);
		return "system/storage";
	}

}
