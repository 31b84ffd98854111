package nl.kundig.app.training;

/** Nothing of this file can be used. */
class UnreadableFile extends Exception {

	private final FileProblem problem;

	UnreadableFile(FileProblem problem) {
		super(problem.name(), null, false, false);
		this.problem = problem;
	}

	FileProblem problem() {
		return this.problem;
	}

}
