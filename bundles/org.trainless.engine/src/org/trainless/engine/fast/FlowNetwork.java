/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trainless.api.space.Cell;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.pass.PassRequest;

/**
 * Synaptic flow of zero-cost-nas's NAS201Model without batch normalisation, in one forward pass.
 * <p>
 * With positive weights, an image of ones and no normalisation every ReLU passes its input on, so R(tθ) is a polynomial
 * in t with Σθ·∂R/∂θ as its derivative at t = 1. Each layer carries that derivative along: for y = Wx + b it is ẏ = W(ẋ
 * + x); so two images go through the network side by side, x and x + ẋ.
 * <p>
 * Convolutions of the same value share its neighbours. What reaches a node is added in the order of the nodes it comes
 * from.
 */
final class FlowNetwork {
	private final PassRequest request;
	private final MacroNetwork network;
	private final NetworkLayers layers;
	private final Cell cell;
	private final FlowRoom room;

	FlowNetwork(FlowRoom room, PassRequest request) {
		this.room = room;
		this.request = request;
		this.network = request.network();
		this.layers = new NetworkLayers(network, request.pass().skeleton());
		this.cell = network.cell();
	}

	/** @return Σ|θ ⊙ ∂R/∂θ| */
	double run() {
		FlowValue x = stem();
		List<Block> blocks = network.blocks();
		for (int b = 0; b < blocks.size(); b++) {
			request.cancellation().check();
			FlowValue next = blocks.get(b).kind() == Kind.CELL ? cell(x, b) : reduction(x, b, blocks.get(b).channels());
			x.release();
			x = next;
		}
		return classifier(x);
	}

	private FlowValue stem() {
		ImageShape shape = network.task().input();
		FlowPlane plane = new FlowPlane(shape.channels(), shape.height(), shape.width(), 0);
		FlowValue ones = room.value(plane);
		// the image is no weight: x = 1 and ẋ = 0
		Arrays.fill(ones.values, 0, plane.size(), 1);
		FlowValue result = convolve3x3(ones, List.of(layers.get(NetworkLayers.stem()))).get(0);
		ones.release();
		return result;
	}

	/** 3×3 convolutions of one value, their biases added. */
	private List<FlowValue> convolve3x3(FlowValue x, List<Layer> targets) {
		FlowPlane plane = x.plane.at(x.plane.depth() + 1);
		return multiply(targets, plane, x.neighbours(plane));
	}

	private List<FlowValue> convolve1x1(FlowValue x, List<Layer> targets) {
		return multiply(targets, x.plane, x.pixels());
	}

	/** @param plane of the pixels that are multiplied */
	private List<FlowValue> multiply(List<Layer> targets, FlowPlane plane, FlowRows x) {
		int outputs = targets.get(0).outputs();
		int all = targets.size() * outputs;
		double[] weights = room.matrix(Sizes.product(targets.get(0).fanIn(), all));
		List<float[]> biases = new ArrayList<>();
		for (int t = 0; t < targets.size(); t++) {
			biases.add(request.transposedWeightsOf(targets.get(t), weights, t * outputs, all));
		}
		List<FlowValue> values = new ArrayList<>();
		for (int t = 0; t < targets.size(); t++) {
			FlowValue value = room.value(plane.of(outputs));
			FlowProducts.multiply(x, weights, t * outputs, all, value);
			value.complete(biases.get(t));
			values.add(value);
		}
		return values;
	}

	private FlowValue cell(FlowValue input, int number) {
		int last = cell.nodes() - 1;
		int[] depths = depths(input.plane.depth());
		FlowValue[] nodes = new FlowValue[last + 1];
		nodes[0] = input;
		for (int n = 1; n <= last; n++) {
			if (cell.isUsed(n) && depths[n] >= 0) {
				nodes[n] = room.zeros(input.plane.at(depths[n]));
			}
		}
		for (int from = 0; from < last; from++) {
			for (Operation operation : Operation.values()) {
				addEdges(nodes, from, operation, number);
			}
			if (from > 0 && nodes[from] != null) {
				nodes[from].release();
			}
		}
		return nodes[last] == null ? room.zeros(input.plane) : nodes[last];
	}

