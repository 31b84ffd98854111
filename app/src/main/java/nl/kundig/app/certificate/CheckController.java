package nl.kundig.app.certificate;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import nl.kundig.courses.certificate.CertificateCheck;
import nl.kundig.courses.certificate.CertificateService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/**
 * The public check: says only what the holder shows, and of an unknown code nothing else.
 */
@Controller
class CheckController {

	private static final int LONGEST_CODE = 40;

	private final CertificateService certificates;

	CheckController(CertificateService certificates) {
		this.certificates = certificates;
	}

	@GetMapping("/controle")
	String form(@RequestParam(required = false) @Nullable String code) {
		// No code has other characters, and some of them are refused in an address.
		String typed = (code != null) ? code.replaceAll("[^\\p{L}\\p{N}-]", "") : "";
		if (!typed.isEmpty()) {
			return "redirect:/controle/" + UriUtils.encodePathSegment(typed, "UTF-8");
		}
		return "certificate/check-form";
	}

	@GetMapping("/controle/{code}")
	String check(@PathVariable String code, HttpServletResponse response, Model model) {
		Optional<CertificateCheck> check = (code.length() > LONGEST_CODE) ? Optional.empty()
				: this.certificates.check(code);
		if (check.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		model.addAttribute("check", check.orElse(null));
		return "certificate/check";
	}

}
