package nl.kundig.courses.training;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Looks for things in bytes. */
final class Bytes {

	/** How other kinds of files begin that could hide in one that is kept. */
	private static final List<byte[]> OTHER_FILES = List.of(latin("%PDF-"), latin("PK\3\4"), latin("PK\5\6"),
			latin("Rar!\32\7"), latin("7z\274\257'\34"), latin("\177ELF"), latin("<?php"));

	/** How text begins that a browser would take for a page; letters in any case. */
	private static final List<String> PAGES = List.of("<!doctype", "<html", "<script", "<svg", "<iframe");

	private static final int ZIP_END = 22;

	private static final int LONGEST_ZIP_COMMENT = 65_535;

	private Bytes() {
	}

	static byte[] latin(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static String latin(byte[] bytes, int from, int to) {
		return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
	}

	static boolean isAt(byte[] bytes, int at, byte[] wanted) {
		if (at < 0 || at + wanted.length > bytes.length) {
			return false;
		}
		for (int i = 0; i < wanted.length; i++) {
			if (bytes[at + i] != wanted[i]) {
				return false;
			}
		}
		return true;
	}

	/** Where it is the first time from there on and before the end, or -1. */
	static int find(byte[] bytes, byte[] wanted, int from, int to) {
		for (int at = Math.max(0, from); at + wanted.length <= to; at++) {
			if (bytes[at] == wanted[0] && isAt(bytes, at, wanted)) {
				return at;
			}
		}
		return -1;
	}

	/** Where it is the last time, or -1. */
	static int findLast(byte[] bytes, byte[] wanted) {
		for (int at = bytes.length - wanted.length; at >= 0; at--) {
			if (isAt(bytes, at, wanted)) {
				return at;
			}
		}
		return -1;
	}

	/** Whether another file, or a page, begins anywhere between these. */
	static boolean holdsAnotherFile(byte[] bytes, int from, int to) {
		return OTHER_FILES.stream().anyMatch((start) -> find(bytes, start, from, to) >= 0)
				|| holdsPage(bytes, from, to);
	}

	/** Whether a browser that guesses could take this for a page. */
	static boolean holdsPage(byte[] bytes, int from, int to) {
		String text = latin(bytes, from, to).toLowerCase(Locale.ROOT);
		return PAGES.stream().anyMatch(text::contains);
	}

	/** Whether a program that reads from the end would take this for a ZIP. */
	static boolean endsAsZip(byte[] bytes) {
		byte[] end = latin("PK\5\6");
		int from = Math.max(0, bytes.length - ZIP_END - LONGEST_ZIP_COMMENT);
		for (int at = find(bytes, end, from, bytes.length); at >= 0; at = find(bytes, end, at + 1, bytes.length)) {
			if (at + ZIP_END <= bytes.length) {
				int comment = (bytes[at + ZIP_END - 2] & 0xFF) | (bytes[at + ZIP_END - 1] & 0xFF) << 8;
				if (at + ZIP_END + comment <= bytes.length) {
					return true;
				}
			}
		}
		return false;
	}

	static int bigEndian16(byte[] bytes, int at) {
		return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
	}

	static int bigEndian32(byte[] bytes, int at) {
		return bigEndian16(bytes, at) << 16 | bigEndian16(bytes, at + 2);
	}

}
