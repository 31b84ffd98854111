package nl.kundig.app.training;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text of a file that does not say how it is encoded. Excel writes UTF-8 with a mark,
 * UTF-16 as "Unicode text", and windows-1252 as plain "CSV".
 *
 * @param text without the mark in front
 */
record DecodedText(Charset encoding, String text) {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	/** Enough to see whether every second byte is zero. */
	private static final int LOOKED_AT = 1_000;

	/** The beginnings of ZIP, thus XLSX and ODS, and of the old XLS. */
	private static final byte[][] SPREADSHEETS = { { 'P', 'K', 3, 4 },
			{ (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 } };

	private static final byte[] UTF_8_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private static final byte[] UTF_16LE_MARK = { (byte) 0xFF, (byte) 0xFE };

	private static final byte[] UTF_16BE_MARK = { (byte) 0xFE, (byte) 0xFF };

	static DecodedText of(byte[] file) throws UnreadableFile {
		for (byte[] start : SPREADSHEETS) {
			if (startsWith(file, start)) {
				throw new UnreadableFile(FileProblem.SPREADSHEET);
			}
		}
		DecodedText decoded = decode(file).orElseThrow(() -> new UnreadableFile(FileProblem.NOT_TEXT));
		if (decoded.text.chars().anyMatch(DecodedText::isControl)) {
			throw new UnreadableFile(FileProblem.NOT_TEXT);
		}
		return decoded;
	}

	private static Optional<DecodedText> decode(byte[] file) {
		if (startsWith(file, UTF_8_MARK)) {
			return decode(file, UTF_8_MARK.length, StandardCharsets.UTF_8);
		}
		if (startsWith(file, UTF_16LE_MARK)) {
			return decode(file, UTF_16LE_MARK.length, StandardCharsets.UTF_16LE);
		}
		if (startsWith(file, UTF_16BE_MARK)) {
			return decode(file, UTF_16BE_MARK.length, StandardCharsets.UTF_16BE);
		}
		int pairs = Math.min(file.length, LOOKED_AT) / 2;
		int evenZeros = 0;
		int oddZeros = 0;
		for (int i = 0; i < pairs; i++) {
			evenZeros += (file[2 * i] == 0) ? 1 : 0;
			oddZeros += (file[2 * i + 1] == 0) ? 1 : 0;
		}
		if (oddZeros > pairs / 2 && evenZeros == 0) {
			return decode(file, 0, StandardCharsets.UTF_16LE);
		}
		if (evenZeros > pairs / 2 && oddZeros == 0) {
			return decode(file, 0, StandardCharsets.UTF_16BE);
		}
		return decode(file, 0, StandardCharsets.UTF_8).or(() -> decode(file, 0, WINDOWS));
	}

	private static Optional<DecodedText> decode(byte[] file, int from, Charset encoding) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(file, from, file.length - from);
			return Optional.of(new DecodedText(encoding, encoding.newDecoder().decode(bytes).toString()));
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static boolean startsWith(byte[] file, byte[] start) {
		return file.length >= start.length && ByteBuffer.wrap(file, 0, start.length).equals(ByteBuffer.wrap(start));
	}

	private static boolean isControl(int sign) {
		return (sign < ' ' && sign != '\t' && sign != '\r' && sign != '\n') || (sign >= 0x7F && sign <= 0x9F);
	}

}
