package nl.kundig.app.system;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which areas there are, who may enter them, and the headers every answer carries. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'; require-trusted-types-for 'script'";

	/** The management port, on loopback: whether it is well, and what queries cost. */
	@Bean
	@Order(0)
	SecurityFilterChain management(HttpSecurity http) throws Exception {
		http.securityMatcher(EndpointRequest.toAnyEndpoint());
		http.authorizeHttpRequests((areas) -> areas.requestMatchers(EndpointRequest.to("health", "queries"))
			.permitAll()
			.anyRequest()
			.denyAll());
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		return http.build();
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, SignInGuard guard) throws Exception {
		http.authorizeHttpRequests((areas) -> areas
			.requestMatchers("/inloggen", "/controle", "/controle/*", "/toegankelijkheid", "/.well-known/security.txt",
					"/error")
			.permitAll()
			// Links in mails need no account.
			.requestMatchers(PublicAddress.LINKS + "**")
			.permitAll()
			// Calendar programs cannot sign in; the address is the key.
			.requestMatchers("/agenda/*.ics")
			.permitAll()
			.requestMatchers("/favicon*.svg", "/kundig*.css", "/kundig*.js", "/vendor/**")
			.permitAll()
			.requestMatchers("/beheer/kennisbank/**")
			.hasRole("EDITOR")
			.requestMatchers("/beheer/curricula/**")
			.hasAnyRole("COORDINATOR", "REGIONAL_COORDINATOR", "EDITOR")
			.requestMatchers("/beheer/regio/regels/**")
			.hasRole("REGIONAL_COORDINATOR")
			.requestMatchers("/beheer/regio/**", "/beheer/behoefte/**")
			.hasAnyRole("COORDINATOR", "REGIONAL_COORDINATOR")
			.requestMatchers("/beheer/opslag/**", "/beheer/herstel/**", "/beheer/post/**")
			.hasAnyRole("COORDINATOR", "REGIONAL_COORDINATOR")
			.requestMatchers("/beheer/deelnemers/**", "/beheer/bewijzen/**", "/beheer/trainingen/instellingen")
			.hasRole("COORDINATOR")
			.requestMatchers("/beheer/trainingen/**")
			.hasAnyRole("COORDINATOR", "REGIONAL_COORDINATOR")
			.requestMatchers("/beheer/proefdraaien/**", "/beheer/regels/**", "/beheer/verlengingen/**")
			.hasAnyRole("COORDINATOR", "REGIONAL_COORDINATOR", "EDITOR")
			.requestMatchers("/beheer", "/beheer/**")
			.hasAnyRole("COORDINATOR", "REGIONAL_COORDINATOR", "EDITOR", "AUDITOR")
			.anyRequest()
			.authenticated());
		http.formLogin((form) -> form.loginPage("/inloggen")
			.loginProcessingUrl("/inloggen")
			.successHandler(guard.forgetting())
			.failureUrl("/inloggen?fout"));
		http.logout((logout) -> logout.logoutUrl("/uitloggen").logoutSuccessUrl("/inloggen?uitgelogd"));
		http.addFilterBefore(guard, UsernamePasswordAuthenticationFilter.class);
		http.headers(
				(headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
					.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
					.permissionsPolicyHeader((policy) -> policy.policy("camera=(), microphone=(), geolocation=()"))
					.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
					.crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
					.addHeaderWriter(SecurityConfiguration::keepAddressOfLink));
		return http.build();
	}

	/**
	 * The address of such a page is a key: it goes to nobody else, ourselves included.
	 */
	private static void keepAddressOfLink(HttpServletRequest request, HttpServletResponse response) {
		if (request.getServletPath().startsWith(PublicAddress.LINKS)) {
			response.setHeader("Referrer-Policy", ReferrerPolicy.NO_REFERRER.getPolicy());
		}
	}

	/**
	 * An address that is refused before any filter of ours carries the same headers.
	 */
	@Bean
	RequestRejectedHandler refusing(@Qualifier("security") ObjectProvider<SecurityFilterChain> chain) {
		return (request, response, refusal) -> {
			FilterChain answer = (req, res) -> ((HttpServletResponse) res)
				.sendError(HttpServletResponse.SC_BAD_REQUEST);
			for (Filter filter : chain.getObject().getFilters()) {
				if (filter instanceof HeaderWriterFilter headers) {
					try {
						headers.doFilter(request, response, answer);
					}
					catch (ServletException ex) {
						throw new IllegalStateException(ex);
					}
				}
			}
		};
	}

	/** 16 MiB, two passes, one lane: the parameters OWASP names as a minimum. */
	@Bean
	PasswordEncoder passwordEncoder() {
		return new FewAtATime(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
	}

	/**
	 * With TLS the cookie is bound to this very host; without it browsers would refuse
	 * the prefix.
	 */
	@Bean
	ServletContextInitializer sessionCookie(KundigProperties properties) {
		return (context) -> {
			SessionCookieConfig cookie = context.getSessionCookieConfig();
			cookie.setName(properties.tls() ? "__Host-kundig" : "kundig");
			cookie.setSecure(properties.tls());
			cookie.setHttpOnly(true);
			cookie.setPath("/");
			cookie.setAttribute("SameSite", "Lax");
		};
	}

}
