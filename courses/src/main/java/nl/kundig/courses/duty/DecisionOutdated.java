package nl.kundig.courses.duty;

/** Something changed since the preview; nothing was done. Look again before deciding. */
public class DecisionOutdated extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient DecisionPreview now;

	DecisionOutdated(DecisionPreview now) {
		super("the preview of the decision is outdated");
		this.now = now;
	}

	/** What would happen now. */
	public DecisionPreview now() {
		return this.now;
	}

}
