package nl.kundig.courses.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import nl.kundig.courses.training.ProofRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static nl.kundig.courses.training.ProofSamples.joined;
import static nl.kundig.courses.training.ProofSamples.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProofContentTests {

	private static final byte[] ZIP = joined(latin("PK\5\6"), new byte[18]);

	@Test
	void keepsAPdfAsItIs() {
		assertThat(ProofContent.check(ProofSamples.pdf()).mediaType()).isEqualTo("application/pdf");
		assertThat(ProofContent.check(ProofSamples.pdf()).bytes()).isEqualTo(ProofSamples.pdf());
	}

	@Test
	void keepsAPdfWithAStartViewALinkAndCompressedObjects() {
		byte[] view = ProofSamples.pdf("/OpenAction [3 0 R /Fit]",
				"<< /Type /Annot /A << /S /URI /URI (https://example.org) >> >>");
		assertThat(ProofContent.check(view).bytes()).isEqualTo(view);
		byte[] packed = ProofSamples.pdfWithStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
				latin("4 0 << /Type /Page >>"));
		assertThat(ProofContent.check(packed).bytes()).isEqualTo(packed);
	}

	@Test
	void whatCountsIsTheContentAndNotTheName() {
		ProofContent content = ProofContent.check(ProofSamples.png());
		assertThat(content.mediaType()).isEqualTo("image/png");
		assertThat(content.nameLike("bewijs.pdf")).isEqualTo("bewijs.png");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bewijs.pdf                       | bewijs.pdf
			C:\\Users\\ann\\Bewijs ROR.PDF   | Bewijs ROR.pdf
			../../etc/passwd                 | passwd.pdf
			.htaccess                        | htaccess.pdf
			één bewijs.pdf.exe               | een bewijs.pdf.pdf
			'<script>alert(1)</script>.pdf'  | script.pdf
			'   '                            | bewijs.pdf
			''                               | bewijs.pdf
			'naam met "quotes"; a=b.pdf'     | naam met quotes ab.pdf
			---...                           | bewijs.pdf
			""")
	void namesAreSafeForEveryFileSystem(String given, String name) {
		assertThat(ProofContent.check(ProofSamples.pdf()).nameLike(given)).isEqualTo(name);
	}

	@Test
	void namesHaveNoLinesNoDirectionsAndAnEnd() {
		ProofContent content = ProofContent.check(ProofSamples.pdf());
		assertThat(content.nameLike("a\r\nSet-Cookie: b\0\u202Efdp.exe.pdf")).isEqualTo("aSet-Cookie bfdp.exe.pdf");
		assertThat(content.nameLike("x".repeat(5000))).hasSize(84);
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refuses(String what, Reason reason, byte[] bytes) {
		assertRefused(reason, bytes);
	}

	static Stream<Object[]> refused() {
		byte[] pdf = ProofSamples.pdf();
		byte[] jpeg = ProofSamples.jpeg();
		byte[] png = ProofSamples.png();
		return Stream.of(row("nothing", Reason.EMPTY_FILE, new byte[0]),
				row("too much", Reason.TOO_LARGE, Arrays.copyOf(pdf, ProofContent.MOST_BYTES + 1)),
				row("a text", Reason.UNKNOWN_TYPE, latin("Ik was erbij.")),
				row("a program", Reason.UNKNOWN_TYPE, latin("MZ\220\0\3\0\0\0")),
				row("a page", Reason.UNKNOWN_TYPE, latin("<html><script>alert(1)</script></html>")),
				row("a GIF", Reason.UNKNOWN_TYPE, latin("GIF89a\1\0\1\0\0\0\0;")),
				row("a PDF after something", Reason.UNKNOWN_TYPE, joined(latin("x\n"), pdf)),
				row("a PDF that is cut off", Reason.DAMAGED, Arrays.copyOf(pdf, pdf.length - 20)),
				row("a PDF without a table", Reason.DAMAGED, latin("%PDF-1.7\nstartxref\n5\n%%EOF")),
				row("a PDF of no version", Reason.DAMAGED, latin(text(pdf).replace("1.7", "9.7"))),
				row("a locked PDF", Reason.ENCRYPTED,
						ProofSamples.pdf(List.of(latin("<< /Type /Catalog >>")), "/Encrypt 5 0 R")),
				row("a script on opening", Reason.ACTIVE_CONTENT,
						ProofSamples.pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")),
				row("a script that is spelt otherwise", Reason.ACTIVE_CONTENT,
						ProofSamples.pdf("/OpenAction << /S /J#61va#53cript /JS (x) >>")),
				row("a script in compressed objects", Reason.ACTIVE_CONTENT,
						ProofSamples.pdfWithStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
								latin("4 0 << /S /JavaScript /JS (x) >>"))),
				row("a script in a stream that says it is a picture", Reason.ACTIVE_CONTENT,
						ProofSamples.pdfWithStream("/Subtype /Image /Filter /FlateDecode",
								latin("4 0 << /S /JavaScript /JS (x) >>"))),
				row("a script far down in compressed objects", Reason.ACTIVE_CONTENT,
						ProofSamples.pdfWithStream("/Type /ObjStm /Filter /FlateDecode",
								latin(" ".repeat(65_530) + "/JavaScript "))),
				row("a script behind a long dictionary", Reason.ACTIVE_CONTENT,
						ProofSamples.pdfWithStream(
								"/Type /ObjStm /Filter /FlateDecode /Pad (" + "x".repeat(70_000) + " obj)",
								latin("/JavaScript "))),
				row("a launch", Reason.ACTIVE_CONTENT, ProofSamples.pdf("/OpenAction << /S /Launch /F (calc.exe) >>")),
				row("a form that sends", Reason.ACTIVE_CONTENT, ProofSamples.pdf("/AA << /O << /S /SubmitForm >> >>")),
				row("a form with scripts", Reason.ACTIVE_CONTENT, ProofSamples.pdf("/AcroForm << /XFA 4 0 R >>")),
				row("a file in it", Reason.EMBEDDED_FILE, ProofSamples.pdf("/Names << /EmbeddedFiles 4 0 R >>")),
				row("objects packed in a way nobody uses", Reason.TOO_COMPLICATED,
						ProofSamples.pdf("", "<< /Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode] >>")),
				row("objects that are predicted", Reason.TOO_COMPLICATED,
						ProofSamples.pdfWithStream(
								"/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>", latin("4 0"))),
				row("objects that do not unpack", Reason.DAMAGED,
						latin(text(ProofSamples.pdfWithStream("/Type /ObjStm /Filter /FlateDecode", latin("4 0")))
							.replace("stream\nx", "stream\ny"))),
				row("a bomb", Reason.TOO_COMPLICATED,
						ProofSamples.pdfWithStream("/Filter /FlateDecode", new byte[200 * 1024 * 1024])),
				row("a ZIP after a PDF", Reason.TWO_FILES_IN_ONE, joined(pdf, ZIP)),
				row("something else after a PDF", Reason.TWO_FILES_IN_ONE, joined(pdf, latin("MZ\220\0"))),
				row("a ZIP whose comment is the end of a PDF", Reason.TWO_FILES_IN_ONE,
						ProofSamples.pdf("", "(" + text(ZIP) + ")")),
				row("a page in a PDF", Reason.TWO_FILES_IN_ONE, ProofSamples.pdf("/X (<script>alert\\(1\\)</script>)")),
				row("a cut JPEG", Reason.DAMAGED, Arrays.copyOf(jpeg, jpeg.length - 2)),
				row("half a JPEG", Reason.DAMAGED, Arrays.copyOf(jpeg, jpeg.length / 2)),
				row("a JPEG of nothing", Reason.DAMAGED, new byte[] { -1, -40, -1, -39 }),
				row("a huge JPEG", Reason.TOO_MANY_PIXELS, sized(jpeg)),
				row("a PDF in a comment of a JPEG", Reason.TWO_FILES_IN_ONE, ProofSamples.withSegment(jpeg, 0xFE, pdf)),
				row("a ZIP after a JPEG", Reason.TWO_FILES_IN_ONE, joined(jpeg, ZIP)),
				row("a page after a JPEG", Reason.TWO_FILES_IN_ONE, joined(jpeg, latin("<HTML><body>"))),
				row("a cut PNG", Reason.DAMAGED, Arrays.copyOf(png, png.length - 5)),
				row("a PNG with a wrong check", Reason.DAMAGED, flipped(png, 30)),
				row("a huge PNG", Reason.TOO_MANY_PIXELS, wide(png)),
				row("a script in a text of a PNG", Reason.TWO_FILES_IN_ONE,
						ProofSamples.withChunk(png, "tEXt", latin("Comment\0<script>"))),
				row("a ZIP after a PNG", Reason.TWO_FILES_IN_ONE, joined(png, ZIP)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "BIG_ENDIAN", "LITTLE_ENDIAN" })
	void aPhotographLosesItsPlaceAndKeepsItsUpside(String order) {
		byte[] photograph = ProofSamples
			.photograph(order.startsWith("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		assertThat(text(photograph)).contains("GPS", "Cam");
		byte[] kept = ProofContent.check(photograph).bytes();
		assertThat(text(kept)).doesNotContain("GPS", "Cam")
			.contains("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0");
		assertSamePicture(kept, photograph);
		assertThat(ProofContent.check(kept).bytes()).isEqualTo(kept);
	}

	@Test
	void aFilmAtTheEndOfAPhotographIsLeftBehind() {
		byte[] jpeg = ProofSamples.jpeg();
		assertThat(ProofContent.check(joined(jpeg, latin("\0\0\0\30ftypmp42"), new byte[5000])).bytes())
			.isEqualTo(jpeg);
	}

	@Test
	void aPngLosesItsTexts() {
		byte[] png = ProofSamples.png();
		byte[] kept = ProofContent.check(ProofSamples.withChunk(png, "tEXt", latin("Author\0Ann"))).bytes();
		assertThat(text(kept)).doesNotContain("Ann");
		assertSamePicture(kept, png);
	}

	@Test
	void aTextThatUnpacksToMuchIsNeverUnpacked() {
		byte[] bomb = joined(latin("Comment\0\0"), ProofSamples.deflated(new byte[50 * 1024 * 1024]));
		byte[] png = ProofSamples.png();
		assertThat(ProofContent.check(ProofSamples.withChunk(png, "zTXt", bomb)).bytes())
			.hasSizeLessThanOrEqualTo(png.length);
	}

	/** Whatever comes in, it is kept or refused with a reason, and what is kept stays. */
	@Test
	void neverFailsInAnotherWay() {
		List<byte[]> samples = List.of(ProofSamples.pdf(), ProofSamples.jpeg(), ProofSamples.png(),
				ProofSamples.photograph(ByteOrder.LITTLE_ENDIAN), ProofSamples.photograph(ByteOrder.BIG_ENDIAN),
				ProofSamples.pdfWithStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
						latin("4 0 << /Type /Page >>")),
				ProofSamples.withChunk(ProofSamples.png(), "tEXt", latin("a\0b")));
		Random random = new Random(20_261_125);
		int kept = 0;
		for (int i = 0; i < 12_000; i++) {
			byte[] bytes = changed(samples.get(i % samples.size()), samples.get(random.nextInt(samples.size())),
					random);
			try {
				ProofContent content = ProofContent.check(bytes);
				assertThat(ProofContent.check(content.bytes()).bytes()).isEqualTo(content.bytes());
				kept++;
			}
			catch (ProofRefused refused) {
				assertThat(refused.reason()).isNotNull();
			}
			catch (RuntimeException | Error ex) {
				throw new AssertionError("input " + i, ex);
			}
		}
		assertThat(kept).isBetween(100, 11_900);
	}

	private static byte[] changed(byte[] sample, byte[] other, Random random) {
		byte[] bytes = sample.clone();
		int at = random.nextInt(bytes.length);
		switch (random.nextInt(6)) {
			case 0 -> bytes[at] = (byte) random.nextInt(256);
			case 1 -> {
				for (int i = 0; i < 10; i++) {
					bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
				}
			}
			case 2 -> bytes = Arrays.copyOf(bytes, at);
			case 3 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length), other);
			case 4 -> bytes = joined(Arrays.copyOf(bytes, at),
					Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
			default -> {
				byte[] noise = new byte[1 + random.nextInt(40)];
				random.nextBytes(noise);
				System.arraycopy(noise, 0, bytes, Math.min(at, Math.max(0, bytes.length - noise.length)),
						Math.min(noise.length, bytes.length));
			}
		}
		return bytes;
	}

	private static Object[] row(String what, Reason reason, byte[] bytes) {
		return new Object[] { what, reason, bytes };
	}

	private static void assertRefused(Reason reason, byte[] bytes) {
		assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> ProofContent.check(bytes))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	private static void assertSamePicture(byte[] kept, byte[] original) {
		try {
			BufferedImage one = ImageIO.read(new ByteArrayInputStream(kept));
			BufferedImage other = ImageIO.read(new ByteArrayInputStream(original));
			assertThat(one.getRGB(0, 0, 64, 48, null, 0, 64)).isEqualTo(other.getRGB(0, 0, 64, 48, null, 0, 64));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(byte[] bytes) {
		return Bytes.latin(bytes, 0, bytes.length);
	}

	private static byte[] flipped(byte[] bytes, int at) {
		byte[] flipped = bytes.clone();
		flipped[at] ^= 1;
		return flipped;
	}

	/** The frame's height and width stand after C0, two of length and one of depth. */
	private static byte[] sized(byte[] jpeg) {
		byte[] huge = jpeg.clone();
		int frame = Bytes.find(huge, new byte[] { -1, (byte) 0xC0 }, 0, huge.length);
		Arrays.fill(huge, frame + 5, frame + 9, (byte) 0x4E);
		return huge;
	}

	private static byte[] wide(byte[] png) {
		byte[] huge = png.clone();
		huge[18] = 0x30;
		huge[22] = 0x30;
		return huge;
	}

}
