package nl.kundig.app.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.parser.EventType;
import com.itextpdf.kernel.pdf.canvas.parser.PdfCanvasProcessor;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import com.itextpdf.kernel.pdf.canvas.parser.data.IEventData;
import com.itextpdf.kernel.pdf.canvas.parser.data.TextRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.listener.IEventListener;
import com.itextpdf.kernel.pdf.tagging.IStructureNode;
import com.itextpdf.kernel.pdf.tagging.PdfStructElem;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Paragraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import static org.assertj.core.api.Assertions.assertThat;

class CertificatePdfTests {

	private static final String HOLDER = "Şükran van den Wüstenberg-Łukasiewicz";

	private static final String LONG_HOLDER = "Şükran-Élodie van der Wüstenberg-Łukasiewicz tot Sint-Oedenrode en Ñuñez-Ōtsukī-Å";

	private static final List<String> MODULES = List.of("Begrippen en jouw rol", "Signalen herkennen en duiden",
			"Het gesprek voeren", "Melden, delen en privacy");

	private final CertificatePdf pdf = new CertificatePdf();

	@BeforeAll
	static void startVeraPdf() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	@Test
	void isArchivableAndAccessible() throws Exception {
		byte[] certificate = this.pdf.render(text(HOLDER, MODULES));
		assertThat(failures(certificate, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(failures(certificate, PDFAFlavour.PDFUA_1)).isEmpty();
		byte[] untagged = untagged();
		assertThat(failures(untagged, PDFAFlavour.PDFA_3_A)).isNotEmpty();
		assertThat(failures(untagged, PDFAFlavour.PDFUA_1)).isNotEmpty();
	}

	@Test
	void staysArchivableAndAccessibleWhenItSpreadsOverPages() throws Exception {
		List<String> modules = IntStream.rangeClosed(1, 40).mapToObj((i) -> "Module nummer " + i).toList();
		byte[] certificate = this.pdf.render(text(LONG_HOLDER, modules));
		assertThat(failures(certificate, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(failures(certificate, PDFAFlavour.PDFUA_1)).isEmpty();
		assertThat(words(certificate)).contains("Module nummer 40", "K7QF-2M9X",
				"Certificaat 2026-004217 – pagina 2 van 2");
	}

	@Test
	void saysWhatItIsAbout() throws IOException {
		String words = words(this.pdf.render(text(HOLDER, MODULES)));
		assertThat(words).contains(HOLDER, "Basiscursus signaleren", "Gemeente Voorbeeldstad")
			.contains(MODULES)
			.contains("Geldig tot en met 25 november 2028", "Uitgereikt op 25 november 2026", "2026-004217")
			.contains("https://leren.voorbeeldstad.nl/controle/K7QF-2M9X", "Controlecode: K7QF-2M9X")
			.contains("Dit certificaat bevestigt dat de leerlijn is afgerond.")
			.contains("Het is geen oordeel over de persoon en geeft geen bevoegdheden.");
	}

	@Test
	void hasATitleALanguageAndTags() throws IOException {
		try (PdfDocument document = read(this.pdf.render(text(HOLDER, MODULES)))) {
			assertThat(document.getDocumentInfo().getTitle())
				.isEqualTo("Certificaat Basiscursus signaleren – " + HOLDER);
			assertThat(document.getCatalog().getLang().toUnicodeString()).isEqualTo("nl-NL");
			List<PdfStructElem> elements = elements(document.getStructTreeRoot());
			assertThat(elements).extracting((element) -> element.getRole().getValue())
				.containsSubsequence("H1", "H2", "L", "H2", "Figure", "H2", "Link")
				.satisfies((roles) -> assertThat(Collections.frequency(roles, "LI")).isEqualTo(MODULES.size()));
			assertThat(elements).filteredOn((element) -> PdfName.Figure.equals(element.getRole()))
				.singleElement()
				.satisfies((figure) -> assertThat(figure.getAlt().toUnicodeString())
					.isEqualTo("QR-code naar de controlepagina https://leren.voorbeeldstad.nl/controle/K7QF-2M9X"));
		}
	}

	@Test
	void drawsTheSameFileForTheSameText() {
		String first = withoutFontTags(this.pdf.render(text(HOLDER, MODULES)));
		String second = withoutFontTags(this.pdf.render(text(HOLDER, MODULES)));
		assertThat(first.equals(second)).isTrue();
	}

	@Test
	void wrapsALongName() throws IOException {
		assertThat(LONG_HOLDER).hasSizeGreaterThanOrEqualTo(80);
		byte[] certificate = this.pdf.render(text(LONG_HOLDER, MODULES));
		assertThat(words(certificate)).contains(LONG_HOLDER.split(" "));
		assertInsideThePage(certificate);
	}

	@Test
	void breaksANameWithoutSpaces() throws IOException {
		String holder = "Wolfeschlegelsteinhausenbergerdorff".repeat(3);
		byte[] certificate = this.pdf.render(text(holder, MODULES));
		assertThat(words(certificate).replaceAll("\\s", "")).contains(holder);
		assertInsideThePage(certificate);
	}

	@Test
	void wrapsALongAddress() throws Exception {
		String address = "https://leren.voorbeeldstad.nl/" + "samenwerkingsverband/".repeat(5) + "controle/K7QF-2M9X";
		byte[] certificate = this.pdf.render(text(HOLDER, MODULES, address));
		assertThat(words(certificate).replaceAll("\\s", "")).contains(address);
		assertInsideThePage(certificate);
		assertThat(failures(certificate, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	@Test
	void printsAQuestionMarkForALetterItsFontLacks() throws Exception {
		byte[] certificate = this.pdf.render(text("Li 李 e\u0301\u200b", MODULES));
		assertThat(words(certificate)).contains("Li ? é");
		assertThat(failures(certificate, PDFAFlavour.PDFA_3_A)).isEmpty();
	}

	@Test
	void leavesOutTheListWhenThereAreNoModules() throws Exception {
		byte[] certificate = this.pdf.render(text(HOLDER, List.of()));
		assertThat(words(certificate)).doesNotContain("Afgeronde modules");
		assertThat(failures(certificate, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(failures(certificate, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	private static CertificateText text(String holder, List<String> modules) {
		return text(holder, modules, "https://leren.voorbeeldstad.nl/controle/K7QF-2M9X");
	}

	private static CertificateText text(String holder, List<String> modules, String checkUrl) {
		return new CertificateText(holder, "Basiscursus signaleren", modules, LocalDate.of(2026, 11, 25),
				LocalDate.of(2028, 11, 25), "2026-004217", checkUrl, "K7QF-2M9X", "Gemeente Voorbeeldstad");
	}

	private static Set<?> failures(byte[] file, PDFAFlavour flavour) throws Exception {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
			var result = validator.validate(parser);
			assertThat(result.getTotalAssertions()).isPositive();
			assertThat(result.isCompliant()).isEqualTo(result.getFailedChecks().isEmpty());
			return result.getFailedChecks().keySet();
		}
	}

	/** iText names each embedded subset by six random letters. */
	private static String withoutFontTags(byte[] file) {
		return new String(file, StandardCharsets.ISO_8859_1).replaceAll("[A-Z]{6}\\+Lato", "Lato");
	}

	private static byte[] untagged() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Document document = new Document(new PdfDocument(new PdfWriter(out)))) {
			document.add(new Paragraph("Certificaat"));
		}
		return out.toByteArray();
	}

	private static PdfDocument read(byte[] file) throws IOException {
		return new PdfDocument(new PdfReader(new ByteArrayInputStream(file)));
	}

	private static String words(byte[] file) throws IOException {
		try (PdfDocument document = read(file)) {
			StringBuilder words = new StringBuilder();
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				words.append(PdfTextExtractor.getTextFromPage(document.getPage(page))).append('\n');
			}
			return words.toString();
		}
	}

	private static List<PdfStructElem> elements(IStructureNode node) {
		List<PdfStructElem> elements = new ArrayList<>();
		for (IStructureNode kid : node.getKids()) {
			if (kid instanceof PdfStructElem element) {
				elements.add(element);
				elements.addAll(elements(element));
			}
		}
		return elements;
	}

	private static void assertInsideThePage(byte[] file) throws IOException {
		try (PdfDocument document = read(file)) {
			assertThat(document.getNumberOfPages()).isOne();
			new PdfCanvasProcessor(new IEventListener() {

				@Override
				public void eventOccurred(IEventData data, EventType type) {
					var line = ((TextRenderInfo) data).getBaseline();
					assertThat(line.getStartPoint().get(0)).isGreaterThan(50);
					assertThat(line.getEndPoint().get(0)).isLessThan(PageSize.A4.getWidth() - 50);
				}

				@Override
				public Set<EventType> getSupportedEvents() {
					return Set.of(EventType.RENDER_TEXT);
				}

			}).processPageContent(document.getPage(1));
		}
	}

}
