/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import net.razorvine.pickle.Unpickler;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Cell;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.api.space.Task;
import org.trainless.api.space.Variable;
import org.trainless.testdata.TestData;

/** The order, encodings and networks of the space. */
class NatsTopologySpaceTest {
	private final NatsTopologySpace space = new NatsTopologySpace();

	@Test
	void indicesAndStringsAreThoseOfTheTable() throws Exception {
		for (PublishedCell row : PublishedCell.all()) {
			Cell cell = space.at(row.index());
			assertEquals(row.architecture(), cell.text());
			assertEquals(cell, space.parse(row.architecture()));
			assertEquals(row.index(), space.indexOf(cell));
		}
	}

	@Test
	void indicesAndStringsAreThoseOfTheBenchmarksOwnFile() throws Exception {
		List<?> architectures = (List<?>) meta().get("meta_archs");
		assertEquals(space.size(), architectures.size());
		for (int index = 0; index < architectures.size(); index++) {
			assertEquals(architectures.get(index), space.at(index).text());
		}
	}

	private static Map<?, ?> meta() throws IOException {
		Path file = TestData.path("nats-files/NATS-tss-v1_0-3ffb9-simple/meta.pickle.pbz2");
		try (InputStream in = new BZip2CompressorInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
			return (Map<?, ?>) new Unpickler().load(in);
		}
	}

	@Test
	void everyCellSurvivesEveryRoundTrip() throws Exception {
		Set<Cell> seen = new HashSet<>();
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			assertTrue(seen.add(cell));
			assertEquals(index, space.indexOf(cell));
			assertEquals(cell, space.decode(space.encode(cell)));
			assertEquals(cell, space.parse(cell.text()));
		}
	}

	@Test
	void variablesAreTheEdgesGroupedByTheNodeTheyLeadTo() {
		List<Variable> variables = space.variables();
		assertEquals(List.of("0→1", "0→2", "1→2", "0→3", "1→3", "2→3"),
				variables.stream().map(Variable::name).toList());
		assertEquals(List.of("node 1", "node 2", "node 2", "node 3", "node 3", "node 3"),
				variables.stream().map(Variable::group).toList());
		for (Variable variable : variables) {
			assertEquals(Stream.of(Operation.values()).map(Operation::id).toList(), variable.choices());
		}
	}

	@Test
	void everyCellHasTwentyFourNeighbours() {
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			Set<Long> neighbours = new HashSet<>();
			for (int variable = 0; variable < space.variables().size(); variable++) {
				for (int choice = 0; choice < space.variables().get(variable).choices().size(); choice++) {
					int[] choices = space.encode(cell);
					choices[variable] = choice;
					neighbours.add(space.indexOf(space.decode(choices)));
				}
			}
			assertTrue(neighbours.remove((long) index), "the cell itself is among the choices");
			assertEquals(24, neighbours.size());
		}
	}

	@Test
	void encodesInTheOrderOfTheString() throws Exception {
		Cell cell = space.parse("|none~0|+|skip_connect~0|nor_conv_1x1~1|+|nor_conv_3x3~0|avg_pool_3x3~1|none~2|");
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 0 }, space.encode(cell));
	}

	@Test
	void networksAreThoseOfTheBenchmark() {
		Cell cell = space.at(6111);
		MacroNetwork network = space.network(cell, Task.CIFAR100);
		assertEquals(cell, network.cell());
		assertEquals(Task.CIFAR100, network.task());
		assertEquals(16, network.stemChannels());
		StringBuilder blocks = new StringBuilder();
		for (MacroNetwork.Block block : network.blocks()) {
			blocks.append(block.kind() == Kind.CELL ? 'c' : 'r').append(block.stage()).append(':')
					.append(block.channels()).append(' ');
		}
		assertEquals("c0:16 ".repeat(5) + "r1:32 " + "c1:32 ".repeat(5) + "r2:64 " + "c2:64 ".repeat(5),
				blocks.toString());
	}

	@Test
	void refusesWhatIsNotOfTheSpace() {
		assertThrows(IllegalArgumentException.class, () -> space.decode(new int[] { 0, 0, 0, 0, 0, 5 }));
		assertThrows(IllegalArgumentException.class, () -> space.decode(new int[] { 0, -1, 0, 0, 0, 0 }));
		assertThrows(IllegalArgumentException.class, () -> space.decode(new int[] { 0 }));
		assertThrows(IndexOutOfBoundsException.class, () -> space.at(15_625));
		assertThrows(IndexOutOfBoundsException.class, () -> space.at(-1));
		Cell small = new Cell(List.of(Operation.NONE, Operation.NONE, Operation.NONE));
		Architecture foreign = () -> "foreign";
		for (Architecture other : List.of(small, foreign)) {
			assertThrows(IllegalArgumentException.class, () -> space.indexOf(other));
			assertThrows(IllegalArgumentException.class, () -> space.encode(other));
			assertThrows(IllegalArgumentException.class, () -> space.network(other, Task.CIFAR10));
			assertThrows(IllegalArgumentException.class, () -> space.feature(other, "depth", Task.CIFAR10));
		}
	}
}
