package nl.kundig.courses.training;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.CRC32;

import nl.kundig.courses.training.ProofRefused.Reason;

/**
 * PNG, ISO/IEC 15948: a signature, then chunks of length, type, data and check. Only the
 * chunks that make the picture are kept; those with texts, places and profiles go, and so
 * does whatever follows the end.
 */
final class PngCheck {

	private static final byte[] SIGNATURE = Bytes.latin("\211PNG\r\n\32\n");

	private static final List<String> KEPT = List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

	private static final int HEADER_LENGTH = 13;

	/** Length, type and check around the data. */
	private static final int AROUND = 12;

	private PngCheck() {
	}

	static boolean isPng(byte[] bytes) {
		return Bytes.isAt(bytes, 0, SIGNATURE);
	}

	static byte[] clean(byte[] bytes) {
		ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
		kept.writeBytes(SIGNATURE);
		int at = SIGNATURE.length;
		String type = "";
		while (!type.equals("IEND")) {
			if (at + AROUND > bytes.length) {
				throw new ProofRefused(Reason.DAMAGED, "png ends");
			}
			int length = Bytes.bigEndian32(bytes, at);
			if (length < 0 || length > bytes.length - at - AROUND) {
				throw new ProofRefused(Reason.DAMAGED, "png chunk");
			}
			boolean first = at == SIGNATURE.length;
			type = Bytes.latin(bytes, at + 4, at + 8);
			if (first != type.equals("IHDR")) {
				throw new ProofRefused(Reason.DAMAGED, "png header");
			}
			if (first) {
				checkHeader(bytes, at + 8, length);
			}
			if (KEPT.contains(type)) {
				checkSum(bytes, at, length);
				kept.write(bytes, at, length + AROUND);
			}
			else if (Bytes.holdsAnotherFile(bytes, at + 8, at + 8 + length)) {
				throw new ProofRefused(Reason.TWO_FILES_IN_ONE, "png chunk");
			}
			at += length + AROUND;
		}
		if (Bytes.holdsAnotherFile(bytes, at, bytes.length)) {
			throw new ProofRefused(Reason.TWO_FILES_IN_ONE, "after png");
		}
		byte[] clean = kept.toByteArray();
		Picture.checkDecodes(clean, "png");
		return clean;
	}

	private static void checkHeader(byte[] bytes, int at, int length) {
		if (length != HEADER_LENGTH) {
			throw new ProofRefused(Reason.DAMAGED, "png header");
		}
		Picture.checkSize(Bytes.bigEndian32(bytes, at), Bytes.bigEndian32(bytes, at + 4));
	}

	private static void checkSum(byte[] bytes, int at, int length) {
		CRC32 sum = new CRC32();
		sum.update(bytes, at + 4, length + 4);
		if ((int) sum.getValue() != Bytes.bigEndian32(bytes, at + 8 + length)) {
			throw new ProofRefused(Reason.DAMAGED, "png check");
		}
	}

}
