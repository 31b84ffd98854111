package nl.kundig.searchindex;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** The best passage as plain text: whoever shows it decides how. */
final class PlainPassage extends PassageFormatter {

	private static final int LONGEST = 240;

	@Override
	public Object format(Passage[] passages, String content) {
		if (passages.length == 0) {
			return "";
		}
		String text = content.substring(passages[0].getStartOffset(), passages[0].getEndOffset()).strip();
		if (text.length() <= LONGEST) {
			return text;
		}
		return text.substring(0, Math.max(1, text.lastIndexOf(' ', LONGEST))) + " …";
	}

}
