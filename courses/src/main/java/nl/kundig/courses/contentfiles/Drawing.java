package nl.kundig.courses.contentfiles;

import java.io.StringReader;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets through only SVG that draws: shapes and their looks, and nothing that acts, loads
 * or links.
 */
final class Drawing {

	private static final int MOST_BYTES = 8 * 1024;

	private static final String SVG = "http://www.w3.org/2000/svg";

	private static final String VIEW_BOX = "0 0 240 240";

	private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "g", "path", "rect", "circle", "ellipse",
			"line", "polyline", "polygon", "text", "tspan");

	private static final Set<String> ATTRIBUTES = Set.of("viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2",
			"dx", "dy", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "fill", "fill-opacity", "fill-rule",
			"stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
			"stroke-opacity", "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor",
			"letter-spacing", "dominant-baseline");

	private Drawing() {
	}

	/** The drawing as text, ready to stand in a page. */
	static String check(ContentFile file) {
		if (file.bytes().length > MOST_BYTES) {
			throw new ContentMistake(file.path(), 1, file.bytes().length + " bytes are more than " + MOST_BYTES);
		}
		String svg = file.text().strip();
		refuseMarkup(file, svg, "<!");
		refuseMarkup(file, svg, "<?");
		try {
			checkElements(file, svg);
		}
		catch (XMLStreamException ex) {
			int line = (ex.getLocation() != null) ? Math.max(1, ex.getLocation().getLineNumber()) : 1;
			throw new ContentMistake(file.path(), line, "is no XML");
		}
		return svg;
	}

	/**
	 * XML and HTML disagree on where a comment ends, so that a script could hide in one.
	 */
	private static void refuseMarkup(ContentFile file, String svg, String start) {
		int at = svg.indexOf(start);
		if (at >= 0) {
			int line = 1 + (int) svg.substring(0, at).chars().filter((character) -> character == '\n').count();
			throw new ContentMistake(file.path(), line, start + " is not allowed: no comments, no declarations");
		}
	}

	private static void checkElements(ContentFile file, String svg) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
		int depth = 0;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				checkElement(file, reader, depth);
				depth++;
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				depth--;
			}
		}
	}

	private static void checkElement(ContentFile file, XMLStreamReader reader, int depth) {
		int line = reader.getLocation().getLineNumber();
		String element = reader.getLocalName();
		if (!ELEMENTS.contains(element) || !reader.getPrefix().isEmpty() || !SVG.equals(reader.getNamespaceURI())) {
			throw new ContentMistake(file.path(), line, "element " + element + " is not allowed");
		}
		if ((depth == 0) != element.equals("svg")) {
			throw new ContentMistake(file.path(), line, "svg must be the outermost element, and only that");
		}
		if (depth == 0 && !VIEW_BOX.equals(reader.getAttributeValue(null, "viewBox"))) {
			throw new ContentMistake(file.path(), line, "viewBox must be " + VIEW_BOX);
		}
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			String attribute = reader.getAttributeLocalName(i);
			if (!ATTRIBUTES.contains(attribute) || !reader.getAttributePrefix(i).isEmpty()) {
				throw new ContentMistake(file.path(), line, "attribute " + attribute + " is not allowed");
			}
			if (reader.getAttributeValue(i).contains("url(")) {
				throw new ContentMistake(file.path(), line, "attribute " + attribute + " must not refer to anything");
			}
		}
	}

}
