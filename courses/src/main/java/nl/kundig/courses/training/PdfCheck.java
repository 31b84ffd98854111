package nl.kundig.courses.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import nl.kundig.courses.training.ProofRefused.Reason;

/**
 * PDF, ISO 32000: refuses one that does more than show pages. It does not follow the
 * structure, in which things can be hidden. It looks at every name in the file wherever
 * it stands, also in what is compressed and when it is written with {@code #}. The names
 * are too long to occur by chance.
 */
final class PdfCheck {

	private static final byte[] HEADER = Bytes.latin("%PDF-");

	private static final byte[] END = Bytes.latin("%%EOF");

	private static final byte[] START_OF_TABLE = Bytes.latin("startxref");

	private static final byte[] OBJECT = Bytes.latin(" obj");

	private static final byte[] STREAM = Bytes.latin("stream");

	private static final byte[] END_OF_STREAM = Bytes.latin("endstream");

	/** The type of a stream with objects in it. */
	private static final String OBJECTS = "ObjStm";

	private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch", "RichMedia", "SubmitForm", "ImportData",
			"GoToE", "Rendition", "XFA", "RichMediaExecute", "GoTo3DView");

	private static final Set<String> EMBEDDED = Set.of("EmbeddedFile", "EmbeddedFiles");

	/** How a stream may be coded so that what is in it cannot be looked at here. */
	private static final Set<String> OTHER_FILTERS = Set.of("LZWDecode", "ASCIIHexDecode", "ASCII85Decode",
			"RunLengthDecode", "Crypt");

	private static final Pattern VERSION = Pattern.compile("%PDF-(1\\.[0-7]|2\\.0)[\\s\\S]*");

	private static final Pattern TABLE = Pattern.compile("startxref\\s{1,8}([0-9]{1,8})\\s{1,8}%%EOF[\\s\\x00]*");

	/** A reader may look for the header so far; it is the first thing here. */
	private static final int BEGINNING = 1024;

	private static final int LONGEST_NAME = 127;

	private static final int LONGEST_DICTIONARY = 64 * 1024;

	/** Everything compressed together, unpacked: five pages scanned in colour. */
	private static final int MOST_UNPACKED = 128 * 1024 * 1024;

	private static final int PART = 64 * 1024;

	/** A file of 10 MB that is nothing but the word would else take minutes. */
	private static final int MOST_STREAMS = 50_000;

	/** All dictionaries together. */
	private static final int MOST_IN_DICTIONARIES = 64 * 1024 * 1024;

	private final byte[] bytes;

	private int unpacked;

	private int streams;

	private int inDictionaries;

	private PdfCheck(byte[] bytes) {
		this.bytes = bytes;
	}

	static boolean isPdf(byte[] bytes) {
		return Bytes.isAt(bytes, 0, HEADER);
	}

	static byte[] check(byte[] bytes) {
		PdfCheck check = new PdfCheck(bytes);
		check.checkFrame();
		Set<String> names = names(bytes, 0, bytes.length);
		check.checkNames(names);
		if (names.contains(OBJECTS) && names.stream().anyMatch(OTHER_FILTERS::contains)) {
			throw new ProofRefused(Reason.TOO_COMPLICATED, "pdf filters");
		}
		check.checkStreams();
		return bytes;
	}

	private void checkFrame() {
		String beginning = Bytes.latin(this.bytes, 0, Math.min(BEGINNING, this.bytes.length));
		int end = Bytes.findLast(this.bytes, END);
		int table = Bytes.findLast(this.bytes, START_OF_TABLE);
		if (!VERSION.matcher(beginning).matches() || end < 0 || table < 0 || table > end) {
			throw damaged();
		}
		for (int at = end + END.length; at < this.bytes.length; at++) {
			if (!isBlank(this.bytes[at])) {
				throw new ProofRefused(Reason.TWO_FILES_IN_ONE, "after pdf");
			}
		}
		if (Bytes.endsAsZip(this.bytes) || Bytes.holdsPage(this.bytes, 0, beginning.length())) {
			throw new ProofRefused(Reason.TWO_FILES_IN_ONE, "in pdf");
		}
		var found = TABLE.matcher(Bytes.latin(this.bytes, table, this.bytes.length));
		if (!found.matches() || !isTable(Integer.parseInt(found.group(1)))) {
			throw damaged();
		}
	}

	/**
	 * Where the file says so, a table of its objects begins, or an object that is one.
	 */
	private boolean isTable(int at) {
		if (at >= this.bytes.length) {
			return false;
		}
		String start = Bytes.latin(this.bytes, at, Math.min(at + 40, this.bytes.length)).stripLeading();
		return start.startsWith("xref") || start.matches("(?s)[0-9]{1,10}\\s+[0-9]{1,5}\\s+obj.*");
	}

	private void checkNames(Set<String> names) {
		for (String name : names) {
			if (name.equals("Encrypt")) {
				throw new ProofRefused(Reason.ENCRYPTED, name);
			}
			if (ACTIVE.contains(name)) {
				throw new ProofRefused(Reason.ACTIVE_CONTENT, name);
			}
			if (EMBEDDED.contains(name)) {
				throw new ProofRefused(Reason.EMBEDDED_FILE, name);
			}
		}
	}

	/** Every name between these, with what is written with # spelt out. */
	private static Set<String> names(byte[] text, int from, int to) {
		Set<String> names = new HashSet<>();
		for (int at = from; at < to; at++) {
			if (text[at] == '/') {
				names.add(name(text, at + 1, to));
			}
		}
		return names;
	}

	private static String name(byte[] text, int from, int to) {
		byte[] name = new byte[LONGEST_NAME];
		int length = 0;
		int at = from;
		while (at < to && length < LONGEST_NAME && isRegular(text[at])) {
			int code = (text[at] == '#' && at + 2 < to) ? hexadecimal(text[at + 1], text[at + 2]) : -1;
			name[length++] = (code >= 0) ? (byte) code : text[at];
			at += (code >= 0) ? 3 : 1;
		}
		return new String(name, 0, length, StandardCharsets.ISO_8859_1);
	}

	private static int hexadecimal(byte high, byte low) {
		int first = Character.digit(high, 16);
		int second = Character.digit(low, 16);
		return (first >= 0 && second >= 0) ? first * 16 + second : -1;
	}

	private static boolean isRegular(byte character) {
		return !isBlank(character) && "()<>[]{}/%".indexOf(character) < 0;
	}

	private static boolean isBlank(byte character) {
		return character == ' ' || character == '\n' || character == '\r' || character == '\t' || character == '\f'
				|| character == 0;
	}

	/** Objects can be compressed, many in one stream; the names in there count too. */
	private void checkStreams() {
		int at = Bytes.find(this.bytes, STREAM, 0, this.bytes.length);
		while (at >= 0) {
			int after = at + STREAM.length;
			if (!Bytes.isAt(this.bytes, at - 3, END_OF_STREAM)) {
				if (++this.streams > MOST_STREAMS) {
					throw new ProofRefused(Reason.TOO_COMPLICATED, "pdf streams");
				}
				checkStream(at, data(after));
			}
			at = Bytes.find(this.bytes, STREAM, after, this.bytes.length);
		}
	}

	/** The data begins after the end of the line. */
	private int data(int after) {
		int at = after;
		if (at < this.bytes.length && this.bytes[at] == '\r') {
			at++;
		}
		return (at < this.bytes.length && this.bytes[at] == '\n') ? at + 1 : at;
	}

	private void checkStream(int keyword, int data) {
		Set<String> dictionary = dictionary(keyword);
		boolean objects = dictionary.contains(OBJECTS);
		if (objects && dictionary.contains("Predictor")) {
			throw new ProofRefused(Reason.TOO_COMPLICATED, "pdf predictor");
		}
		// Whatever looks compressed is unpacked, whatever its dictionary says.
		boolean unpackable = looksPacked(data) && checkUnpacked(data);
		if (objects && dictionary.contains("FlateDecode") && !unpackable) {
			throw damaged();
		}
	}

	/** The two bytes that begin compressed data, RFC 1950. */
	private boolean looksPacked(int data) {
		return data + 2 <= this.bytes.length && (this.bytes[data] & 0x0F) == 8
				&& Bytes.bigEndian16(this.bytes, data) % 31 == 0;
	}

	/** The names of the dictionary right before the keyword. */
	private Set<String> dictionary(int keyword) {
		int furthest = Math.max(0, keyword - LONGEST_DICTIONARY);
		int from = keyword;
		while (from > furthest && !Bytes.isAt(this.bytes, from, OBJECT)) {
			from--;
		}
		this.inDictionaries += keyword - from;
		if (this.inDictionaries > MOST_IN_DICTIONARIES) {
			throw new ProofRefused(Reason.TOO_COMPLICATED, "pdf dictionaries");
		}
		return names(this.bytes, from, keyword);
	}

	/** Returns whether it could be unpacked. */
	private boolean checkUnpacked(int data) {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(this.bytes, data, this.bytes.length - data);
			byte[] part = new byte[PART];
			int kept = 0;
			while (!inflater.finished()) {
				int read = inflater.inflate(part, kept, part.length - kept);
				if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
					return false;
				}
				this.unpacked += read;
				if (this.unpacked > MOST_UNPACKED) {
					throw new ProofRefused(Reason.TOO_COMPLICATED, "pdf unpacked");
				}
				int length = kept + read;
				checkNames(names(part, 0, length));
				// A name may go on in the next part.
				kept = Math.min(length, 3 * LONGEST_NAME);
				System.arraycopy(Arrays.copyOfRange(part, length - kept, length), 0, part, 0, kept);
			}
			return true;
		}
		catch (DataFormatException ex) {
			return false;
		}
		finally {
			inflater.end();
		}
	}

	private static ProofRefused damaged() {
		return new ProofRefused(Reason.DAMAGED, "pdf");
	}

}
