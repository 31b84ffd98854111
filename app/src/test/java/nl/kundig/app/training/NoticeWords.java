package nl.kundig.app.training;

import java.util.Arrays;
import java.util.List;

/** What mails about trainings are called in message keys. */
public final class NoticeWords {

	private NoticeWords() {
	}

	/** One for each kind of mail: "seat-offered". */
	public static List<String> codes() {
		return Arrays.stream(NoticeKind.values()).map(NoticeKind::code).toList();
	}

}
