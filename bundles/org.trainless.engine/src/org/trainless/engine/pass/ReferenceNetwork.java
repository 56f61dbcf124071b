/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.pass;

import java.util.LinkedHashMap;
import java.util.Map;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Loss;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.space.Cell;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.LayerWeights;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.torch.Tensors;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * One run of xautodl's TinyNetwork or zero-cost-nas's NAS201Model.
 * <p>
 * Both: a 3×3 convolution and batch normalisation; cells; residual reductions; batch normalisation, ReLU, global
 * average, classifier. A convolution edge is ReLU, convolution, batch normalisation. What differs is in the
 * {@link Pass}: biases of the cells' convolutions (skeleton), and where batch normalisation is done.
 */
final class ReferenceNetwork implements AutoCloseable {
	/** A layer's tensors. */
	private record Parameters(Layer layer, LayerWeights values, PtNDArray weight, PtNDArray bias)
			implements AutoCloseable {
		@Override
		public void close() {
			weight.close();
			if (bias != null) {
				bias.close();
			}
		}
	}

	private final Tensors tensors;
	private final PassRequest request;
	private final PreActivations preActivations;
	private final Pass pass;
	private final MacroNetwork network;
	private final Cell cell;
	private final boolean differentiated;
	private final Map<String, Parameters> parameters = new LinkedHashMap<>();

	ReferenceNetwork(Tensors tensors, PassRequest request, PreActivations preActivations) {
		this.tensors = tensors;
		this.request = request;
		this.preActivations = preActivations;
		this.pass = request.pass();
		this.network = request.network();
		this.cell = network.cell();
		this.differentiated = pass.loss() != Loss.NONE;
		for (Layer layer : new NetworkLayers(network, pass.skeleton()).all()) {
			parameters.put(layer.name(), load(layer));
		}
	}

	private Parameters load(Layer layer) {
		LayerWeights values = request.weightsOf(layer);
		int kernel = layer.kernel();
		PtNDArray weight = layer.classifier() ? tensors.create(values.weights(), layer.outputs(), layer.inputs())
				: tensors.create(values.weights(), layer.outputs(), layer.inputs(), kernel, kernel);
		if (differentiated) {
			weight.setRequiresGradient(true);
		}
		PtNDArray bias = layer.bias() ? tensors.create(values.bias(), layer.outputs()) : null;
		return new Parameters(layer, values, weight, bias);
	}

	void run() {
		if (request.wants(Observable.WEIGHTS)) {
			for (Parameters p : parameters.values()) {
				request.observer().weights(p.layer().site(), WeightsRunner.widen(p.values().weights()));
			}
		}
		try (PtNDArray logits = forward()) {
			if (request.wants(Observable.LOGITS)) {
				Shape shape = logits.getShape();
				request.observer().logits((int) shape.get(0), (int) shape.get(1), tensors.read(logits));
			}
			if (differentiated) {
				request.cancellation().check();
				differentiate(logits);
			}
		}
	}

	private PtNDArray forward() {
		PtNDArray x;
		try (PtNDArray input = input()) {
			x = stem(input);
		}
		for (int b = 0; b < network.blocks().size(); b++) {
			Block block = network.blocks().get(b);
			try (PtNDArray before = x) {
				request.cancellation().check();
				x = block.kind() == Kind.CELL ? cell(before, b, block) : reduction(before, b, block);
			}
		}
		try (PtNDArray last = x) {
			return head(last);
		}
	}

	private PtNDArray input() {
		ImageShape shape = network.task().input();
		if (pass.input() == Pass.Input.ONES) {
			return tensors.full(1, 1, shape.channels(), shape.height(), shape.width());
		}
		Minibatch batch = request.minibatch().orElseThrow();
		return tensors.create(batch.pixels(), batch.size(), shape.channels(), shape.height(), shape.width());
	}

	private PtNDArray stem(PtNDArray input) {
		return normalise(convolve(input, NetworkLayers.stem(), 1), pass.normalisation() == Normalisation.BATCH);
	}

	private PtNDArray cell(PtNDArray input, int number, Block block) {
		PtNDArray[] nodes = new PtNDArray[cell.nodes()];
		nodes[0] = input;
		long height = input.getShape().get(2);
		long width = input.getShape().get(3);
		try (PtNDArray borders = tensors.borders(height, width)) {
			for (int to = 1; to < nodes.length; to++) {
				nodes[to] = node(nodes, to, number, block, borders);
			}
		}
		for (int n = 1; n < nodes.length - 1; n++) {
			nodes[n].close();
		}
		return nodes[nodes.length - 1];
	}

	/** The sum of the edges that lead to a node. Zero edges are left out of it, which changes no sum. */
	private PtNDArray node(PtNDArray[] nodes, int to, int number, Block block, PtNDArray borders) {
		PtNDArray sum = null;
		for (int from = 0; from < to; from++) {
			PtNDArray value = edge(nodes[from], from, to, number, block, borders);
			if (value == null) {
				continue;
			}
			if (sum == null) {
				sum = value;
			} else {
				try (PtNDArray before = sum; PtNDArray added = value) {
					sum = JniUtils.add(before, added);
				}
			}
		}
		return sum == null ? tensors.zerosLike(nodes[0]) : sum;
	}

