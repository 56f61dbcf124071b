/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;

/**
 * The classes of one equivalence of values over the whole space, each represented by its member of least index.
 */
final class EquivalenceClasses {
	private final int[] representative;
	private final int count;

	EquivalenceClasses(Equivalence equivalence, int size, IntFunction<Cell> cellAt) {
		representative = new int[size];
		Map<Long, Integer> first = new HashMap<>();
		for (int index = 0; index < size; index++) {
			Integer known = first.putIfAbsent(new ValueGraph(cellAt.apply(index)).key(equivalence), index);
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
