/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The topology space of NATS-Bench (NAS-Bench-201): cells of four nodes with one of five operations on each of six edges,
 * 15,625 in all (Dong et al., TPAMI 2021).
 */
public final class NatsTopologySpace implements SearchSpace {
	private static final int NODES = 4;
	private static final int EDGES = 6;
	private static final int OPERATIONS = Operation.values().length;
	private static final int SIZE = 15_625;
	private static final int STEM = 16;
	private static final int CELLS_PER_STAGE = 5;
	private static final int STAGES = 3;

	private static final List<Feature> FEATURES = features0();

	private final BenchmarkOrder order = new BenchmarkOrder(SIZE);
	private final Map<Equivalence, EquivalenceClasses> classes = new EnumMap<>(Equivalence.class);

	private static List<Feature> features0() {
		List<Feature> features = new ArrayList<>();
		for (Operation operation : Operation.values()) {
			features.add(new Feature(operation.id(), Feature.Type.COUNT, "", "Number of edges with " + operation.id() + "."));
		}
		features.add(new Feature("connected", Feature.Type.FLAG, "", "Whether a path leads from the input to the output."));
		features.add(new Feature("dead", Feature.Type.COUNT, "",
				"Number of operations other than none that lie on no path from the input to the output."));
		features.add(new Feature("depth", Feature.Type.COUNT, "",
				"Edges on the longest path from the input to the output; 0 when there is none."));
		features.add(new Feature("mflops", Feature.Type.REAL, "M",
				"Multiply-accumulates of convolutions and classifier for one image, in millions, as NATS-Bench counts."));
		features.add(new Feature("params", Feature.Type.COUNT, "", "Trainable parameters of the whole network."));
		features.sort((a, b) -> a.name().compareTo(b.name()));
		return List.copyOf(features);
	}

	@Override
	public List<Variable> variables() {
		List<String> choices = Arrays.stream(Operation.values()).map(Operation::id).toList();
		List<Variable> variables = new ArrayList<>();
		for (int to = 1; to < NODES; to++) {
			for (int from = 0; from < to; from++) {
				variables.add(new Variable(from + "→" + to, "node " + to, choices));
			}
		}
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
		return new Cell(Arrays.stream(choices).mapToObj(c -> Operation.values()[c]).toList());
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
		int[] choices = new int[EDGES];
		for (int edge = EDGES - 1; edge >= 0; edge--) {
			choices[edge] = code % OPERATIONS;
			code /= OPERATIONS;
		}
		return decode(choices);
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
		return FEATURES;
	}

	@Override
	public double feature(Architecture architecture, String feature, Task task) {
		Cell cell = cell(architecture);
		Optional<Operation> operation = Operation.ofId(feature);
		if (operation.isPresent()) {
			return cell.operations().stream().filter(operation.get()::equals).count();
		}
		return switch (feature) {
		case "connected" -> cell.isFed(NODES - 1) ? 1 : 0;
		case "dead" -> IntStream.range(0, EDGES)
				.filter(edge -> cell.operations().get(edge) != Operation.NONE && !cell.isLive(edge)).count();
		case "depth" -> depth(cell);
		case "mflops" -> NetworkCosts.of(network(cell, task)).macs() / 1e6;
		case "params" -> NetworkCosts.of(network(cell, task)).parameters();
		default -> throw new IllegalArgumentException("no feature " + feature);
		};
	}

	private static int depth(Cell cell) {
		int[] longest = new int[NODES];
		Arrays.fill(longest, -1);
		longest[0] = 0;
		for (int edge = 0; edge < EDGES; edge++) {
			int from = longest[cell.source(edge)];
			if (cell.operations().get(edge) != Operation.NONE && from >= 0) {
				int to = cell.target(edge);
				longest[to] = Math.max(longest[to], from + 1);
			}
		}
		return Math.max(0, longest[NODES - 1]);
	}

	@Override
	public Cell representative(Architecture architecture, Equivalence equivalence) {
		Cell cell = cell(architecture);
		return equivalence == Equivalence.IDENTITY ? cell
				: at(classes(equivalence).representative((int) indexOf(cell)));
	}

	/**
	 * @param equivalence when two cells count as one
	 * @return number of classes in the space
	 */
	public int classCount(Equivalence equivalence) {
		return classes(equivalence).count();
	}

	private EquivalenceClasses classes(Equivalence equivalence) {
		synchronized (classes) {
			return classes.computeIfAbsent(equivalence, e -> new EquivalenceClasses(e, SIZE, this::at));
		}
	}

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
