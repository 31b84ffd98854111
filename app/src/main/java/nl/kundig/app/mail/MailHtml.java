package nl.kundig.app.mail;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML of a mail as a part of a page: nothing runs, nothing is fetched, and its
 * headings do not mix with those of the page.
 */
final class MailHtml {

	private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
		.allowElements("p", "br", "ul", "ol", "li", "strong", "em", "blockquote", "hr", "a", "table", "tbody", "tr",
				"th", "td")
		.allowElements((element, attributes) -> "p", "h1", "h2", "h3", "h4")
		.allowAttributes("href")
		.onElements("a")
		.allowUrlProtocols("https", "http", "mailto", "tel")
		.toFactory();

	private MailHtml() {
	}

	static String safe(String html) {
		return SAFE.sanitize(html);
	}

}
