package nl.kundig.courses.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** Files to hand in: small, whole, and made here. */
public final class ProofSamples {

	private ProofSamples() {
	}

	/** One empty page. */
	public static byte[] pdf() {
		return pdf("");
	}

	/** One empty page; the catalogue says this too. */
	static byte[] pdf(String inCatalogue, String... objects) {
		List<byte[]> all = new ArrayList<>();
		all.add(latin("<< /Type /Catalog /Pages 2 0 R " + inCatalogue + " >>"));
		all.add(latin("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
		all.add(latin("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"));
		Arrays.stream(objects).map(ProofSamples::latin).forEach(all::add);
		return pdf(all, "");
	}

	static byte[] pdf(List<byte[]> objects, String inTrailer) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(latin("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"));
		StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
		for (int i = 0; i < objects.size(); i++) {
			table.append(String.format("%010d 00000 n \n", file.size()));
			file.writeBytes(latin((i + 1) + " 0 obj\n"));
			file.writeBytes(objects.get(i));
			file.writeBytes(latin("\nendobj\n"));
		}
		int start = file.size();
		file.writeBytes(latin(table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R " + inTrailer
				+ " >>\nstartxref\n" + start + "\n%%EOF\n"));
		return file.toByteArray();
	}

	/** A page, and a stream that unpacks to this. */
	static byte[] pdfWithStream(String dictionary, byte[] unpacked) {
		byte[] packed = deflated(unpacked);
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		stream.writeBytes(latin("<< " + dictionary + " /Length " + packed.length + " >>\nstream\n"));
		stream.writeBytes(packed);
		stream.writeBytes(latin("\nendstream"));
		return pdf(List.of(latin("<< /Type /Catalog /Pages 2 0 R >>"), latin("<< /Type /Pages /Kids [] /Count 0 >>"),
				stream.toByteArray()), "");
	}

	public static byte[] jpeg() {
		return written("jpg", 64, 48);
	}

	/** As of a phone that was held upright: with where it was, and which side is up. */
	static byte[] photograph(ByteOrder order) {
		ByteBuffer exif = ByteBuffer.allocate(200).order(order);
		exif.put(latin("Exif\0\0")).put(latin((order == ByteOrder.LITTLE_ENDIAN) ? "II" : "MM"));
		exif.putShort((short) 42).putInt(8).putShort((short) 2);
		exif.putShort((short) 0x010F).putShort((short) 2).putInt(4).put(latin("Cam\0"));
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
		exif.putInt(0).put(latin("GPS 51.9225 N 4.4792 E"));
		return withSegment(jpeg(), 0xE1, Arrays.copyOf(exif.array(), exif.position()));
	}

	static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
		ByteBuffer all = ByteBuffer.allocate(jpeg.length + content.length + 4);
		all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2)).put(content);
		all.put(jpeg, 2, jpeg.length - 2);
		return all.array();
	}

	public static byte[] png() {
		return written("png", 64, 48);
	}

	/** With one more chunk right after the header. */
	static byte[] withChunk(byte[] png, String type, byte[] content) {
		int header = 8 + 25;
		ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
		chunk.putInt(content.length).put(latin(type)).put(content);
		CRC32 sum = new CRC32();
		sum.update(chunk.array(), 4, content.length + 4);
		chunk.putInt((int) sum.getValue());
		return joined(Arrays.copyOf(png, header), chunk.array(), Arrays.copyOfRange(png, header, png.length));
	}

	static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(all::writeBytes);
		return all.toByteArray();
	}

	static byte[] latin(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] deflated(byte[] bytes) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
			deflater.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	private static byte[] written(String format, int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.ORANGE);
		graphics.fillOval(5, 5, width - 10, height - 10);
		graphics.dispose();
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, written);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return written.toByteArray();
	}

}
