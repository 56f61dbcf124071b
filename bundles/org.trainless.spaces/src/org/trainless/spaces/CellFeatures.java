/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Feature;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.Operation;

/**
 * What can be said of a cell as a number: of its graph, or of the network that is built from it.
 */
final class CellFeatures {
	private interface Value {
		double of(Cell cell, Supplier<MacroNetwork> network);
	}

	private final List<Feature> features;
	private final Map<String, Value> values = new HashMap<>();

	CellFeatures() {
		Map<String, Feature> described = new HashMap<>();
		for (Operation operation : Operation.values()) {
			add(described,
					new Feature(operation.id(), Feature.Type.COUNT, "", "Number of edges with " + operation.id() + "."),
					cell -> count(cell, operation));
			if (operation != Operation.NONE) {
				add(described,
						new Feature("live_" + operation.id(), Feature.Type.COUNT, "",
								"Number of edges with " + operation.id()
										+ " that lie on a path from the input to the output."),
						cell -> countLive(cell, operation));
			}
		}
		add(described,
				new Feature("connected", Feature.Type.FLAG, "", "Whether a path leads from the input to the output."),
				cell -> cell.isFed(cell.nodes() - 1) ? 1 : 0);
		add(described,
				new Feature("dead", Feature.Type.COUNT, "",
						"Number of operations other than none that lie on no path from the input to the output."),
				CellFeatures::dead);
		add(described, new Feature("depth", Feature.Type.COUNT, "",
				"Edges on the longest path from the input to the output, skip connections too; 0 if there is none."),
				CellFeatures::depth);
		described.put("mflops", new Feature("mflops", Feature.Type.REAL, "M",
				"Multiply-accumulates of convolutions and classifier for one image, as NATS-Bench counts them."));
		values.put("mflops", (cell, network) -> NetworkCosts.of(network.get()).macs() / 1e6);
		described.put("params", new Feature("params", Feature.Type.COUNT, "",
				"Trainable parameters of the whole network, operations that lead nowhere included."));
		values.put("params", (cell, network) -> NetworkCosts.of(network.get()).parameters());
		features = described.values().stream().sorted(Comparator.comparing(Feature::name)).toList();
	}

	private void add(Map<String, Feature> described, Feature feature, ToDoubleFunction<Cell> value) {
		described.put(feature.name(), feature);
		values.put(feature.name(), (cell, network) -> value.applyAsDouble(cell));
	}

	List<Feature> all() {
		return features;
	}

	double value(String feature, Cell cell, Supplier<MacroNetwork> network) {
		Value value = values.get(feature);
		if (value == null) {
			throw new IllegalArgumentException("no feature " + feature);
		}
		return value.of(cell, network);
	}

	private static int count(Cell cell, Operation operation) {
		int count = 0;
		for (Operation each : cell.operations()) {
			count += each == operation ? 1 : 0;
		}
		return count;
	}

	private static int countLive(Cell cell, Operation operation) {
		int count = 0;
		for (int edge = 0; edge < cell.operations().size(); edge++) {
			count += cell.operations().get(edge) == operation && cell.isLive(edge) ? 1 : 0;
		}
		return count;
	}

	private static int dead(Cell cell) {
		int count = 0;
		for (int edge = 0; edge < cell.operations().size(); edge++) {
			count += cell.operations().get(edge) != Operation.NONE && !cell.isLive(edge) ? 1 : 0;
		}
		return count;
	}

	private static int depth(Cell cell) {
		int[] longest = new int[cell.nodes()];
		Arrays.fill(longest, -1);
		longest[0] = 0;
		for (int to = 1; to < cell.nodes(); to++) {
			for (int from = 0; from < to; from++) {
				if (cell.operation(from, to) != Operation.NONE && longest[from] >= 0) {
					longest[to] = Math.max(longest[to], longest[from] + 1);
				}
			}
		}
		return Math.max(0, longest[cell.nodes() - 1]);
	}
}
