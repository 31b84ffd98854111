package nl.kundig.courses.training;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import nl.kundig.courses.training.ProofRefused.Reason;

/**
 * JPEG, ITU-T T.81: markers with segments, and the picture's data after the start of each
 * scan. Application segments and comments go, and so does whatever follows the end. Of
 * Exif only the way up is kept, in a segment made anew: without it photographs of paper
 * lie on their side.
 */
final class JpegCheck {

	private static final int START = 0xD8;

	private static final int END = 0xD9;

	private static final int SCAN = 0xDA;

	private static final int APPLICATION_0 = 0xE0;

	private static final int APPLICATION_1 = 0xE1;

	/** Says how colours are coded; pictures of some programs look wrong without. */
	private static final int APPLICATION_14 = 0xEE;

	private static final int APPLICATION_15 = 0xEF;

	private static final int COMMENT = 0xFE;

	private static final int JFIF_LENGTH = 16;

	private static final int ADOBE_LENGTH = 14;

	private static final byte[] EXIF = Bytes.latin("Exif\0\0");

	private static final int ORIENTATION = 0x0112;

	private static final int ENTRY = 12;

	private static final int UPRIGHT = 1;

	/** Programs write some ten; each one takes a decoder through the whole picture. */
	private static final int MOST_SCANS = 32;

	private final byte[] bytes;

	private final ByteArrayOutputStream kept;

	private int at = 2;

	private int wayUp = UPRIGHT;

	private boolean sized;

	private int scans;

	private JpegCheck(byte[] bytes) {
		this.bytes = bytes;
		this.kept = new ByteArrayOutputStream(bytes.length);
	}

	static boolean isJpeg(byte[] bytes) {
		return bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == START && (bytes[2] & 0xFF) == 0xFF;
	}

	static byte[] clean(byte[] bytes) {
		JpegCheck check = new JpegCheck(bytes);
		check.copySegments();
		byte[] clean = check.withWayUp();
		Picture.checkDecodes(clean, "jpeg");
		return clean;
	}

	private void copySegments() {
		int marker = nextMarker();
		while (marker != END) {
			int length = segment(marker);
			if (isMetadata(marker, length)) {
				if (Bytes.holdsAnotherFile(this.bytes, this.at, this.at + length)) {
					throw new ProofRefused(Reason.TWO_FILES_IN_ONE, "jpeg segment");
				}
				if (marker == APPLICATION_1) {
					readWayUp(this.at + 2, length - 2);
				}
			}
			else {
				this.kept.write(0xFF);
				this.kept.write(marker);
				this.kept.write(this.bytes, this.at, length);
			}
			this.at += length;
			if (marker == SCAN) {
				if (++this.scans > MOST_SCANS) {
					throw new ProofRefused(Reason.TOO_COMPLICATED, "jpeg scans");
				}
				copyScan();
			}
			marker = nextMarker();
		}
		if (!this.sized) {
			throw damaged();
		}
		if (Bytes.holdsAnotherFile(this.bytes, this.at, this.bytes.length)) {
			throw new ProofRefused(Reason.TWO_FILES_IN_ONE, "after jpeg");
		}
		this.kept.write(0xFF);
		this.kept.write(END);
	}

	/** The marker that stands here; fill bytes before it are left out. */
	private int nextMarker() {
		if (this.at >= this.bytes.length || (this.bytes[this.at] & 0xFF) != 0xFF) {
			throw damaged();
		}
		while (this.at < this.bytes.length && (this.bytes[this.at] & 0xFF) == 0xFF) {
			this.at++;
		}
		if (this.at >= this.bytes.length) {
			throw damaged();
		}
		return this.bytes[this.at++] & 0xFF;
	}

	/** The length of the segment, its own two bytes included. */
	private int segment(int marker) {
		if (marker < 0xC0 || marker >= 0xD0 && marker <= START || this.at + 2 > this.bytes.length) {
			throw damaged();
		}
		int length = Bytes.bigEndian16(this.bytes, this.at);
		if (length < 2 || this.at + length > this.bytes.length) {
			throw damaged();
		}
		if (isFrame(marker)) {
			if (length < 8 || this.sized) {
				throw damaged();
			}
			Picture.checkSize(Bytes.bigEndian16(this.bytes, this.at + 5), Bytes.bigEndian16(this.bytes, this.at + 3));
			this.sized = true;
		}
		return length;
	}

	/** Start of frame: C0 to CF, but for tables, extensions and conditioning. */
	private static boolean isFrame(int marker) {
		return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
	}

	/** Of application segments those stay that say how to show it, without thumbnails. */
	private static boolean isMetadata(int marker, int length) {
		boolean application = marker >= APPLICATION_0 && marker <= APPLICATION_15;
		boolean needed = marker == APPLICATION_0 && length == JFIF_LENGTH
				|| marker == APPLICATION_14 && length == ADOBE_LENGTH;
		return marker == COMMENT || application && !needed;
	}

	/** The coded data goes on until a marker that is neither stuffed nor a restart. */
	private void copyScan() {
		int from = this.at;
		while (this.at + 1 < this.bytes.length) {
			if ((this.bytes[this.at] & 0xFF) == 0xFF) {
				int next = this.bytes[this.at + 1] & 0xFF;
				if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
					break;
				}
			}
			this.at++;
		}
		if (this.at + 1 >= this.bytes.length) {
			throw damaged();
		}
		this.kept.write(this.bytes, from, this.at - from);
	}

	/** Exif is a TIFF: its first directory may say which side is up. */
	private void readWayUp(int from, int length) {
		if (length < EXIF.length + 8 || !Bytes.isAt(this.bytes, from, EXIF)) {
			return;
		}
		ByteBuffer tiff = ByteBuffer.wrap(this.bytes, from + EXIF.length, length - EXIF.length).slice();
		tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		if (directory < 0 || directory > tiff.limit() - 2) {
			return;
		}
		int entries = tiff.getShort(directory) & 0xFFFF;
		for (int entry = directory + 2; entries > 0 && entry <= tiff.limit() - ENTRY; entry += ENTRY) {
			if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
				int value = tiff.getShort(entry + 8);
				this.wayUp = (value >= UPRIGHT && value <= 8) ? value : UPRIGHT;
				return;
			}
			entries--;
		}
	}

	private byte[] withWayUp() {
		ByteBuffer clean = ByteBuffer.allocate(this.kept.size() + 2 + 36);
		clean.put((byte) 0xFF).put((byte) START);
		if (this.wayUp != UPRIGHT) {
			// One segment with one directory with one entry.
			clean.put((byte) 0xFF).put((byte) APPLICATION_1).putShort((short) 34).put(EXIF);
			clean.put(Bytes.latin("MM\0*")).putInt(8).putShort((short) 1);
			clean.putShort((short) ORIENTATION).putShort((short) 3).putInt(1).putShort((short) this.wayUp);
			clean.putShort((short) 0).putInt(0);
		}
		clean.put(this.kept.toByteArray());
		byte[] bytes = new byte[clean.position()];
		clean.get(0, bytes);
		return bytes;
	}

	private static ProofRefused damaged() {
		return new ProofRefused(Reason.DAMAGED, "jpeg");
	}

}
