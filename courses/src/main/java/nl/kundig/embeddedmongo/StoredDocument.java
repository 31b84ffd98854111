package nl.kundig.embeddedmongo;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.jspecify.annotations.Nullable;

/**
 * A document as BSON. Small ones are in memory; a large one is read from the file that it
 * was written to, since what is large, as the PDF of a certificate, is seldom asked for.
 */
sealed interface StoredDocument {

	/** In bytes: from here on a document is left in its file. */
	int LARGE = 16 * 1024;

	/** A document that is about to be written, or is kept in memory only. */
	static StoredDocument of(byte[] bytes) {
		return (bytes.length < LARGE) ? new Small(bytes) : new Large(bytes);
	}

	/** A document that was read from a file. */
	static StoredDocument of(byte[] bytes, FileChannel file, long position) {
		StoredDocument document = of(bytes);
		document.liesAt(file, position);
		return document;
	}

	byte[] bytes();

	/** In bytes. */
	int size();

	/** Tells that it is in this file, which stays open as long as somebody needs it. */
	void liesAt(FileChannel file, long position);

	/** Kept in memory. */
	record Small(byte[] bytes) implements StoredDocument {

		@Override
		public int size() {
			return this.bytes.length;
		}

		@Override
		public void liesAt(FileChannel file, long position) {
			// It is quicker to have it here.
		}

	}

	/** In memory until it is written; always the same bytes, wherever they lie. */
	final class Large implements StoredDocument {

		private final int size;

		private volatile byte @Nullable [] unwritten;

		private volatile @Nullable Place place;

		private Large(byte[] bytes) {
			this.size = bytes.length;
			this.unwritten = bytes;
		}

		@Override
		public byte[] bytes() {
			// In this order: it is told where it lies before it leaves the memory.
			byte[] bytes = this.unwritten;
			Place file = this.place;
			if (bytes != null) {
				return bytes;
			}
			if (file == null) {
				throw new IllegalStateException("a document that is nowhere");
			}
			return file.read(this.size);
		}

		@Override
		public int size() {
			return this.size;
		}

		@Override
		public void liesAt(FileChannel file, long position) {
			this.place = new Place(file, position);
			this.unwritten = null;
		}

	}

	/** Where a large document begins. */
	record Place(FileChannel file, long position) {

		byte[] read(int size) {
			ByteBuffer bytes = ByteBuffer.allocate(size);
			try {
				while (bytes.hasRemaining()) {
					if (this.file.read(bytes, this.position + bytes.position()) < 0) {
						throw new EOFException("a document ends after " + bytes.position() + " bytes");
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return bytes.array();
		}

	}

}
