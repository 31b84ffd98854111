package nl.kundig.app.training;

import org.springframework.stereotype.Component;

/** Lets tests of other packages wait for mails that are written after a click. */
@Component
public class Post {

	private final TrainingPost post;

	Post(TrainingPost post) {
		this.post = post;
	}

	/** When this returns, all that happened so far is told. */
	public void write() {
		this.post.lookBack();
	}

}
