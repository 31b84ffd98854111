package nl.kundig.app.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import nl.kundig.app.KundigTest;
import nl.kundig.app.system.Gone;
import nl.kundig.app.system.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@KundigTest
class SignedLinksTests {

	private static final String APPROVE = "approve-enrolment";

	private static final List<String> ABOUT = List.of("session-1", "enrolment-2");

	private final TestClock clock = TestClock.at("2094-03-24T10:00");

	@Autowired
	private MongoOperations mongo;

	@BeforeEach
	@AfterEach
	void clear() {
		this.mongo.remove(new Query(), SigningKey.class);
		this.mongo.remove(new Query(), SpentLink.class);
	}

	@Test
	void aLinkSaysWhatWasSigned() {
		SignedLinks links = links();
		String token = links.sign(APPROVE, ABOUT, inDays(14));
		assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
		SignedLink link = links.open(token, APPROVE);
		assertThat(link.about()).isEqualTo(ABOUT);
		assertThat(link.until()).isEqualTo(inDays(14));
		assertThat(links().open(token, APPROVE)).as("on another node").isEqualTo(link);
	}

	@Test
	void openingChangesNothingAndSpendingIsForGood() {
		SignedLinks links = links();
		String token = links.sign(APPROVE, ABOUT, inDays(14));
		SignedLink link = links.open(token, APPROVE);
		assertThat(links.open(token, APPROVE)).isEqualTo(link);
		links.spend(link);
		links.spend(link);
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> links.open(token, APPROVE));
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> links().open(token, APPROVE));
		assertThat(links.open(links.sign(APPROVE, ABOUT, inDays(14)), APPROVE).about()).isEqualTo(ABOUT);
	}

	@Test
	void itWorksUntilItsLastSecond() {
		SignedLinks links = links();
		String token = links.sign(APPROVE, ABOUT, inDays(14));
		this.clock.advance(Duration.ofDays(14).minusSeconds(1));
		assertThat(links.open(token, APPROVE)).isNotNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> links.open(token, APPROVE));
	}

	@Test
	void itServesOnePurposeOnly() {
		SignedLinks links = links();
		String token = links.sign(APPROVE, ABOUT, inDays(14));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links.open(token, "refuse-enrolment"));
	}

	@Test
	void noBitOfItCanBeChanged() {
		SignedLinks links = links();
		String token = links.sign(APPROVE, ABOUT, inDays(14));
		int dot = token.indexOf('.');
		byte[] payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
		byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
		for (byte[] part : List.of(payload, signature)) {
			for (int i = 0; i < part.length; i++) {
				part[i] ^= 1;
				String forged = encode(payload) + "." + encode(signature);
				assertThatExceptionOfType(NotFound.class).as("byte " + i).isThrownBy(() -> links.open(forged, APPROVE));
				part[i] ^= 1;
			}
		}
		assertThat(links.open(encode(payload) + "." + encode(signature), APPROVE)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a.b", "a", "é.é", "....", "a.b.c", "<script>." })
	void whatIsNoLinkIsNotFound(String token) {
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links().open(token, APPROVE));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links().open(token.repeat(1000), APPROVE));
	}

	@Test
	void keysOfAnotherStoreDoNotVerifyHere() {
		String token = links().sign(APPROVE, ABOUT, inDays(14));
		this.mongo.remove(new Query(), SigningKey.class);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links().open(token, APPROVE));
		links().sign(APPROVE, ABOUT, inDays(14));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links().open(token, APPROVE));
	}

	@Test
	void aNewYearHasANewKeyAndLinksOfTheOldOneStillWork() {
		this.clock.set("2094-12-31T23:59");
		String token = links().sign(APPROVE, ABOUT, inDays(14));
		this.clock.set("2095-01-01T00:00");
		String next = links().sign(APPROVE, ABOUT, inDays(14));
		assertThat(this.mongo.findAll(SigningKey.class)).extracting(SigningKey::id)
			.containsExactlyInAnyOrder("2094", "2095");
		assertThat(links().open(token, APPROVE)).isNotNull();
		assertThat(links().open(next, APPROVE)).isNotNull();
		this.clock.set("2097-01-04T00:00");
		links().sign(APPROVE, ABOUT, inDays(14));
		assertThat(this.mongo.findAll(SigningKey.class)).extracting(SigningKey::id).containsExactly("2097");
	}

	@Test
	void nodesThatStartTogetherUseOneKey() throws Exception {
		List<SignedLinks> nodes = List.of(links(), links(), links(), links(), links(), links());
		Set<String> tokens = new HashSet<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
			List<Callable<String>> tasks = new ArrayList<>();
			nodes.forEach((node) -> tasks.add(() -> node.sign(APPROVE, ABOUT, inDays(14))));
			for (var token : threads.invokeAll(tasks)) {
				tokens.add(token.get());
			}
		}
		assertThat(this.mongo.findAll(SigningKey.class)).hasSize(1);
		assertThat(tokens).hasSize(nodes.size())
			.allSatisfy((token) -> assertThat(links().open(token, APPROVE).about()).isEqualTo(ABOUT));
	}

	@Test
	void spentLinksAreForgottenWhenTheyWouldHaveLapsed() {
		SignedLinks links = links();
		links.spend(links.open(links.sign(APPROVE, ABOUT, inDays(1)), APPROVE));
		this.clock.advance(Duration.ofDays(2));
		links.spend(links.open(links.sign(APPROVE, ABOUT, inDays(1)), APPROVE));
		assertThat(this.mongo.findAll(SpentLink.class)).hasSize(1);
	}

	@Test
	void nothingIsSignedThatWorksTooLongOrReadsOddly() {
		SignedLinks links = links();
		assertThatIllegalArgumentException().isThrownBy(() -> links.sign(APPROVE, ABOUT, inDays(61)));
		assertThatIllegalArgumentException().isThrownBy(() -> links.sign("a\nb", ABOUT, inDays(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> links.sign(APPROVE, List.of("a\nb"), inDays(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> links.sign(APPROVE, List.of(""), inDays(1)));
	}

	private SignedLinks links() {
		return new SignedLinks(this.mongo, this.clock);
	}

	private Instant inDays(int days) {
		return this.clock.instant().plus(Duration.ofDays(days));
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
