package nl.kundig.app.system;

import jakarta.servlet.http.HttpServletRequest;
import nl.kundig.app.account.LoggedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice
class LayoutAdvice {

	private final KundigProperties properties;

	private final DemoStore demoStore;

	LayoutAdvice(KundigProperties properties, DemoStore demoStore) {
		this.properties = properties;
		this.demoStore = demoStore;
	}

	/** The frame's own data. */
	record Layout(@Nullable LoggedIn me, String path, boolean demo, @Nullable String sourceUrl) {

		boolean isAt(String area) {
			return this.path.equals(area) || this.path.startsWith(area + "/");
		}

	}

	@ModelAttribute("layout")
	Layout layout(@AuthenticationPrincipal @Nullable LoggedIn me, HttpServletRequest request) {
		return new Layout(me, request.getServletPath(), this.demoStore.isDemo(), this.properties.sourceUrl());
	}

}
