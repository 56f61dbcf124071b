/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;

/**
 * A condition on architectures, as an experiment file states it: {@code skip_connect <= 1 and params < 1e6}.
 *
 * <pre>
 * condition  = all { "or" all }
 * all        = negation { "and" negation }
 * negation   = "not" negation | comparison
 * comparison = sum { ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=" ) sum }
 * sum        = product { ( "+" | "-" ) product }
 * product    = sign { ( "*" | "/" ) sign }
 * sign       = ( "-" | "+" ) sign | number | feature | "(" condition ")"
 * </pre>
 *
 * Words are in small letters. A comparison has numbers on its sides; {@code and}, {@code or} and {@code not} join
 * conditions; a feature that is a flag is either. Numbers are 64-bit floating-point. Nothing else can be said: no code
 * is run, nothing is called, and length and depth are limited.
 *
 * @param text      as it was written
 * @param condition what it means
 * @param features  names of the features that it reads, in the order of the text
 */
public record Constraint(String text, Condition condition, Set<String> features) {
	/** The longest constraint that is read, in characters. */
	public static final int LONGEST = 2000;
	/** The deepest nesting of parentheses, signs and {@code not} that is read. */
	public static final int DEEPEST = 40;

	public Constraint {
		Objects.requireNonNull(text);
		Objects.requireNonNull(condition);
		features = Collections.unmodifiableSet(new LinkedHashSet<>(features));
	}

	/**
	 * Reads a constraint and checks its names and types.
	 *
	 * @param text     what was written
	 * @param features what can be said of an architecture
	 * @return the constraint
	 * @throws ProblemException when it is none, with the position in the text
	 */
	public static Constraint parse(String text, List<Feature> features) throws ProblemException {
		return new ConstraintParser(text, features).parse();
	}

	/**
	 * @param space        with the features that the constraint was read for
	 * @param architecture of the space
	 * @param task         what the network is for
	 * @return true when the architecture satisfies it
	 */
	public boolean holds(SearchSpace space, Architecture architecture, Task task) {
		return condition.holds(feature -> space.feature(architecture, feature, task));
	}

	/**
	 * @return all of the text, for problems that concern the constraint as a whole
	 */
	public Position position() {
		return new Position(1, 1, 0, text.length());
	}
}
