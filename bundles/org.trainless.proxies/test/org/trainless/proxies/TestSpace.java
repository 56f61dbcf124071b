/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.ArrayList;
import java.util.List;

import org.trainless.api.proxy.Subject;
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
 * Cells of four nodes in a network of any size, every cell its own class.
 *
 * @param channels     of the stem
 * @param cellsInStage cells before, between and after the reductions
 * @param stages       number of stages
 */
record TestSpace(int channels, int cellsInStage, int stages) implements SearchSpace {
	/** The size of NATS-Bench's networks. */
	static final TestSpace NATS = new TestSpace(16, 5, 3);

	static Cell cell(String text) {
		List<Operation> operations = new ArrayList<>();
		for (String edge : text.split("[|+]+")) {
			if (!edge.isEmpty()) {
				operations.add(Operation.ofId(edge.substring(0, edge.indexOf('~'))).orElseThrow());
			}
		}
		return new Cell(operations);
	}

	Subject subject(String text, Task task) {
		return new Subject(this, cell(text), task);
	}

	@Override
	public MacroNetwork network(Architecture architecture, Task task) {
		List<Block> blocks = new ArrayList<>();
		for (int stage = 0; stage < stages; stage++) {
			if (stage > 0) {
				blocks.add(new Block(Kind.REDUCTION, stage, channels << stage));
			}
			for (int c = 0; c < cellsInStage; c++) {
				blocks.add(new Block(Kind.CELL, stage, channels << stage));
			}
		}
		return new MacroNetwork((Cell) architecture, channels, blocks, task);
	}

	@Override
	public List<Variable> variables() {
		return List.of();
	}

	@Override
	public int[] encode(Architecture architecture) {
		return ((Cell) architecture).operations().stream().mapToInt(Operation::ordinal).toArray();
	}

	@Override
	public Architecture decode(int[] choices) {
		List<Operation> operations = new ArrayList<>();
		for (int choice : choices) {
			operations.add(Operation.values()[choice]);
		}
		return new Cell(operations);
	}

	@Override
	public long size() {
		return 15625;
	}

	@Override
	public Architecture at(long index) {
		int[] choices = new int[6];
		long rest = index;
		for (int e = 0; e < choices.length; e++) {
			choices[e] = (int) (rest % 5);
			rest /= 5;
		}
		return decode(choices);
	}

	@Override
	public long indexOf(Architecture architecture) {
		int[] choices = encode(architecture);
		long index = 0;
		for (int e = choices.length - 1; e >= 0; e--) {
			index = index * 5 + choices[e];
		}
		return index;
	}

	@Override
	public Architecture parse(String text) {
		return cell(text);
	}

	@Override
	public List<Feature> features() {
		return List.of();
	}

	@Override
	public double feature(Architecture architecture, String feature, Task task) {
		return ((Cell) architecture).operations().stream().filter(Operation::isConvolution).count();
	}

	@Override
	public Architecture representative(Architecture architecture, Equivalence equivalence) {
		return architecture;
	}
}
