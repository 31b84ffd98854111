package nl.kundig.app;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, as "GET /kennisbank/symbolen/{slug}"; "*" is any method. */
final class Routes {

	private Routes() {
	}

	static Set<String> of(RequestMappingHandlerMapping mapping) {
		Set<String> routes = new TreeSet<>();
		mapping.getHandlerMethods().keySet().forEach((info) -> {
			Set<String> methods = new TreeSet<>();
			info.getMethodsCondition().getMethods().forEach((method) -> methods.add(method.name()));
			if (methods.isEmpty()) {
				methods.add("*");
			}
			info.getPatternValues()
				.forEach((pattern) -> methods.forEach((method) -> routes.add(method + " " + pattern)));
		});
		return routes;
	}

}
