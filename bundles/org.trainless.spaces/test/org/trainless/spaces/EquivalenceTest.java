/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Operation;

/** Which cells share a score. */
class EquivalenceTest {
	private static final Equivalence LIVE = Equivalence.LIVE_VALUE_GRAPH;
	private static final Equivalence HOOKS = Equivalence.VALUE_GRAPH_WITH_HOOKS;

	private final NatsTopologySpace space = new NatsTopologySpace();

	@Test
	void thereAreAsManyClassesAsPublished() {
		assertEquals(6985, space.classCount(LIVE));
		assertEquals(7381, space.classCount(HOOKS));
		assertEquals(15_625, space.classCount(Equivalence.IDENTITY));
	}

	@ParameterizedTest
	@EnumSource
	void representativesAreTheLeastOfTheirClass(Equivalence equivalence) {
		Map<Cell, Long> least = new HashMap<>();
		for (long index = 0; index < space.size(); index++) {
			Cell representative = space.representative(space.at(index), equivalence);
			assertEquals(representative, space.representative(representative, equivalence));
			assertEquals(space.indexOf(representative), least.computeIfAbsent(representative, r -> space.indexOf(r)));
			assertTrue(space.indexOf(representative) <= index);
		}
		assertEquals(space.classCount(equivalence), least.size());
	}

