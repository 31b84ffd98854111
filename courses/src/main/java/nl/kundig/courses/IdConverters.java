package nl.kundig.courses;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Stores typed ids as plain strings. */
final class IdConverters {

	private IdConverters() {
	}

	/**
	 * One to write and one to read. One for both would make every plain string that is
	 * written an id as well.
	 */
	static List<GenericConverter> of(List<Class<? extends Record>> ids) {
		return List.of(new Writer(ids), new Reader(ids));
	}

	@WritingConverter
	private static final class Writer implements GenericConverter {

		private final List<Class<? extends Record>> ids;

		Writer(List<Class<? extends Record>> ids) {
			this.ids = ids;
		}

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return this.ids.stream().map((id) -> new ConvertiblePair(id, String.class)).collect(Collectors.toSet());
		}

		@Override
		public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
			return (source != null) ? source.toString() : null;
		}

	}

	@ReadingConverter
	private static final class Reader implements GenericConverter {

		private final List<Class<? extends Record>> ids;

		Reader(List<Class<? extends Record>> ids) {
			this.ids = ids;
		}

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return this.ids.stream().map((id) -> new ConvertiblePair(String.class, id)).collect(Collectors.toSet());
		}

		@Override
		public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
			if (source == null) {
				return null;
			}
			try {
				return targetType.getType().getConstructor(String.class).newInstance(source);
			}
			catch (NoSuchMethodException | InstantiationException | IllegalAccessException
					| InvocationTargetException ex) {
				throw new IllegalArgumentException("no id: " + targetType, ex);
			}
		}

	}

}
