package nl.kundig.app.knowledge;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;

/** Reads a value of a form; what cannot be read is nothing. */
class LenientEditor<T> extends PropertyEditorSupport {

	private final Function<String, T> reading;

	LenientEditor(Function<String, T> reading) {
		this.reading = reading;
	}

	@Override
	public void setAsText(String text) {
		try {
			setValue(this.reading.apply(text));
		}
		catch (IllegalArgumentException ex) {
			setValue(null);
		}
	}

}
