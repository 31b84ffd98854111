package nl.kundig.app.mail;

import nl.kundig.app.system.KundigProperties;
import nl.kundig.app.system.SettingRefused;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail server that was named. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

	/**
	 * A mail with a link to localhost helps nobody, so a server that sends needs an
	 * address.
	 */
	@Bean
	SmtpServer smtpServer(SmtpProperties smtp, KundigProperties properties) {
		String address = properties.publicUrl();
		if (smtp.isConfigured() && (address == null || address.isBlank())) {
			throw new SettingRefused("KUNDIG_SMTP_HOST needs KUNDIG_PUBLICURL: mails carry links");
		}
		return new SmtpServer(smtp, SmtpServer.PATIENCE);
	}

}
