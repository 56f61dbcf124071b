/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.util.List;
import java.util.stream.LongStream;

import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.spaces.NatsTopologySpace;

/**
 * The cells that are evaluated, drawn from a space by fixed seeds: every process has the same.
 *
 * @param warmUp  to have the code compiled
 * @param all     drawn from all cells
 * @param classes drawn from the classes of cells that one evaluation serves
 */
record Cells(List<Architecture> warmUp, List<Architecture> all, List<Architecture> classes) {
	private static final int WARM_UP = 15;

	static Cells draw(NatsTopologySpace space, int count) {
		long[] representatives = LongStream.range(0, space.size())
				.filter(i -> space.indexOf(space.representative(space.at(i), Equivalence.VALUE_GRAPH_WITH_HOOKS)) == i)
				.toArray();
		return new Cells(cells(space, WARM_UP, 1), cells(space, count, 2),
				new Seed(5).generator().ints(count, 0, representatives.length)
						.<Architecture>mapToObj(i -> space.at(representatives[i])).toList());
	}

	private static List<Architecture> cells(NatsTopologySpace space, int count, long seed) {
		return new Seed(seed).generator().longs(count, 0, space.size()).<Architecture>mapToObj(space::at).toList();
	}
}