	@Test
	void classesWithHooksLieWithinLiveClasses() {
		Map<Cell, Cell> live = new HashMap<>();
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			Cell output = space.representative(cell, LIVE);
			assertEquals(live.computeIfAbsent(space.representative(cell, HOOKS), h -> output), output);
			assertEquals(cell, space.representative(cell, Equivalence.IDENTITY));
		}
	}

	/** The definition itself: with corresponding weights, equivalent cells compute the same, edge by edge. */
	@ParameterizedTest
	@EnumSource
	void equivalentCellsComputeTheSameWithCorrespondingWeights(Equivalence equivalence) {
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			Cell representative = space.representative(cell, equivalence);
			Map<Integer, Integer> corresponding = space.correspondingConvolutions(cell, equivalence);
			assertEquals(corresponding.size(), new HashSet<>(corresponding.values()).size(), "one to one");
			corresponding.forEach((from, to) -> assertEquals(cell.operations().get(from),
					representative.operations().get(to), "a kernel fits"));
			int[] own = IntStream.range(0, 6).map(edge -> 100 + edge).toArray();
			int[] mapped = IntStream.range(0, 6).map(edge -> 200 + edge).toArray();
			corresponding.forEach((from, to) -> mapped[to] = own[from]);
			Computation expected = Computation.of(cell, own);
			Computation actual = Computation.of(representative, mapped);
			assertEquals(expected.output(), actual.output(), cell + " and " + representative);
			assertEquals(expected.liveReads(), actual.liveReads(), cell + " and " + representative);
			if (equivalence != LIVE) {
				assertEquals(expected.reads(), actual.reads(), cell + " and " + representative);
			}
		}
	}

	/** A convolution corresponds to one exactly when the output or a ReLU depends on its weights. */
	@Test
	void theConvolutionsThatCorrespondAreThoseThatMatter() {
		int[] weights = { 1, 2, 3, 4, 5, 6 };
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			Computation before = Computation.of(cell, weights);
			for (int edge = 0; edge < 6; edge++) {
				int[] changed = weights.clone();
				changed[edge] = 99;
				Computation after = Computation.of(cell, changed);
				boolean output = !before.output().equals(after.output());
				boolean reads = !before.reads().equals(after.reads());
				assertEquals(output, space.correspondingConvolutions(cell, LIVE).containsKey(edge), cell + " " + edge);
				assertEquals(output || reads, space.correspondingConvolutions(cell, HOOKS).containsKey(edge),
						cell + " " + edge);
			}
		}
	}

	/**
	 * The study's scores, each with its own weights and images, spread no more within a class than its noise, which is
	 * about 4.9; where dead convolutions' ReLUs do not count, though the study counts them, they spread much more.
	 */
	@Test
	void publishedScoresAgreeWithinClasses() throws Exception {
		List<PublishedCell> rows = PublishedCell.all();
		for (String column : List.of("naswot_seed_c10", "naswot_seed_c100", "naswot_seed_in16")) {
			double hooks = spread(rows, column, HOOKS);
			double live = spread(rows, column, LIVE);
			assertTrue(hooks < 5.5, () -> column + " " + hooks);
			assertTrue(live > 2 * hooks, () -> column + " " + live);
		}
	}

	/** A cell scores −∞ when no convolution reads anything, which is so for all of a class or for none. */
	@Test
	void publishedScoresAreFiniteForAllOfAClassOrForNone() throws Exception {
		Map<Cell, Boolean> finite = new HashMap<>();
		for (PublishedCell row : PublishedCell.all()) {
			Cell representative = space.representative(space.at(row.index()), HOOKS);
			boolean own = Double.isFinite(row.number("naswot_seed_c10"));
			assertEquals(finite.computeIfAbsent(representative, r -> own), own, row.architecture());
		}
		assertTrue(finite.containsValue(false));
	}

	/** Standard deviation of the finite scores within classes. */
	private double spread(List<PublishedCell> rows, String column, Equivalence equivalence) {
		Map<Cell, List<Double>> classes = rows.stream()
				.collect(Collectors.groupingBy(row -> space.representative(space.at(row.index()), equivalence),
						Collectors.mapping(row -> row.number(column), Collectors.toList())));
		double squares = 0;
		int freedom = 0;
		for (List<Double> scores : classes.values()) {
			List<Double> finite = scores.stream().filter(Double::isFinite).toList();
			double mean = finite.stream().mapToDouble(d -> d).average().orElse(0);
			squares += finite.stream().mapToDouble(score -> (score - mean) * (score - mean)).sum();
			freedom += Math.max(0, finite.size() - 1);
		}
		return Math.sqrt(squares / freedom);
	}

	@Test
	void zerosAndCopiesDoNotMatter() {
		assertEquivalent(true, HOOKS, "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|",
				"|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|");
		assertEquivalent(false, LIVE, "|none~0|+|none~0|none~1|+|nor_conv_1x1~0|none~1|none~2|",
				"|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|");
		assertEquivalent(true, HOOKS, "|none~0|+|none~0|avg_pool_3x3~1|+|nor_conv_3x3~0|skip_connect~1|none~2|",
				"|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|avg_pool_3x3~2|");
	}

	@Test
	void deadConvolutionsCountByTheReluBeforeThem() {
		String plain = "|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|";
		String dead = "|none~0|+|nor_conv_1x1~0|none~1|+|nor_conv_3x3~0|none~1|none~2|";
		String deadLarge = "|none~0|+|nor_conv_3x3~0|none~1|+|nor_conv_3x3~0|none~1|none~2|";
		String readsZero = "|none~0|+|none~0|nor_conv_3x3~1|+|nor_conv_3x3~0|none~1|none~2|";
		assertEquivalent(true, LIVE, plain, dead);
		assertEquivalent(false, HOOKS, plain, dead);
		assertEquivalent(true, HOOKS, dead, deadLarge);
		assertEquivalent(true, LIVE, plain, readsZero);
		assertEquivalent(false, HOOKS, plain, readsZero);
		assertEquivalent(false, HOOKS, dead, readsZero);
	}

	@Test
	void oneConvolutionUsedTwiceIsNotTwoConvolutions() {
		assertEquivalent(false, LIVE, "|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|skip_connect~1|skip_connect~2|",
				"|nor_conv_3x3~0|+|none~0|none~1|+|nor_conv_3x3~0|skip_connect~1|none~2|");
	}

	@Test
	void theNumbersOfNodesDoNotMatter() {
		assertEquivalent(true, HOOKS, "|nor_conv_3x3~0|+|avg_pool_3x3~0|none~1|+|none~0|nor_conv_1x1~1|skip_connect~2|",
				"|avg_pool_3x3~0|+|nor_conv_3x3~0|none~1|+|none~0|skip_connect~1|nor_conv_1x1~2|");
	}

	/** Adding in another grouping rounds otherwise, so it counts as another calculation. */
	@Test
	void sumsAreNotRegrouped() {
		assertEquivalent(false, LIVE,
				"|nor_conv_3x3~0|+|skip_connect~0|skip_connect~1|+|avg_pool_3x3~0|none~1|skip_connect~2|",
				"|nor_conv_3x3~0|+|skip_connect~0|none~1|+|avg_pool_3x3~0|skip_connect~1|skip_connect~2|");
	}

	@Test
	void manyThreadsMayAskAtOnce() throws Exception {
		List<Long> alone = representatives();
		NatsTopologySpace fresh = new NatsTopologySpace();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Cell>> questions = new ArrayList<>();
			for (int index = 0; index < 4000; index++) {
				Cell cell = fresh.at(index);
				questions.add(() -> fresh.representative(cell, HOOKS));
			}
			List<Future<Cell>> answers = threads.invokeAll(questions);
			for (int index = 0; index < answers.size(); index++) {
				assertEquals(alone.get(index), fresh.indexOf(answers.get(index).get()));
			}
		} finally {
			threads.shutdownNow();
		}
	}

	private List<Long> representatives() {
		return IntStream.range(0, (int) space.size())
				.mapToObj(index -> space.indexOf(space.representative(space.at(index), HOOKS))).toList();
	}

	private void assertEquivalent(boolean expected, Equivalence equivalence, String a, String b) {
		try {
			Cell first = space.representative(space.parse(a), equivalence);
			Cell second = space.representative(space.parse(b), equivalence);
			if (expected) {
				assertEquals(first, second, a + " and " + b);
			} else {
				assertNotEquals(first, second, a + " and " + b);
			}
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	/**
	 * A cell computed edge by edge on vectors: a convolution is an activation and a random matrix, pooling a fixed one.
	 *
	 * @param output    what the last node has, rounded
	 * @param reads     what the ReLUs read, sorted
	 * @param liveReads those of live convolutions alone
	 */
	private record Computation(List<Long> output, List<String> reads, List<String> liveReads) {
		private static final int WIDTH = 3;
		private static final double[] INPUT = { 0.3, -0.7, 1.1 };
		private static final double[][][] MATRICES = matrices(512);
		private static final double[][] POOLING = MATRICES[0];

		static Computation of(Cell cell, int[] weights) {
			double[][] nodes = new double[cell.nodes()][WIDTH];
			nodes[0] = INPUT;
			List<String> reads = new ArrayList<>();
			List<String> liveReads = new ArrayList<>();
			for (int to = 1; to < cell.nodes(); to++) {
				for (int from = 0; from < to; from++) {
					int edge = cell.edge(from, to);
					double[] x = nodes[from];
					Operation operation = cell.operation(from, to);
					if (operation.isConvolution()) {
						reads.add(rounded(x).toString());
						if (cell.isLive(edge)) {
							liveReads.add(rounded(x).toString());
						}
					}
					double[] y = switch (operation) {
					case NONE -> new double[WIDTH];
					case SKIP_CONNECT -> x;
					case AVG_POOL_3X3 -> times(POOLING, x);
					case CONV_1X1 -> times(MATRICES[2 * weights[edge]], activated(x));
					case CONV_3X3 -> times(MATRICES[2 * weights[edge] + 1], activated(x));
					};
					for (int i = 0; i < WIDTH; i++) {
						nodes[to][i] += y[i];
					}
				}
			}
			return new Computation(rounded(nodes[cell.nodes() - 1]), reads.stream().sorted().toList(),
					liveReads.stream().sorted().toList());
		}

		private static double[][][] matrices(int count) {
			SplittableRandom random = new SplittableRandom(12);
			double[][][] matrices = new double[count][WIDTH][];
			for (double[][] matrix : matrices) {
				Arrays.setAll(matrix, i -> random.doubles(WIDTH, -1, 1).toArray());
			}
			return matrices;
		}

		private static double[] times(double[][] matrix, double[] x) {
			double[] product = new double[WIDTH];
			for (int i = 0; i < WIDTH; i++) {
				for (int j = 0; j < WIDTH; j++) {
					product[i] += matrix[i][j] * x[j];
				}
			}
			return product;
		}

		/** Leaky, for in so small a vector a ReLU would often leave nothing. */
		private static double[] activated(double[] x) {
			return Arrays.stream(x).map(value -> Math.max(0.2 * value, value)).toArray();
		}

		private static List<Long> rounded(double[] x) {
			return Arrays.stream(x).mapToObj(value -> Math.round(value * 1e9)).toList();
		}
	}
}
