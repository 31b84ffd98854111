package nl.kundig.app.system;

import java.time.Duration;
import java.util.Locale;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Dutch unless somebody chose English for the interface; content stays Dutch. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

	static final Locale DUTCH = Locale.of("nl", "NL");

	@Bean
	LocaleResolver localeResolver() {
		CookieLocaleResolver resolver = new CookieLocaleResolver("taal") {

			@Override
			protected Locale parseLocaleValue(String value) {
				return "en".equals(value) ? Locale.ENGLISH : DUTCH;
			}

			@Override
			protected String toLocaleValue(Locale locale) {
				return locale.getLanguage();
			}

		};
		resolver.setDefaultLocale(DUTCH);
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		return resolver;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		LocaleChangeInterceptor change = new LocaleChangeInterceptor();
		change.setParamName("taal");
		change.setIgnoreInvalidLocale(true);
		// Reading a parameter of a form that was too large fails again on the error page.
		registry.addInterceptor(change).excludePathPatterns("/error");
	}

}
