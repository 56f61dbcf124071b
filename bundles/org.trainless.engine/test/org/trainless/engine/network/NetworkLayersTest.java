/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.trainless.api.proxy.Pass.Skeleton;
import org.trainless.api.space.Cell;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.api.space.Task;

class NetworkLayersTest {
	private static final Cell CELL = new Cell(List.of(Operation.CONV_3X3, Operation.SKIP_CONNECT, Operation.NONE,
			Operation.NONE, Operation.AVG_POOL_3X3, Operation.CONV_1X1));
	private static final MacroNetwork NETWORK = new MacroNetwork(CELL, 4,
			List.of(new Block(Kind.CELL, 0, 4), new Block(Kind.REDUCTION, 1, 8), new Block(Kind.CELL, 1, 8)),
			Task.CIFAR10);

	@Test
	void layersStandInTheOrderOfTheNetwork() {
		List<Layer> layers = new NetworkLayers(NETWORK, Skeleton.TINY_NETWORK).all();
		assertEquals(List.of("stem", "block0.edge0-1", "block0.edge2-3", "block1.conv1", "block1.conv2",
				"block1.shortcut", "block2.edge0-1", "block2.edge2-3", "classifier"),
				layers.stream().map(Layer::name).toList());
		assertEquals(List.of(4 * 27, 4 * 36, 4 * 4, 8 * 36, 8 * 72, 8 * 4, 8 * 72, 8 * 8, 80),
				layers.stream().map(Layer::size).toList());
		assertEquals(List.of(8, 4, 3, 3), layers.get(3).site().shape());
		assertEquals(List.of(10, 8), layers.get(8).site().shape());
	}

	@Test
	void onlyTheCellsOfNas201ModelHaveBiases() {
		for (Layer layer : new NetworkLayers(NETWORK, Skeleton.NAS201_MODEL).all()) {
			assertEquals(layer.name().contains("edge") || layer.classifier(), layer.bias(), layer.name());
		}
		for (Layer layer : new NetworkLayers(NETWORK, Skeleton.TINY_NETWORK).all()) {
			assertEquals(layer.classifier(), layer.bias(), layer.name());
		}
	}

	@Test
	void aLayerLivesWhenTheOutputDependsOnIt() {
		MacroNetwork cut = new MacroNetwork(new Cell(List.of(Operation.CONV_3X3, Operation.SKIP_CONNECT, Operation.NONE,
				Operation.NONE, Operation.NONE, Operation.NONE)), 4, NETWORK.blocks(), Task.CIFAR10);
		NetworkLayers layers = new NetworkLayers(cut, Skeleton.TINY_NETWORK);
		assertFalse(layers.get("block0.edge0-1").live());
		assertFalse(layers.get("stem").live());
		assertTrue(layers.get("classifier").live());
		assertThrows(IllegalArgumentException.class, () -> layers.get("block0.edge0-2"));
	}
}
