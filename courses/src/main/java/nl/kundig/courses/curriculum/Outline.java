package nl.kundig.courses.curriculum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import nl.kundig.courses.curriculum.CurriculumPart.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * A tree with a name for each part that is the same in another version of it: a leaf is
 * known by what it asks, a set by what is in it.
 */
final class Outline {

	static final String TOP = "top";

	private final Map<String, Node> nodes = new LinkedHashMap<>();

	private final String side;

	/**
	 * A part.
	 *
	 * @param part the part itself, with what is below it
	 * @param parent the set it is in; null for the top
	 */
	record Node(String id, CurriculumPart part, @Nullable String parent, List<String> children, int depth) {

		boolean isLeaf() {
			return this.part instanceof Leaf;
		}

	}

	private Outline(String side) {
		this.side = side;
	}

	/**
	 * @param side how the sets of this tree are called as long as they are not found to
	 * be the same as another's
	 */
	static Outline of(CurriculumPart root, String side) {
		Outline outline = new Outline(side);
		outline.add((root instanceof Leaf) ? CurriculumPart.all(root) : root, TOP, null, 0, new HashMap<>());
		return outline;
	}

	private void add(CurriculumPart part, String id, @Nullable String parent, int depth, Map<String, Integer> seen) {
		List<String> children = new ArrayList<>();
		this.nodes.put(id, new Node(id, part, parent, children, depth));
		for (int i = 0; i < part.parts().size(); i++) {
			CurriculumPart child = part.parts().get(i);
			String name = (child instanceof Leaf leaf)
					? leaf.requirement().key() + "#" + seen.merge(leaf.requirement().key(), 1, Integer::sum)
					: this.side + this.nodes.size();
			children.add(name);
			add(child, name, id, depth + 1, seen);
		}
	}

	/** The same tree with the other's names for sets that are the same. */
	Outline matchedTo(Outline other) {
		Map<String, String> names = new HashMap<>();
		names.put(TOP, TOP);
		Set<String> taken = new HashSet<>(Set.of(TOP));
		List<Pair> pairs = new ArrayList<>();
		for (Node mine : this.nodes.values()) {
			for (Node theirs : other.nodes.values()) {
				if (mine.id().startsWith(this.side) && !theirs.isLeaf() && !this.nodes.containsKey(theirs.id())) {
					pairs.add(new Pair(mine, theirs, likeness(leaves(mine.id()), other.leaves(theirs.id()))));
				}
			}
		}
		pairs.sort(Comparator.comparingDouble(Pair::likeness)
			.reversed()
			.thenComparingInt((pair) -> Math.abs(pair.mine().depth() - pair.theirs().depth())));
		for (Pair pair : pairs) {
			if (pair.likeness() > 0 && !names.containsKey(pair.mine().id()) && taken.add(pair.theirs().id())) {
				names.put(pair.mine().id(), pair.theirs().id());
			}
		}
		Outline renamed = new Outline(this.side);
		for (Node node : this.nodes.values()) {
			String id = names.getOrDefault(node.id(), node.id());
			String parent = (node.parent() != null) ? names.getOrDefault(node.parent(), node.parent()) : null;
			renamed.nodes.put(id, new Node(id, node.part(), parent,
					node.children().stream().map((child) -> names.getOrDefault(child, child)).toList(), node.depth()));
		}
		return renamed;
	}

	private record Pair(Node mine, Node theirs, double likeness) {
	}

	private static double likeness(Set<String> one, Set<String> other) {
		Set<String> both = new HashSet<>(one);
		both.retainAll(other);
		Set<String> all = new HashSet<>(one);
		all.addAll(other);
		return all.isEmpty() ? 0 : (double) both.size() / all.size();
	}

	private Set<String> leaves(String id) {
		Set<String> leaves = new TreeSet<>();
		Node node = this.nodes.get(id);
		if (node != null) {
			for (String child : node.children()) {
				Node below = this.nodes.get(child);
				if (below != null && below.isLeaf()) {
					leaves.add(child);
				}
				leaves.addAll(leaves(child));
			}
		}
		return leaves;
	}

	Map<String, Node> nodes() {
		return this.nodes;
	}

	@Nullable Node node(String id) {
		return this.nodes.get(id);
	}

	/** The parts of this set, none when it is not here. */
	List<String> children(String id) {
		Node node = this.nodes.get(id);
		return (node != null) ? node.children() : List.of();
	}

}
