package nl.kundig.app.mail;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import nl.kundig.app.system.KundigProperties;
import nl.kundig.app.system.SettingRefused;
import nl.kundig.embeddedmongo.EmbeddedMongo.DataSync;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmtpPropertiesTests {

	private static final String FROM = "Kundig <kundig@gemeente.example>";

	@Test
	void withoutAHostNothingIsSent() {
		assertThat(bind(Map.of()).isConfigured()).isFalse();
		assertThat(bind(Map.of("kundig.smtp.host", " ")).isConfigured()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "'', 587", "starttls, 587", "TLS, 465", "none, 25" })
	void thePortGoesWithTheEncryption(String tls, int port) {
		SmtpProperties smtp = bind(
				Map.of("kundig.smtp.host", "mail.example", "kundig.smtp.from", FROM, "kundig.smtp.tls", tls));
		assertThat(smtp.portNumber()).isEqualTo(port);
		assertThat(smtp.isConfigured()).isTrue();
		assertThat(MailMessage.domain(smtp.sender())).isEqualTo("gemeente.example");
	}

	@ParameterizedTest
	@CsvSource({ "tls, ssl, KUNDIG_SMTP_TLS", "port, 0, KUNDIG_SMTP_PORT", "port, 65536, KUNDIG_SMTP_PORT",
			"port, smtp, KUNDIG_SMTP_PORT", "from, '', KUNDIG_SMTP_FROM", "from, kundig, KUNDIG_SMTP_FROM",
			"from, 'a@b.example, c@d.example', KUNDIG_SMTP_FROM", "user, kundig, KUNDIG_SMTP_USER" })
	void aMistakeIsNamedWithoutItsValue(String setting, String value, String named) {
		Map<String, String> settings = new HashMap<>(
				Map.of("kundig.smtp.host", "mail.example", "kundig.smtp.from", FROM));
		settings.put("kundig.smtp." + setting, value);
		assertThatThrownBy(() -> bind(settings)).rootCause()
			.isInstanceOf(SettingRefused.class)
			.hasMessageStartingWith(named);
	}

	@Test
	void thePasswordIsNotPrinted() {
		SmtpProperties smtp = new SmtpProperties("mail.example", "", "kundig", "geheim", FROM, "");
		assertThat(smtp).hasToString("mail.example:587");
	}

	@Test
	void aServerNeedsTheAddressThatLinksPointTo() {
		SmtpProperties smtp = new SmtpProperties("mail.example", "", "", "", FROM, "");
		MailConfiguration configuration = new MailConfiguration();
		assertThatThrownBy(() -> configuration.smtpServer(smtp, at(null))).isInstanceOf(SettingRefused.class)
			.hasMessageContaining("KUNDIG_PUBLICURL");
		assertThat(configuration.smtpServer(smtp, at("https://kundig.example")).isConfigured()).isTrue();
		assertThat(configuration.smtpServer(bind(Map.of()), at(null)).isConfigured()).isFalse();
	}

	private static KundigProperties at(@Nullable String publicUrl) {
		return new KundigProperties(Path.of("data"), null, DataSync.PROCESS, false, publicUrl, false, null, "");
	}

	private static SmtpProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("kundig.smtp",
				SmtpProperties.class);
	}

}
