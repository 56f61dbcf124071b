/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.proxy.Pass.Skeleton;
import org.trainless.api.space.Cell;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;

/**
 * The layers with weights of a network, in the order of the network: the stem; for a reduction its two 3×3 convolutions
 * and the 1×1 one of the shortcut; for a cell its convolution edges in the order of the architecture string; the
 * classifier.
 * <p>
 * zero-cost-nas builds all five operations on each edge. Those that the cell does not name take no part in the pass and
 * have no gradient, so they are left out here too.
 */
public final class NetworkLayers {
	private final Map<String, Layer> byName = new LinkedHashMap<>();

	/**
	 * @param network  what to build
	 * @param skeleton whether the cells' convolutions have a bias
	 */
	public NetworkLayers(MacroNetwork network, Skeleton skeleton) {
		Cell cell = network.cell();
		boolean connected = cell.isFed(cell.nodes() - 1);
		boolean cellBias = skeleton == Skeleton.NAS201_MODEL;
		add(new Layer(stem(), network.stemChannels(), network.task().input().channels(), 3, false, connected, false));
		int channels = network.stemChannels();
		for (int b = 0; b < network.blocks().size(); b++) {
			Block block = network.blocks().get(b);
			if (block.kind() == Kind.REDUCTION) {
				add(new Layer(reduction(b, 1), block.channels(), channels, 3, false, true, false));
				add(new Layer(reduction(b, 2), block.channels(), block.channels(), 3, false, true, false));
				add(new Layer(shortcut(b), block.channels(), channels, 1, false, true, false));
			} else {
				for (int e = 0; e < cell.operations().size(); e++) {
					Operation operation = cell.operations().get(e);
					if (operation.isConvolution()) {
						int kernel = operation == Operation.CONV_3X3 ? 3 : 1;
						add(new Layer(edge(b, cell, e), block.channels(), channels, kernel, cellBias, cell.isLive(e),
								false));
					}
				}
			}
			channels = block.channels();
		}
		add(new Layer(classifier(), network.task().classes(), channels, 1, true, true, true));
	}

	private void add(Layer layer) {
		byName.put(layer.name(), layer);
	}

	/**
	 * @return the layers in the order of the network
	 */
	public List<Layer> all() {
		return new ArrayList<>(byName.values());
	}

	/**
	 * @param name of a layer
	 * @return the layer
	 * @throws IllegalArgumentException when the network has none of that name
	 */
	public Layer get(String name) {
		Layer layer = byName.get(name);
		if (layer == null) {
			throw new IllegalArgumentException("no layer " + name);
		}
		return layer;
	}

	/**
	 * @return name of the first convolution
	 */
	public static String stem() {
		return "stem";
	}

	/**
	 * @return name of the linear layer at the end
	 */
	public static String classifier() {
		return "classifier";
	}

	/**
	 * @param block number of a reduction block
	 * @param which 1 for the convolution of stride 2, 2 for the one after it
	 * @return name of the layer
	 */
	public static String reduction(int block, int which) {
		return "block" + block + ".conv" + which;
	}

	/**
	 * @param block number of a reduction block
	 * @return name of its 1×1 convolution
	 */
	public static String shortcut(int block) {
		return "block" + block + ".shortcut";
	}

	/**
	 * @param block number of a cell block
	 * @param cell  the cell
	 * @param edge  position of the edge in the cell
	 * @return name of the edge, and of the layer on it
	 */
	public static String edge(int block, Cell cell, int edge) {
		return "block" + block + ".edge" + cell.source(edge) + "-" + cell.target(edge);
	}
}
