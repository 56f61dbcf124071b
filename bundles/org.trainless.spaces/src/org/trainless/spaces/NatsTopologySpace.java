/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Feature;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.api.space.Variable;

/**
 * The topology space of NATS-Bench (NAS-Bench-201): cells of four nodes with one of five operations on each of six
 * edges, 15,625 in all (Dong et al., "NATS-Bench: Benchmarking NAS Algorithms for Architecture Topology and Size",
 * TPAMI 2021). Indices are the benchmark's. Thread-safe.
 */
public final class NatsTopologySpace implements SearchSpace {
	private static final int NODES = 4;
	private static final int EDGES = 6;
	private static final List<Operation> CHOICES = List.of(Operation.values());
	private static final int OPERATIONS = CHOICES.size();
	private static final int SIZE = 15_625;
	private static final int STEM = 16;
	private static final int CELLS_PER_STAGE = 5;
	private static final int STAGES = 3;

	private final BenchmarkOrder order = new BenchmarkOrder(SIZE);
	private final CellFeatures features = new CellFeatures();
	private final List<Variable> variables = edges();
	/** Filled on first use: listing the classes looks at the whole space. */
	private final Map<Equivalence, EquivalenceClasses> classes = new ConcurrentHashMap<>();

	private static List<Variable> edges() {
		List<String> choices = CHOICES.stream().map(Operation::id).toList();
		List<Variable> variables = new ArrayList<>();
		for (int to = 1; to < NODES; to++) {
			for (int from = 0; from < to; from++) {
				variables.add(new Variable(from + "→" + to, "node " + to, choices));
			}
		}
		return List.copyOf(variables);
	}

	/** One variable for each edge, grouped by the node that the edge leads to. */
	@Override
	public List<Variable> variables() {
		return variables;
	}

	@Override
	public int[] encode(Architecture architecture) {
		return cell(architecture).operations().stream().mapToInt(Operation::ordinal).toArray();
	}

	@Override
	public Cell decode(int[] choices) {
		if (choices.length != EDGES || Arrays.stream(choices).anyMatch(c -> c < 0 || c >= OPERATIONS)) {
			throw new IllegalArgumentException("not " + EDGES + " operations: " + Arrays.toString(choices));
		}
		return new Cell(Arrays.stream(choices).mapToObj(CHOICES::get).toList());
	}

	@Override
	public long size() {
		return SIZE;
	}

	@Override
	public Cell at(long index) {
		if (index < 0 || index >= SIZE) {
			throw new IndexOutOfBoundsException("no cell " + index + "; indices go from 0 to " + (SIZE - 1));
		}
		int code = order.code((int) index);
		Operation[] operations = new Operation[EDGES];
		for (int edge = EDGES - 1; edge >= 0; edge--) {
			operations[edge] = CHOICES.get(code % OPERATIONS);
			code /= OPERATIONS;
		}
		return new Cell(List.of(operations));
	}

	@Override
	public long indexOf(Architecture architecture) {
		int code = 0;
		for (Operation operation : cell(architecture).operations()) {
			code = code * OPERATIONS + operation.ordinal();
		}
		return order.index(code);
	}

	/** Accepts NATS-Bench's strings and NASLib's tuples. */
	@Override
	public Cell parse(String text) throws ProblemException {
		return CellNotation.read(text);
	}

	@Override
	public List<Feature> features() {
		return features.all();
	}

	@Override
	public double feature(Architecture architecture, String feature, Task task) {
		Cell cell = cell(architecture);
		return features.value(feature, cell, () -> network(cell, task));
	}

	@Override
	public Cell representative(Architecture architecture, Equivalence equivalence) {
		Cell cell = cell(architecture);
		return equivalence == Equivalence.IDENTITY ? cell
				: at(classes(equivalence).representative((int) indexOf(cell)));
	}

	/**
	 * Says which convolution of a cell does what in the cell that represents it: with the weights of the one, the other
	 * computes the same. Convolutions that nothing reads, and those of zeros, have no part in that and are left out.
	 *
	 * @param architecture of this space
	 * @param equivalence  when two cells count as one
	 * @return for the edge of each convolution that matters, as a position in {@link Cell#operations()}, the edge of
	 *         the corresponding one in {@link #representative}; each edge at most once
	 * @throws IllegalArgumentException when the architecture is of another space
	 */
	public Map<Integer, Integer> correspondingConvolutions(Architecture architecture, Equivalence equivalence) {
		Cell cell = cell(architecture);
		Map<Integer, Integer> corresponding = new TreeMap<>();
		if (equivalence == Equivalence.IDENTITY) {
			IntStream.range(0, EDGES).filter(edge -> cell.operations().get(edge).isConvolution())
					.forEach(edge -> corresponding.put(edge, edge));
			return Collections.unmodifiableMap(corresponding);
		}
		List<Integer> from = new ValueGraph(cell).convolutions(equivalence);
		List<Integer> to = new ValueGraph(representative(cell, equivalence)).convolutions(equivalence);
		for (int i = 0; i < from.size(); i++) {
			corresponding.put(from.get(i), to.get(i));
		}
		return Collections.unmodifiableMap(corresponding);
	}

	/**
	 * @param equivalence when two cells count as one
	 * @return number of classes in the space: 6,985 live value graphs, 7,381 with hooks
	 */
	public int classCount(Equivalence equivalence) {
		return equivalence == Equivalence.IDENTITY ? SIZE : classes(equivalence).count();
	}

	private EquivalenceClasses classes(Equivalence equivalence) {
		return classes.computeIfAbsent(equivalence, e -> new EquivalenceClasses(e, SIZE, this::at));
	}

	/**
	 * Stem of 16 channels, three stages of five cells with 16, 32 and 64 channels, a reduction before the second and
	 * third.
	 */
	@Override
	public MacroNetwork network(Architecture architecture, Task task) {
		List<Block> blocks = new ArrayList<>();
		int channels = STEM;
		for (int stage = 0; stage < STAGES; stage++) {
			if (stage > 0) {
				channels *= 2;
				blocks.add(new Block(Kind.REDUCTION, stage, channels));
			}
			for (int i = 0; i < CELLS_PER_STAGE; i++) {
				blocks.add(new Block(Kind.CELL, stage, channels));
			}
		}
		return new MacroNetwork(cell(architecture), STEM, blocks, task);
	}

	private static Cell cell(Architecture architecture) {
		if (architecture instanceof Cell cell && cell.operations().size() == EDGES) {
			return cell;
		}
		throw new IllegalArgumentException("not a cell of the topology space: " + architecture);
	}
}
