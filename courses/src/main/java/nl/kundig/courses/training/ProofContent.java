package nl.kundig.courses.training;

import java.text.Normalizer;
import java.util.regex.Pattern;

import nl.kundig.courses.training.ProofRefused.Reason;

/**
 * A file that was looked into. What it is follows from its content; its name and what a
 * browser says of it are not asked.
 * <p>
 * Pictures are not coded anew: that would blur small print and take a hundred megabytes
 * of memory. Instead only what is needed to show them is copied, so that places, names
 * and whatever else cameras add are left behind all the same.
 *
 * @param bytes what is kept
 */
record ProofContent(String mediaType, byte[] bytes) {

	/** 10 MB. */
	static final int MOST_BYTES = 10 * 1024 * 1024;

	private static final int LONGEST_NAME = 80;

	private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._-]");

	/**
	 * The content, when it is a PDF, JPEG or PNG that can do no harm.
	 * @throws ProofRefused with the reason, and with nothing of the content
	 */
	static ProofContent check(byte[] bytes) {
		if (bytes.length == 0) {
			throw new ProofRefused(Reason.EMPTY_FILE, 0);
		}
		if (bytes.length > MOST_BYTES) {
			throw new ProofRefused(Reason.TOO_LARGE, bytes.length);
		}
		if (PdfCheck.isPdf(bytes)) {
			return new ProofContent("application/pdf", PdfCheck.check(bytes));
		}
		if (JpegCheck.isJpeg(bytes)) {
			return new ProofContent("image/jpeg", JpegCheck.clean(bytes));
		}
		if (PngCheck.isPng(bytes)) {
			return new ProofContent("image/png", PngCheck.clean(bytes));
		}
		throw new ProofRefused(Reason.UNKNOWN_TYPE, bytes.length);
	}

	/**
	 * A name for every file system: the last part of the given one in plain letters, with
	 * the extension of what the content is.
	 */
	String nameLike(String given) {
		String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
		String plain = Normalizer.normalize(last, Normalizer.Form.NFD);
		int dot = plain.lastIndexOf('.');
		String stem = UNSAFE.matcher((dot > 0) ? plain.substring(0, dot) : plain).replaceAll("");
		// Dots and blanks at the ends mean something to some systems.
		String trimmed = stem.substring(0, Math.min(stem.length(), LONGEST_NAME)).replaceAll("^[. -]+|[. ]+$", "");
		return (trimmed.isEmpty() ? "bewijs" : trimmed) + switch (this.mediaType) {
			case "application/pdf" -> ".pdf";
			case "image/jpeg" -> ".jpg";
			default -> ".png";
		};
	}

}
