package nl.kundig.embeddedmongo;

import java.util.Set;
import java.util.TreeSet;

/**
 * The naive store says no, with one of these codes: which one, is up to the order of
 * checks.
 */
final class Refused extends RuntimeException {

	private final transient Set<Integer> codes;

	Refused(int code) {
		this(Set.of(code));
	}

	Refused(Set<Integer> codes) {
		super("refused with " + new TreeSet<>(codes));
		this.codes = codes;
	}

	Set<Integer> codes() {
		return this.codes;
	}

}
