/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Feature;
import org.trainless.api.space.Operation;
import org.trainless.api.space.Task;

/** Features and canonical strings, against the published table and against definitions written anew. */
class CellFeaturesTest {
	private static final Map<String, Operation> COUNTS = Map.of("n_none", Operation.NONE, "n_skip",
			Operation.SKIP_CONNECT, "n_conv1x1", Operation.CONV_1X1, "n_conv3x3", Operation.CONV_3X3, "n_avgpool",
			Operation.AVG_POOL_3X3);
	private static final Map<String, Task> TASKS = Map.of("c10", Task.CIFAR10, "c100", Task.CIFAR100, "in16",
			Task.IMAGENET16_120);

	private final NatsTopologySpace space = new NatsTopologySpace();

	@Test
	void countsAndConnectivityAreThoseOfTheTable() throws Exception {
		for (PublishedCell row : PublishedCell.all()) {
			Cell cell = space.at(row.index());
			COUNTS.forEach((column, operation) -> assertEquals(row.number(column), value(cell, operation.id())));
			assertEquals(row.number("connected"), value(cell, "connected"), cell.text());
			assertEquals(row.number("dead_ops"), value(cell, "dead"), cell.text());
		}
	}

	@Test
	void parametersAndMultiplyAccumulatesAreThoseOfTheTable() throws Exception {
		for (PublishedCell row : PublishedCell.all()) {
			Cell cell = space.at(row.index());
			TASKS.forEach((suffix, task) -> {
				assertEquals(row.number("params_" + suffix), space.feature(cell, "params", task), cell.text());
				assertEquals(row.number("mflops_" + suffix), space.feature(cell, "mflops", task), 1e-9, cell.text());
			});
		}
	}

	/** The published formulas, which know nothing of layers. */
	@Test
	void parametersAndMultiplyAccumulatesFollowTheFormulas() {
		Map<Task, double[]> formulas = Map.of(Task.CIFAR10, new double[] { 73_306, 7.78305, 3.93216, 35.38944 },
				Task.CIFAR100, new double[] { 79_156, 7.7889, 3.93216, 35.38944 }, Task.IMAGENET16_120,
				new double[] { 80_456, 1.9534, 0.98304, 8.84736 });
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			double small = value(cell, "nor_conv_1x1");
			double large = value(cell, "nor_conv_3x3");
			formulas.forEach((task, f) -> {
				assertEquals(f[0] + 28_000 * small + 243_040 * large, space.feature(cell, "params", task));
				assertEquals(f[1] + f[2] * small + f[3] * large, space.feature(cell, "mflops", task), 1e-9);
			});
		}
	}

	/** Lists every path from the input to the output: which edges are live, and how long it is. */
	@Test
	void depthAndLiveCountsFollowFromThePaths() {
		List<List<Integer>> paths = List.of(List.of(3), List.of(0, 4), List.of(1, 5), List.of(0, 2, 5));
		int withoutConvolution = 0;
		int disconnected = 0;
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			Set<Integer> live = new HashSet<>();
			int depth = 0;
			for (List<Integer> path : paths) {
				if (path.stream().noneMatch(edge -> cell.operations().get(edge) == Operation.NONE)) {
					live.addAll(path);
					depth = Math.max(depth, path.size());
				}
			}
			assertEquals(depth, value(cell, "depth"), cell.text());
			assertEquals(depth > 0 ? 1 : 0, value(cell, "connected"), cell.text());
			assertEquals(6 - value(cell, "none") - live.size(), value(cell, "dead"), cell.text());
			for (Operation operation : List.of(Operation.SKIP_CONNECT, Operation.CONV_1X1, Operation.CONV_3X3,
					Operation.AVG_POOL_3X3)) {
				assertEquals(live.stream().filter(edge -> cell.operations().get(edge) == operation).count(),
						value(cell, "live_" + operation.id()), cell.text());
			}
			if (depth == 0) {
				disconnected++;
			} else if (live.stream().noneMatch(edge -> cell.operations().get(edge).isConvolution())) {
				withoutConvolution++;
			}
		}
		assertEquals(341, disconnected);
		assertEquals(1642, withoutConvolution);
	}

	@Test
	void featuresAreSortedAndTakeTheValuesThatTheyPromise() {
		List<String> names = space.features().stream().map(Feature::name).toList();
		assertEquals(names.stream().sorted().toList(), names);
		assertTrue(names.containsAll(List.of("none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3",
				"connected", "dead", "depth", "mflops", "params")));
		for (Feature feature : space.features()) {
			for (int index = 0; index < space.size(); index += 7) {
				double value = space.feature(space.at(index), feature.name(), Task.IMAGENET16_120);
				assertTrue(switch (feature.type()) {
				case COUNT -> value >= 0 && value == Math.rint(value);
				case FLAG -> value == 0 || value == 1;
				case REAL -> Double.isFinite(value);
				}, feature.name());
			}
		}
		assertThrows(IllegalArgumentException.class, () -> value(space.at(0), "skips"));
	}

	@Test
	void canonicalStringsAreThoseOfTheTable() throws Exception {
		Set<String> distinct = new HashSet<>();
		for (PublishedCell row : PublishedCell.all()) {
			String canonical = CanonicalString.of(space.at(row.index()));
			assertEquals(row.text("canonical"), canonical);
			distinct.add(canonical);
		}
		assertEquals(6466, distinct.size());
	}

	private double value(Cell cell, String feature) {
		return space.feature(cell, feature, Task.CIFAR10);
	}
}
