package nl.kundig.app.layout;

import java.time.ZoneId;

import jakarta.servlet.http.HttpServletRequest;
import nl.kundig.app.account.LoggedIn;
import nl.kundig.app.content.Markdown;
import nl.kundig.app.system.DemoStore;
import nl.kundig.app.system.KundigProperties;
import nl.kundig.app.system.StoreHealth;
import nl.kundig.courses.curriculum.CurriculumService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice
class LayoutAdvice {

	private final KundigProperties properties;

	private final DemoStore demoStore;

	private final StoreHealth storeHealth;

	private final Markdown markdown;

	LayoutAdvice(KundigProperties properties, DemoStore demoStore, StoreHealth storeHealth, Markdown markdown) {
		this.markdown = markdown;
		this.properties = properties;
		this.demoStore = demoStore;
		this.storeHealth = storeHealth;
	}

	/**
	 * The frame's own data.
	 *
	 * @param room how much room the store has, where that is to be told
	 */
	record Layout(@Nullable LoggedIn me, String path, boolean demo, @Nullable String sourceUrl,
			StoreHealth.@Nullable Room room) {

		public boolean isAt(String area) {
			return this.path.equals(area) || this.path.startsWith(area + "/");
		}

	}

	/** Dates on pages are those of this zone. */
	@ModelAttribute("zone")
	ZoneId zone() {
		return CurriculumService.ZONE;
	}

	@ModelAttribute("markdown")
	Markdown markdown() {
		return this.markdown;
	}

	@ModelAttribute("layout")
	Layout layout(@AuthenticationPrincipal @Nullable LoggedIn me, HttpServletRequest request) {
		String path = request.getServletPath();
		boolean toldOfStore = me != null && me.isCoordinator() && path.startsWith("/beheer");
		return new Layout(me, path, this.demoStore.isDemo(), this.properties.sourceUrl(),
				toldOfStore ? this.storeHealth.room() : null);
	}

}
