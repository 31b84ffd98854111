package nl.kundig.courses.contentfiles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file as found, not yet looked into. */
record ContentFile(String folder, String name, byte[] bytes) {

	String path() {
		return this.folder + "/" + this.name;
	}

	/** The name without its extension. */
	String id() {
		return this.name.substring(0, this.name.lastIndexOf('.'));
	}

	boolean isA(String extension) {
		return this.name.endsWith("." + extension);
	}

	String text() {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new ContentMistake(path(), 1, "is not UTF-8");
		}
	}

}
