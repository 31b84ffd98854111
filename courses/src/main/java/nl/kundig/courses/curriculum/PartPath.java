package nl.kundig.courses.curriculum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a part is in a draft: "root.0.2", "return.1", "refresher-0.3".
 *
 * @param tree the whole, the return path or one of the refreshers
 * @param steps which part at each level
 */
public record PartPath(String tree, List<Integer> steps) {

	/** The whole. */
	public static final String ROOT = "root";

	/** What must be done after a lapse. */
	public static final String RETURN = "return";

	/** What a renewal asks, followed by its number. */
	public static final String REFRESHER = "refresher-";

	private static final Pattern WRITTEN = Pattern.compile("(root|return|refresher-\\d{1,2})((?:\\.\\d{1,3}){0,12})");

	public PartPath {
		steps = List.copyOf(steps);
	}

	/** The top of this tree. */
	public static PartPath top(String tree) {
		return new PartPath(tree, List.of());
	}

	/** Empty when nothing can be there. */
	public static Optional<PartPath> of(String written) {
		var found = WRITTEN.matcher(written);
		if (!found.matches()) {
			return Optional.empty();
		}
		List<Integer> steps = Arrays.stream(found.group(2).split("\\.", -1)).skip(1).map(Integer::valueOf).toList();
		return Optional.of(new PartPath(found.group(1), steps));
	}

	public PartPath child(int number) {
		List<Integer> longer = new ArrayList<>(this.steps);
		longer.add(number);
		return new PartPath(this.tree, longer);
	}

	public boolean isTop() {
		return this.steps.isEmpty();
	}

	PartPath parent() {
		return new PartPath(this.tree, this.steps.subList(0, this.steps.size() - 1));
	}

	int last() {
		return this.steps.getLast();
	}

	@Override
	public String toString() {
		return this.steps.stream().map((step) -> "." + step).collect(Collectors.joining("", this.tree, ""));
	}

}
