package nl.kundig.courses.content;

/** What kind of publication a source is. */
public enum SourceKind {

	LAW, GOVERNMENT_NL, GOVERNMENT_ABROAD, SCIENCE, SPECIALISED, JOURNALISM

}
