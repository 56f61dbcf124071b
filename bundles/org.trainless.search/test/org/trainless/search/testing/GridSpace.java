/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Feature;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.api.space.Variable;

/**
 * Points of a grid, whose sides differ in length and whose variables form groups of different sizes. Indices run
 * against the order of the choices, so that whoever takes one for the other is found out.
 *
 * @param sides  choices of each variable
 * @param groups group of each variable
 */
public record GridSpace(List<Integer> sides, List<String> groups) implements SearchSpace {
	/** Three variables of 2, 3 and 4 choices, the first two in one group. */
	public static final GridSpace SMALL = new GridSpace(List.of(2, 3, 4), List.of("a", "a", "b"));

	/**
	 * A point.
	 *
	 * @param at its coordinates
	 */
	public record Point(List<Integer> at) implements Architecture {
		@Override
		public String text() {
			return at.toString();
		}
	}

	/**
	 * @param sides choices of each variable, each in its own group
	 * @return the grid
	 */
	public static GridSpace of(Integer... sides) {
		return new GridSpace(List.of(sides), IntStream.range(0, sides.length).mapToObj(i -> "g" + i).toList());
	}

	/**
	 * @param at coordinates
	 * @return the point
	 */
	public static Point point(Integer... at) {
		return new Point(List.of(at));
	}

	@Override
	public List<Variable> variables() {
		return IntStream.range(0, sides.size()).mapToObj(v -> new Variable("x" + v, groups.get(v),
				IntStream.range(0, sides.get(v)).mapToObj(Integer::toString).toList())).toList();
	}

	@Override
	public int[] encode(Architecture architecture) {
		return ((Point) architecture).at().stream().mapToInt(i -> i).toArray();
	}

	@Override
	public Architecture decode(int[] choices) {
		for (int v = 0; v < choices.length; v++) {
			if (choices[v] < 0 || choices[v] >= sides.get(v)) {
				throw new IllegalArgumentException("outside: " + Arrays.toString(choices));
			}
		}
		return new Point(Arrays.stream(choices).boxed().toList());
	}

	@Override
	public long size() {
		return sides.stream().mapToLong(s -> s).reduce(1, Math::multiplyExact);
	}

	@Override
	public Architecture at(long index) {
		long rest = size() - 1 - index;
		List<Integer> at = new ArrayList<>();
		for (int side : sides) {
			at.add((int) (rest % side));
			rest /= side;
		}
		return new Point(at);
	}

	@Override
	public long indexOf(Architecture architecture) {
		long index = 0;
		int[] at = encode(architecture);
		for (int v = at.length - 1; v >= 0; v--) {
			index = index * sides.get(v) + at[v];
		}
		return size() - 1 - index;
	}

	@Override
	public Architecture parse(String text) throws ProblemException {
		throw new ProblemException(Problem.error("unsupported", "grids are not read", ""));
	}

	@Override
	public List<Feature> features() {
		return List.of(new Feature("even", Feature.Type.FLAG, "", "Whether the sum is even."),
				new Feature("mean", Feature.Type.REAL, "", "Mean of the coordinates."),
				new Feature("sum", Feature.Type.COUNT, "", "Sum of the coordinates."),
				new Feature("x0", Feature.Type.COUNT, "", "The first coordinate."),
				new Feature("x_last", Feature.Type.COUNT, "", "The last coordinate."));
	}

	@Override
	public double feature(Architecture architecture, String feature, Task task) {
		int[] at = encode(architecture);
		int sum = Arrays.stream(at).sum();
		return switch (feature) {
		case "even" -> sum % 2 == 0 ? 1 : 0;
		case "mean" -> (double) sum / at.length;
		case "sum" -> sum;
		case "x0" -> at[0];
		case "x_last" -> at[at.length - 1];
		default -> throw new IllegalArgumentException("no feature " + feature);
		};
	}

	@Override
	public Architecture representative(Architecture architecture, Equivalence equivalence) {
		return architecture;
	}

	@Override
	public MacroNetwork network(Architecture architecture, Task task) {
		throw new UnsupportedOperationException("a grid has no networks");
	}
}
