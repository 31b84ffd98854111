package nl.kundig.courses.content;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The identity of published content: SHA-256 over every part of it, in order, each with
 * its length, so that two contents have one identity only when they are the same.
 */
public final class ContentHash {

	private final MessageDigest digest;

	private ContentHash() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The hash, 64 hexadecimal digits, of strings, numbers, enums and records and lists
	 * of them.
	 */
	public static String of(Object... parts) {
		ContentHash hash = new ContentHash();
		for (Object part : parts) {
			hash.add(part);
		}
		return HexFormat.of().formatHex(hash.digest.digest());
	}

	private void add(@Nullable Object part) {
		switch (part) {
			case null -> mark("none", "");
			case Collection<?> list -> {
				mark("list", Integer.toString(list.size()));
				list.forEach(this::add);
			}
			case Record thing -> {
				mark("record", thing.getClass().getSimpleName());
				for (RecordComponent component : thing.getClass().getRecordComponents()) {
					add(valueOf(component, thing));
				}
			}
			default -> mark("value", part.toString());
		}
	}

	private void mark(String kind, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		this.digest.update((kind + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
		this.digest.update(bytes);
	}

	private static @Nullable Object valueOf(RecordComponent component, Record thing) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(thing);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
