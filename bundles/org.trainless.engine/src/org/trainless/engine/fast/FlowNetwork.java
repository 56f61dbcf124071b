/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

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
 */
final class FlowNetwork {
	private final Tensors tensors;
	private final PassRequest request;
	private final MacroNetwork network;
	private final NetworkLayers layers;
	private final Cell cell;

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
		FlowPlane plane = new FlowPlane(shape.channels(), shape.height(), shape.width());
		try (FlowValue ones = new FlowValue(plane)) {
			for (int c = 0; c < plane.channels(); c++) {
				for (int i = 0; i < plane.image(); i++) {
					ones.values[c * plane.channel() + i] = 1;
				}
			}
			plane.clearBorder(ones.values);
			FlowValue result = new FlowValue(new FlowPlane(network.stemChannels(), plane.height(), plane.width()));
			convolve(ones, NetworkLayers.stem(), result);
			return result;
		}
	}

	private void convolve(FlowValue x, String name, FlowValue result) {
		Layer layer = layers.get(name);
		multiply(layer, layer.kernel() == 1 ? x.pixels(tensors) : x.patches(tensors), result);
	}

	private void multiply(Layer layer, PtNDArray columns, FlowValue result) {
		LayerWeights weights = request.weightsOf(layer);
		try (PtNDArray matrix = tensors.create(weights.weights(), layer.outputs(), layer.fanIn());
				PtNDArray product = JniUtils.matmul(matrix, columns)) {
			result.addProduct(Tensors.memory(product).asDoubleBuffer(), weights.bias());
		}
	}

	/** Null stands for a node that nothing leads to; a convolution of it is its bias. */
	private FlowValue cell(FlowValue input, int number) {
		int last = cell.nodes() - 1;
		FlowValue[] nodes = new FlowValue[last + 1];
		nodes[0] = input;
		for (int to = 1; to <= last; to++) {
			if (cell.isUsed(to)) {
				nodes[to] = node(nodes, to, number);
			}
		}
		for (FlowValue node : nodes) {
			if (node != null) {
				node.close();
			}
		}
		return nodes[last] == null ? new FlowValue(input.plane) : nodes[last];
	}

	private FlowValue node(FlowValue[] nodes, int to, int number) {
		FlowValue sum = null;
		for (int from = 0; from < to; from++) {
			Operation operation = cell.operation(from, to);
			FlowValue x = nodes[from];
			if (operation == Operation.NONE || x == null && !operation.isConvolution()) {
				continue;
			}
			if (sum == null) {
				sum = new FlowValue(nodes[0].plane);
			}
			String name = NetworkLayers.edge(number, cell, cell.edge(from, to));
			switch (operation) {
			case SKIP_CONNECT -> sum.add(x);
			case AVG_POOL_3X3 -> sum.addAverage(x);
			case CONV_1X1, CONV_3X3 -> {
				if (x == null) {
					sum.addBias(request.weightsOf(layers.get(name)).bias());
				} else {
					convolve(x, name, sum);
				}
			}
			case NONE -> throw new IllegalStateException("a zero edge adds nothing");
			}
		}
		return sum;
	}

	private FlowValue reduction(FlowValue x, int number, int channels) {
		FlowPlane half = new FlowPlane(channels, x.plane.height() / 2, x.plane.width() / 2);
		FlowValue result = new FlowValue(half);
		try (FlowValue between = new FlowValue(half);
				PtNDArray patches = x.patchesOfStride2(tensors, half);
				FlowValue average = x.average2x2()) {
			multiply(layers.get(NetworkLayers.reduction(number, 1)), patches, between);
			convolve(between, NetworkLayers.reduction(number, 2), result);
			convolve(average, NetworkLayers.shortcut(number), result);
		}
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
