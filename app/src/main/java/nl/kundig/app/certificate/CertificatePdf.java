package nl.kundig.app.certificate;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import com.itextpdf.barcodes.BarcodeQRCode;
import com.itextpdf.barcodes.qrcode.EncodeHintType;
import com.itextpdf.barcodes.qrcode.ErrorCorrectionLevel;
import com.itextpdf.commons.actions.EventManager;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.action.PdfAction;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.tagging.PdfStructureAttributes;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.kernel.validation.ValidationContainer;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Image;
import com.itextpdf.layout.element.Link;
import com.itextpdf.layout.element.List;
import com.itextpdf.layout.element.ListItem;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.layout.LayoutArea;
import com.itextpdf.layout.layout.LayoutContext;
import com.itextpdf.layout.properties.FloatPropertyValue;
import com.itextpdf.layout.properties.OverflowWrapPropertyValue;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.renderer.IRenderer;
import com.itextpdf.pdfa.PdfADocument;
import com.itextpdf.pdfua.checkers.PdfUA1Checker;

/**
 * Draws a certificate as one A4 file that is both PDF/A-3A (keeps) and PDF/UA-1 (is read
 * aloud properly). The only class that knows iText: replacing it is a matter of this
 * class.
 */
final class CertificatePdf {

	/** Goes up when a certificate drawn today would look different from yesterday's. */
	static final String TEMPLATE_VERSION = "1";

	private static final String STATEMENT = "Dit certificaat bevestigt dat de leerlijn is afgerond.";

	private static final String NO_JUDGEMENT = "Het is geen oordeel over de persoon en geeft geen bevoegdheden.";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl", "NL"));

	private static final Color ACCENT = new DeviceRgb(0x0b, 0x5c, 0x6b);

	private static final Color INK = new DeviceRgb(0x1d, 0x29, 0x2e);

	private static final Color QUIET = new DeviceRgb(0x4b, 0x5a, 0x60);

	private static final Color RULE = new DeviceRgb(0xc3, 0xd3, 0xd7);

	private static final float SIDE_MARGIN = 64;

	private static final float END_MARGIN = 56;

	private static final float QR_SIZE = 104;

	/** White that a QR code needs around it, in its own modules. */
	private static final float QUIET_MODULES = 4;

	/** A name longer than this is set in a smaller size. */
	private static final int LONG_LINE = 30;

	private final byte[] regularFont = resource("/certificate/Lato-Regular.ttf");

	private final byte[] boldFont = resource("/certificate/Lato-Bold.ttf");

	private final byte[] colourProfile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	CertificatePdf() {
		// Kundig is AGPL-3.0-or-later itself, so iText need not keep reminding the log.
		EventManager.acknowledgeAgplUsageDisableWarningMessage();
	}

