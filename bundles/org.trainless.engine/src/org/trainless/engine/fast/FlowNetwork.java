/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.trainless.api.space.Cell;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.LayerWeights;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Synaptic flow of zero-cost-nas's NAS201Model without batch normalisation, in one forward pass.
 * <p>
 * With positive weights, an image of ones and no normalisation every ReLU passes its input on, so R(tθ) is a polynomial
 * in t with Σθ·∂R/∂θ as its derivative at t = 1. Each layer carries that derivative along: for y = Wx + b it is ẏ = W(ẋ
 * + x).
 * <p>
 * Convolutions of the same value share its patches and one matrix product. What reaches a node is added in the order of
 * the nodes it comes from.
 */
final class FlowNetwork {
	private final Tensors tensors;
	private final PassRequest request;
	private final MacroNetwork network;
	private final NetworkLayers layers;
	private final Cell cell;
	private double[] room = new double[0];

	FlowNetwork(Tensors tensors, PassRequest request) {
		this.tensors = tensors;
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
			x = blocks.get(b).kind() == Kind.CELL ? cell(x, b) : reduction(x, b, blocks.get(b).channels());
		}
		return classifier(x);
	}

	private FlowValue stem() {
		ImageShape shape = network.task().input();
		FlowPlane plane = new FlowPlane(shape.channels(), shape.height(), shape.width(), 0);
		FlowValue ones = new FlowValue(plane);
		for (int start = 0; start < ones.values.length; start += plane.channel()) {
			Arrays.fill(ones.values, start, start + plane.image(), 1);
		}
		return convolve3x3(ones, List.of(layers.get(NetworkLayers.stem()))).get(0);
	}

	/** 3×3 convolutions of one value, their biases added. */
	private List<FlowValue> convolve3x3(FlowValue x, List<Layer> targets) {
		FlowPlane plane = x.plane.at(x.plane.depth() + 1);
		double[] columns = room(9 * plane.size());
		x.at(plane).patches(columns);
		return multiply(targets, columns, 9 * plane.channels(), plane);
	}

	private List<FlowValue> convolve1x1(FlowValue x, List<Layer> targets) {
		return multiply(targets, x.multiplied(), x.plane.channels(), x.plane);
	}

	/** @param columns rows × both images */
	private List<FlowValue> multiply(List<Layer> targets, double[] columns, int rows, FlowPlane plane) {
		int outputs = targets.get(0).outputs();
		FlowPlane result = plane.of(outputs);
		List<LayerWeights> weights = targets.stream().map(request::weightsOf).toList();
		List<FlowValue> values = new ArrayList<>();
		try (PtNDArray matrix = matrix(weights, outputs, rows); PtNDArray x = tensors.empty(rows, plane.channel())) {
			Tensors.memory(x).asDoubleBuffer().put(0, columns, 0, rows * plane.channel());
			try (PtNDArray product = JniUtils.matmul(matrix, x)) {
				DoubleBuffer products = Tensors.memory(product).asDoubleBuffer();
				for (int t = 0; t < targets.size(); t++) {
					FlowValue value = new FlowValue(result, products, t * outputs);
					value.addBias(weights.get(t).bias());
					values.add(value);
				}
			}
		}
		return values;
	}

	/** The weights of several layers below each other. */
	private PtNDArray matrix(List<LayerWeights> weights, int outputs, int inputs) {
		int size = outputs * inputs;
		PtNDArray matrix = tensors.empty((long) weights.size() * outputs, inputs);
		double[] wide = new double[weights.size() * size];
		for (int w = 0; w < weights.size(); w++) {
			float[] numbers = weights.get(w).weights();
			for (int i = 0; i < size; i++) {
				wide[w * size + i] = numbers[i];
			}
		}
		Tensors.memory(matrix).asDoubleBuffer().put(wide);
		return matrix;
	}

	/** The same room again and again, for patches. */
	private double[] room(int size) {
		if (room.length < size) {
			room = new double[size];
		}
		return room;
	}

	private FlowValue cell(FlowValue input, int number) {
		int last = cell.nodes() - 1;
		int[] depths = depths(input.plane.depth());
		FlowValue[] nodes = new FlowValue[last + 1];
		nodes[0] = input;
		for (int n = 1; n <= last; n++) {
			if (cell.isUsed(n) && depths[n] >= 0) {
				nodes[n] = new FlowValue(input.plane.at(depths[n]));
			}
		}
		for (int from = 0; from < last; from++) {
			for (Operation operation : Operation.values()) {
				addEdges(nodes, from, operation, number);
			}
		}
		return nodes[last] == null ? new FlowValue(input.plane) : nodes[last];
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
		List<FlowValue> values = switch (operation) {
		case NONE -> List.of();
		case SKIP_CONNECT -> Collections.nCopies(targets.size(), x);
		case AVG_POOL_3X3 -> Collections.nCopies(targets.size(), x.average3x3());
		case CONV_1X1 -> convolve1x1(x, convolutions);
		case CONV_3X3 -> convolve3x3(x, convolutions);
		};
		for (int i = 0; i < values.size(); i++) {
			targets.get(i).add(values.get(i));
		}
	}

	private FlowValue reduction(FlowValue input, int number, int channels) {
		FlowPlane half = input.plane.half(channels);
		FlowPlane before = input.plane.beforeHalf();
		FlowValue x = input.at(before);
		int rows = 9 * before.channels();
		double[] columns = room(rows * half.channel());
		x.patchesOfStride2(half, columns);
		FlowValue between = multiply(List.of(layers.get(NetworkLayers.reduction(number, 1))), columns, rows, half)
				.get(0);
		FlowValue result = convolve3x3(between, List.of(layers.get(NetworkLayers.reduction(number, 2)))).get(0);
		FlowValue average = x.average2x2(half.of(before.channels()));
		result.add(convolve1x1(average, List.of(layers.get(NetworkLayers.shortcut(number)))).get(0));
		return result;
	}

	private double classifier(FlowValue x) {
		Layer layer = layers.get(NetworkLayers.classifier());
		float[] weights = request.weightsOf(layer).weights();
		double[][] means = x.means();
		double flow = 0;
		for (int k = 0; k < layer.outputs(); k++) {
			for (int c = 0; c < layer.inputs(); c++) {
				flow += weights[k * layer.inputs() + c] * (means[0][c] + means[1][c]);
			}
		}
		return flow;
	}
}