	private PtNDArray edge(PtNDArray x, int from, int to, int number, Block block, PtNDArray borders) {
		Operation operation = cell.operation(from, to);
		return switch (operation) {
		case NONE -> null;
		case SKIP_CONNECT -> Tensors.same(x);
		case AVG_POOL_3X3 -> tensors.average3x3(x, borders);
		case CONV_1X1, CONV_3X3 -> {
			int edge = cell.edge(from, to);
			String name = NetworkLayers.edge(number, cell, edge);
			yield activatedConvolution(x, name, 1, block.stage(), cell.isLive(edge),
					pass.normalisation() == Normalisation.BATCH);
		}
		};
	}

	private PtNDArray reduction(PtNDArray input, int number, Block block) {
		boolean normalised = pass.normalisation() != Normalisation.IDENTITY;
		try (PtNDArray first = activatedConvolution(input, NetworkLayers.reduction(number, 1), 2, block.stage(), true,
				normalised);
				PtNDArray second = activatedConvolution(first, NetworkLayers.reduction(number, 2), 1, block.stage(),
						true, normalised);
				PtNDArray average = tensors.average2x2(input);
				PtNDArray shortcut = convolve(average, NetworkLayers.shortcut(number), 1)) {
			return JniUtils.add(shortcut, second);
		}
	}

	/** xautodl's ReLUConvBN, which code that looks for ReLU in class names finds besides the ReLU in it. */
	private PtNDArray activatedConvolution(PtNDArray x, String name, int stride, int stage, boolean live,
			boolean normalised) {
		report(x, name, stage, live, 2);
		try (PtNDArray active = JniUtils.relu(x)) {
			return normalise(convolve(active, name, stride), normalised);
		}
	}

	private PtNDArray head(PtNDArray x) {
		Parameters classifier = parameters.get(NetworkLayers.classifier());
		int stages = network.blocks().isEmpty() ? 0 : network.blocks().get(network.blocks().size() - 1).stage();
		boolean normalised = pass.normalisation() == Normalisation.BATCH;
		try (PtNDArray normal = normalised ? tensors.batchNormalisation(x) : Tensors.same(x)) {
			report(normal, "head", stages, true, 1);
			try (PtNDArray active = JniUtils.relu(normal); PtNDArray features = tensors.globalAverage(active)) {
				return JniUtils.linear(features, classifier.weight(), classifier.bias());
			}
		}
	}

	private PtNDArray convolve(PtNDArray x, String layer, int stride) {
		Parameters p = parameters.get(layer);
		return tensors.convolution(x, p.weight(), p.bias(), stride);
	}

	/** Closes what it is given when it returns something else. */
	private PtNDArray normalise(PtNDArray x, boolean really) {
		if (!really) {
			return x;
		}
		try (PtNDArray before = x) {
			return tensors.batchNormalisation(before);
		}
	}

	private void report(PtNDArray x, String name, int stage, boolean live, int classNameMatches) {
		int units = Math.toIntExact(x.getShape().size() / x.getShape().get(0));
		preActivations.read(new ReluSite(name, stage, units, live, 1, classNameMatches), x);
	}

	private void differentiate(PtNDArray logits) {
		try (PtNDArray loss = loss(logits); PtNDArray one = tensors.full(1)) {
			JniUtils.backward(loss, one, false, false);
		}
		double flow = 0;
		for (Parameters p : parameters.values()) {
			// a layer that the loss does not depend on has no gradient, which means zeros
			double[] gradients = gradients(p);
			double[] weights = WeightsRunner.widen(p.values().weights());
			if (request.wants(Observable.GRADIENTS)) {
				request.observer().gradients(p.layer().site(), weights, gradients);
			}
			double sum = 0;
			for (int i = 0; i < weights.length; i++) {
				sum += Math.abs(weights[i] * gradients[i]);
			}
			flow += sum;
		}
		if (request.wants(Observable.SYNAPTIC_FLOW)) {
			request.observer().synapticFlow(flow);
		}
	}

	private double[] gradients(Parameters p) {
		try (PtNDArray gradient = JniUtils.getGradient(p.weight())) {
			return gradient == null ? new double[p.layer().size()] : tensors.read(gradient);
		}
	}

	private PtNDArray loss(PtNDArray logits) {
		if (pass.loss() == Loss.SUM_OF_LOGITS) {
			return JniUtils.sum(logits);
		}
		long images = logits.getShape().get(0);
		int classes = Math.toIntExact(logits.getShape().get(1));
		float[] chosen = new float[Math.toIntExact(images * classes)];
		int[] labels = request.minibatch().orElseThrow().labels();
		for (int i = 0; i < labels.length; i++) {
			chosen[i * classes + labels[i]] = -1f / images;
		}
		try (PtNDArray mask = tensors.create(chosen, images, classes);
				PtNDArray logarithms = JniUtils.logSoftmax(logits, 1, logits.getDataType());
				PtNDArray picked = JniUtils.mul(logarithms, mask)) {
			return JniUtils.sum(picked);
		}
	}

	@Override
	public void close() {
		parameters.values().forEach(Parameters::close);
		parameters.clear();
	}
}
