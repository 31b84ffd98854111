package nl.kundig.app.system;

import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

class GoneTests {

	private final MockMvc pages = MockMvcBuilders.standaloneSetup(new Lapsed())
		.setControllerAdvice(new ErrorPages())
		.build();

	@Test
	void whatLapsedAnswersThatItIsGone() throws Exception {
		this.pages.perform(get("/lapsed")).andExpect(status().isGone());
		this.pages.perform(get("/error").requestAttr("jakarta.servlet.error.status_code", 410))
			.andExpect(status().isGone())
			.andExpect(model().attribute("status", 410));
	}

	@Controller
	static class Lapsed {

		@GetMapping("/lapsed")
		String lapsed() {
			throw new Gone();
		}

	}

}
