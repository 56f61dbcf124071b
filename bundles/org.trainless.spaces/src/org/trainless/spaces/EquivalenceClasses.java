/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;

/**
 * The classes of one equivalence over the whole space, each represented by its member of least index.
 */
final class EquivalenceClasses {
	private final int[] representative;
	private final int count;

	EquivalenceClasses(Equivalence equivalence, int size, Function<Integer, Cell> cellAt) {
		representative = new int[size];
		Map<String, Integer> first = new HashMap<>();
		for (int index = 0; index < size; index++) {
			ValueGraph graph = new ValueGraph(cellAt.apply(index));
			String key = switch (equivalence) {
			case IDENTITY -> Integer.toString(index);
			case LIVE_VALUE_GRAPH -> graph.liveKey();
			case VALUE_GRAPH_WITH_HOOKS -> graph.hookKey();
			};
			Integer known = first.putIfAbsent(key, index);
			representative[index] = known == null ? index : known;
		}
		count = first.size();
	}

	int representative(int index) {
		return representative[index];
	}

	int count() {
		return count;
	}
}