	byte[] render(CertificateText text) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (PdfDocument pdf = open(out, text)) {
			Sheet sheet = new Sheet(pdf, text, font(this.regularFont), font(this.boldFont));
			sheet.draw();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private PdfDocument open(ByteArrayOutputStream out, CertificateText text) {
		PdfString id = new PdfString("kundig " + TEMPLATE_VERSION + " " + text.number());
		WriterProperties properties = new WriterProperties().addPdfUaXmpMetadata(PdfUAConformance.PDF_UA_1)
			.setInitialDocumentId(id)
			.setModifiedDocumentId(id);
		PdfOutputIntent colours = new PdfOutputIntent("Custom", "", "https://www.color.org", "sRGB IEC61966-2.1",
				new ByteArrayInputStream(this.colourProfile));
		PdfDocument pdf = new PdfADocument(new PdfWriter(out, properties), PdfAConformance.PDF_A_3A, colours);
		pdf.getDiContainer().getInstance(ValidationContainer.class).addChecker(new PdfUA1Checker(pdf));
		pdf.setTagged();
		pdf.setDefaultPageSize(PageSize.A4);
		pdf.getCatalog().setLang(new PdfString("nl-NL", PdfEncodings.UNICODE_BIG));
		pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
		// The day of issue, so that the same text always gives the same file.
		String issued = "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(text.issuedOn()) + "000000Z";
		pdf.getDocumentInfo().setMoreInfo(Map.of("CreationDate", issued, "ModDate", issued));
		pdf.getDocumentInfo()
			.setTitle("Certificaat " + text.curriculum() + " – " + text.holder())
			.setAuthor(text.organisation());
		return pdf;
	}

	private static PdfFont font(byte[] bytes) throws IOException {
		return PdfFontFactory.createFont(FontProgramFactory.createFont(bytes, false), PdfEncodings.IDENTITY_H,
				EmbeddingStrategy.FORCE_EMBEDDED);
	}

	private static byte[] resource(String path) {
		try (InputStream in = CertificatePdf.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException(path + " is missing");
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One certificate being drawn. */
	private static final class Sheet {

		private final PdfDocument pdf;

		private final CertificateText text;

		private final PdfFont regular;

		private final PdfFont bold;

		Sheet(PdfDocument pdf, CertificateText text, PdfFont regular, PdfFont bold) {
			this.pdf = pdf;
			this.text = text;
			this.regular = regular;
			this.bold = bold;
		}

		void draw() {
			try (Document document = new Document(this.pdf)) {
				document.setMargins(END_MARGIN, SIDE_MARGIN, END_MARGIN, SIDE_MARGIN);
				document.setFont(this.regular);
				document.add(letterhead());
				document.add(title());
				document.add(line("Uitgereikt aan", 11).setFontColor(QUIET).setMarginTop(20));
				document.add(large(this.text.holder(), 26).setMarginTop(2));
				document.add(line("voor het afronden van", 11).setFontColor(QUIET).setMarginTop(14));
				document.add(large(this.text.curriculum(), 18).setFontColor(ACCENT).setMarginTop(2));
				if (!this.text.modules().isEmpty()) {
					document.add(heading("Afgeronde modules"));
					document.add(modules());
				}
				document.add(validity());
				Div foot = foot();
				foot.setMarginTop(Math.max(24, heightLeft(document) - height(foot, document)));
				document.add(foot);
				numberPages();
			}
		}

		/** Only a certificate of several pages says which page belongs to it. */
		private void numberPages() {
			int pages = this.pdf.getNumberOfPages();
			for (int page = 1; page <= pages && pages > 1; page++) {
				String words = "Certificaat %s – pagina %d van %d".formatted(this.text.number(), page, pages);
				PdfCanvas canvas = new PdfCanvas(this.pdf.getPage(page));
				canvas.openTag(new CanvasArtifact());
				canvas.beginText()
					.setFontAndSize(this.regular, 9)
					.setColor(QUIET, true)
					.moveText(SIDE_MARGIN, END_MARGIN / 2)
					.showText(printable(words))
					.endText();
				canvas.closeTag();
			}
		}

		private Div letterhead() {
			Div letterhead = new Div().setBorderBottom(new SolidBorder(ACCENT, 1.2f)).setPaddingBottom(8);
			letterhead.add(line(this.text.organisation(), 12).setFont(this.bold).setFontColor(ACCENT));
			return letterhead;
		}

		private Paragraph title() {
			Paragraph title = line("Certificaat", 34).setFont(this.bold).setMarginTop(30);
			title.getAccessibilityProperties().setRole(StandardRoles.H1);
			return title;
		}

		private Paragraph heading(String words) {
			Paragraph heading = line(words, 12.5f).setFont(this.bold).setMarginTop(22).setMarginBottom(5);
			heading.setKeepWithNext(true);
			heading.getAccessibilityProperties().setRole(StandardRoles.H2);
			return heading;
		}

		private List modules() {
			List list = new List().setSymbolIndent(9);
			list.setListSymbol(new Text("•").setFont(this.bold).setFontColor(ACCENT));
			PdfStructureAttributes numbering = new PdfStructureAttributes("List");
			numbering.addEnumAttribute("ListNumbering", "Disc");
			list.getAccessibilityProperties().addAttributes(numbering);
			for (String module : this.text.modules()) {
				ListItem item = new ListItem();
				item.add(line(module, 11));
				item.setMarginBottom(2).setKeepTogether(true);
				list.add(item);
			}
			return list;
		}

		private Div validity() {
			Div validity = new Div().setKeepTogether(true);
			validity.add(heading("Geldigheid"));
			validity.add(line("Geldig tot en met " + day(this.text.lastDay()), 13).setFont(this.bold));
			validity.add(line("Uitgereikt op " + day(this.text.issuedOn()), 11).setMarginTop(3));
			validity.add(line("Certificaatnummer " + this.text.number(), 11).setMarginTop(1));
			return validity;
		}

		private Div foot() {
			Div foot = new Div().setKeepTogether(true).setFont(this.regular);
			foot.add(check());
			Div statement = new Div().setBorderTop(new SolidBorder(RULE, 0.8f)).setPaddingTop(9).setMarginTop(14);
			statement.add(line(STATEMENT, 10).add(" \n").add(words(NO_JUDGEMENT)).setFontColor(QUIET));
			foot.add(statement);
			return foot;
		}

		private Div check() {
			Div check = new Div().setMinHeight(QR_SIZE);
			check.add(qrCode());
			check.add(heading("Dit certificaat controleren").setMarginTop(8));
			check.add(line("Scan de QR-code of ga naar:", 11));
			check.add(line("", 11).add(link()));
			check.add(line("Controlecode: ", 11).add(words(this.text.code()).setFont(this.bold)).setMarginTop(4));
			return check;
		}

		private Image qrCode() {
			BarcodeQRCode code = new BarcodeQRCode(this.text.checkUrl(),
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
			Image image = new Image(code.createFormXObject(INK, this.pdf)).scaleToFit(QR_SIZE, QR_SIZE);
			image.setProperty(Property.FLOAT, FloatPropertyValue.LEFT);
			float quietZone = QUIET_MODULES * QR_SIZE / code.getBarcodeSize().getWidth();
			image.setMarginLeft(-quietZone).setMarginRight(16 - quietZone);
			image.getAccessibilityProperties()
				.setAlternateDescription("QR-code naar de controlepagina " + this.text.checkUrl());
			return image;
		}

		private Link link() {
			Link link = new Link(printable(this.text.checkUrl()), PdfAction.createURI(this.text.checkUrl()));
			link.setFontColor(ACCENT).setUnderline(0.6f, -1.6f);
			link.getLinkAnnotation()
				.setBorder(new PdfArray(new int[] { 0, 0, 0 }))
				.setFlag(PdfAnnotation.PRINT)
				.setContents("Controlepagina van dit certificaat: " + this.text.checkUrl());
			return link;
		}

		private Paragraph large(String words, float size) {
			return line(words, (words.length() > LONG_LINE) ? size * 0.77f : size).setFont(this.bold)
				.setMultipliedLeading(1.15f);
		}

		private Paragraph line(String words, float size) {
			Paragraph line = new Paragraph().setFontSize(size)
				.setFontColor(INK)
				.setMargin(0)
				.setMultipliedLeading(1.3f);
			line.setProperty(Property.OVERFLOW_WRAP, OverflowWrapPropertyValue.BREAK_WORD);
			if (!words.isEmpty()) {
				line.add(words(words));
			}
			return line;
		}

		private Text words(String words) {
			return new Text(printable(words));
		}

		/**
		 * A character the font does not have would make the file invalid and the
		 * certificate impossible; a question mark is the lesser evil.
		 */
		private String printable(String words) {
			StringBuilder printable = new StringBuilder();
			Normalizer.normalize(words, Normalizer.Form.NFC)
				.codePoints()
				.filter((point) -> Character.getType(point) != Character.FORMAT)
				.map((point) -> Character.isWhitespace(point) ? ' ' : point)
				.map((point) -> this.regular.containsGlyph(point) ? point : '?')
				.forEach(printable::appendCodePoint);
			return printable.toString();
		}

		private static float height(Div block, Document document) {
			float width = PageSize.A4.getWidth() - 2 * SIDE_MARGIN;
			LayoutContext endless = new LayoutContext(new LayoutArea(1, new Rectangle(width, 10_000)));
			IRenderer renderer = block.createRendererSubTree().setParent(document.getRenderer());
			return renderer.layout(endless).getOccupiedArea().getBBox().getHeight();
		}

		private static float heightLeft(Document document) {
			return document.getRenderer().getCurrentArea().getBBox().getHeight();
		}

		private static String day(LocalDate day) {
			return DAY.format(day);
		}

	}

}