	/** @return how far from the border each node's pixels differ; −1 for a node that nothing leads to */
	private int[] depths(int input) {
		int[] depths = new int[cell.nodes()];
		depths[0] = input;
		for (int to = 1; to < depths.length; to++) {
			depths[to] = -1;
			for (int from = 0; from < to; from++) {
				int depth = switch (cell.operation(from, to)) {
				case NONE -> -1;
				case SKIP_CONNECT -> depths[from];
				case CONV_1X1 -> Math.max(0, depths[from]);
				case CONV_3X3 -> depths[from] + 1;
				case AVG_POOL_3X3 -> depths[from] < 0 ? -1 : depths[from] + 1;
				};
				depths[to] = Math.max(depths[to], depth);
			}
		}
		return depths;
	}

	/** Adds all edges from a node that do the same. */
	private void addEdges(FlowValue[] nodes, int from, Operation operation, int number) {
		List<FlowValue> targets = new ArrayList<>();
		List<Layer> convolutions = new ArrayList<>();
		for (int to = from + 1; to < nodes.length; to++) {
			if (cell.operation(from, to) == operation && nodes[to] != null) {
				targets.add(nodes[to]);
				if (operation.isConvolution()) {
					convolutions.add(layers.get(NetworkLayers.edge(number, cell, cell.edge(from, to))));
				}
			}
		}
		FlowValue x = nodes[from];
		if (targets.isEmpty() || x == null && !operation.isConvolution()) {
			return;
		}
		if (x == null) {
			// a convolution of zeros is its bias
			for (int i = 0; i < targets.size(); i++) {
				targets.get(i).addBias(request.weightsOf(convolutions.get(i)).bias());
			}
			return;
		}
		switch (operation) {
		case NONE -> {
		}
		case SKIP_CONNECT -> targets.forEach(t -> t.add(x));
		case AVG_POOL_3X3 -> {
			FlowValue average = x.average3x3();
			targets.forEach(t -> t.add(average));
			average.release();
		}
		case CONV_1X1 -> addEach(targets, convolve1x1(x, convolutions));
		case CONV_3X3 -> addEach(targets, convolve3x3(x, convolutions));
		}
	}

	private static void addEach(List<FlowValue> targets, List<FlowValue> values) {
		for (int i = 0; i < values.size(); i++) {
			targets.get(i).add(values.get(i));
			values.get(i).release();
		}
	}

	private FlowValue reduction(FlowValue input, int number, int channels) {
		FlowPlane half = input.plane.half(channels);
		FlowValue x = input.beforeHalf();
		FlowValue between = multiply(List.of(layers.get(NetworkLayers.reduction(number, 1))), half,
				x.neighboursOfStride2(half)).get(0);
		FlowValue result = convolve3x3(between, List.of(layers.get(NetworkLayers.reduction(number, 2)))).get(0);
		FlowValue average = x.average2x2(half.of(x.plane.channels()));
		FlowValue shortcut = convolve1x1(average, List.of(layers.get(NetworkLayers.shortcut(number)))).get(0);
		result.add(shortcut);
		List.of(x, between, average, shortcut).forEach(FlowValue::release);
		return result;
	}

	private double classifier(FlowValue x) {
		Layer layer = layers.get(NetworkLayers.classifier());
		float[] weights = request.weightsOf(layer).weights();
		double[] means = x.means();
		double flow = 0;
		for (int k = 0; k < layer.outputs(); k++) {
			for (int c = 0; c < layer.inputs(); c++) {
				flow += weights[k * layer.inputs() + c] * means[c];
			}
		}
		return flow;
	}
}
