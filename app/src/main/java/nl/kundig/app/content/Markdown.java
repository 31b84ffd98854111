package nl.kundig.app.content;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import org.springframework.stereotype.Component;

/** Turns Markdown into safe HTML; the same text is rendered once. */
@Component
public class Markdown {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
		.allowElements("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "code", "pre", "hr", "br",
				"a", "table", "thead", "tbody", "tr", "th", "td")
		.allowAttributes("href")
		.onElements("a")
		.allowAttributes("start")
		.onElements("ol")
		.allowUrlProtocols("https", "mailto", "tel")
		.toFactory();

	private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();

	private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

	private final Cache<String, String> rendered = Caffeine.newBuilder().maximumSize(2000).build();

	/** Safe HTML for this Markdown. */
	public String html(String text) {
		return this.rendered.get(text, (source) -> SAFE.sanitize(this.renderer.render(this.parser.parse(source))));
	}

}
