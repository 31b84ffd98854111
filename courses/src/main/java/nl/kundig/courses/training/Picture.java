package nl.kundig.courses.training;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import nl.kundig.courses.training.ProofRefused.Reason;

/** Finds out whether a picture can be shown. */
final class Picture {

	/** A sheet of paper at 500 dots per inch; some pictures take six bytes for each. */
	private static final long MOST_PIXELS = 25_000_000;

	private static final int MOST_SIDE = 20_000;

	/** Every so many pixels and lines one is kept; all of them are read. */
	private static final int THINNED = 16;

	private Picture() {
	}

	/** Refuses a size that would take too much memory, before anything is decoded. */
	static void checkSize(int width, int height) {
		if (width <= 0 || height <= 0) {
			throw new ProofRefused(Reason.DAMAGED, "size");
		}
		if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
			throw new ProofRefused(Reason.TOO_MANY_PIXELS, width + " x " + height);
		}
	}

	/**
	 * Decodes it, and throws the picture away. Many at once would each take their memory,
	 * so one goes after the other.
	 */
	static synchronized void checkDecodes(byte[] bytes, String format) {
		ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
		// Not through a file: temporary folders are not for what people hand in.
		try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
			reader.setInput(input, true, true);
			checkSize(reader.getWidth(0), reader.getHeight(0));
			ImageReadParam param = reader.getDefaultReadParam();
			param.setSourceRegion(new Rectangle(reader.getWidth(0), reader.getHeight(0)));
			param.setSourceSubsampling(THINNED, THINNED, 0, 0);
			reader.read(0, param);
		}
		catch (IOException | RuntimeException ex) {
			if (ex instanceof ProofRefused refused) {
				throw refused;
			}
			// Decoders throw whatever they like at what is damaged.
			throw new ProofRefused(Reason.DAMAGED, format);
		}
		finally {
			reader.dispose();
		}
	}

}
