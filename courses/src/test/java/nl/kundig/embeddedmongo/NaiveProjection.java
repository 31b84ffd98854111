package nl.kundig.embeddedmongo;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;

/** Which fields are shown. */
final class NaiveProjection {

	private NaiveProjection() {
	}

	static Document of(Document document, Document projection) {
		if (projection.isEmpty()) {
			return document;
		}
		List<String> paths = new ArrayList<>(projection.keySet());
		boolean hidesId = Integer.valueOf(0).equals(projection.get("_id"));
		paths.remove("_id");
		boolean includes = paths.stream().anyMatch((path) -> projection.getInteger(path) == 1)
				|| paths.isEmpty() && !hidesId;
		Document shown = (Document) shown(document, paths, includes);
		shown.remove("_id");
		if (!hidesId) {
			shown.put("_id", document.get("_id"));
		}
		return shown;
	}

	private static Object shown(Object value, List<String> paths, boolean includes) {
		if (value instanceof List<?> list) {
			List<Object> shown = new ArrayList<>();
			list.stream()
				.filter((element) -> !includes || element instanceof Document)
				.forEach((element) -> shown.add(shown(element, paths, includes)));
			return shown;
		}
		if (!(value instanceof Document document)) {
			return includes ? BsonOrder.MISSING : value;
		}
		Document shown = new Document();
		document.forEach((name, field) -> {
			List<String> deeper = paths.stream()
				.filter((path) -> path.startsWith(name + "."))
				.map((path) -> path.substring(name.length() + 1))
				.toList();
			Object kept = deeper.isEmpty() ? field : shown(field, deeper, includes);
			boolean named = paths.contains(name);
			boolean wanted = includes ? named || !deeper.isEmpty() : !named;
			if (wanted && kept != BsonOrder.MISSING) {
				shown.put(name, kept);
			}
		});
		return shown;
	}

}
