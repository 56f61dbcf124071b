/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.space.Cell;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.engine.fast.Value.Needs;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * One run of xautodl's TinyNetwork for its signs. A value of zero, which is what a node without input holds and what
 * all that depends on it alone stays, is null here and costs nothing.
 */
final class SignsNetwork {
	private final Tensors tensors;
	private final PassRequest request;
	private final MacroNetwork network;
	private final NetworkLayers layers;
	private final Cell cell;
	private final CellPlan plan;

	SignsNetwork(Tensors tensors, PassRequest request) {
		this.tensors = tensors;
		this.request = request;
		this.network = request.network();
		this.layers = new NetworkLayers(network, request.pass().skeleton());
		this.cell = network.cell();
		this.plan = new CellPlan(cell);
	}

	/** @return the planes of a network's values: after the stem, then after each block */
	static Plane[] planes(MacroNetwork network, int images) {
		ImageShape input = network.task().input();
		List<Block> blocks = network.blocks();
		Plane[] planes = new Plane[blocks.size() + 1];
		planes[0] = new Plane(images, input.height(), input.width(), network.stemChannels());
		for (int b = 0; b < blocks.size(); b++) {
			planes[b + 1] = blocks.get(b).kind() == Kind.CELL ? planes[b] : planes[b].reduced(blocks.get(b).channels());
		}
		return planes;
	}

	void run() {
		Minibatch batch = request.minibatch().orElseThrow();
		Plane[] planes = planes(network, batch.size());
		List<Block> blocks = network.blocks();
		Needs[] inputs = new Needs[blocks.size() + 1];
		inputs[blocks.size()] = new Needs(true, false, false);
		for (int b = blocks.size() - 1; b >= 0; b--) {
			inputs[b] = blocks.get(b).kind() == Kind.CELL ? plan.needs(inputs[b + 1])[0] : Needs.ALL;
		}
		Value x = stem(batch, planes[0], inputs[0]);
		for (int b = 0; b < blocks.size(); b++) {
			request.cancellation().check();
			Block block = blocks.get(b);
			Value next = block.kind() == Kind.CELL ? cell(x, planes[b], inputs[b + 1], b, block)
					: reduction(x, planes[b], planes[b + 1], inputs[b + 1], b, block);
			if (x != null && x != next) {
				x.close();
			}
			x = next;
		}
		head(x, planes[blocks.size()]);
		if (x != null) {
			x.close();
		}
	}

	private Value stem(Minibatch batch, Plane plane, Needs needs) {
		ImageShape shape = batch.shape();
		int pixels = shape.height() * shape.width();
		int channels = shape.channels();
		float[] interleaved = new float[batch.pixels().length];
		for (int n = 0; n < batch.size(); n++) {
			for (int c = 0; c < channels; c++) {
				int from = (n * channels + c) * pixels;
				for (int p = 0; p < pixels; p++) {
					interleaved[(n * pixels + p) * channels + c] = batch.pixels()[from + p];
				}
			}
		}
		try (PtNDArray input = tensors.create(interleaved, batch.size(), shape.height(), shape.width(), channels);
				NodeSum sum = new NodeSum(plane)) {
			sum.addNormalised(convolution(input, NetworkLayers.stem(), 1));
			return sum.compute(tensors, needs);
		}
	}

	/** Convolves images × height × width × channels into the same order, which libtorch does without changing it. */
	private PtNDArray convolution(PtNDArray x, String name, int stride) {
		Layer layer = layers.get(name);
		float[] values = request.weightsOf(layer).weights();
		try (PtNDArray weight = tensors.create(values, layer.outputs(), layer.inputs(), layer.kernel(), layer.kernel());
				PtNDArray channelsFirst = JniUtils.permute(x, new long[] { 0, 3, 1, 2 });
				PtNDArray result = tensors.convolution(channelsFirst, weight, null, stride)) {
			return JniUtils.permute(result, new long[] { 0, 2, 3, 1 });
		}
	}

	private Value cell(Value input, Plane plane, Needs output, int number, Block block) {
		int last = cell.nodes() - 1;
		Needs[] needs = plan.needs(output);
		Value[] values = new Value[last + 1];
		values[0] = input;
		for (int n = 0; n <= last; n++) {
			if (n > 0 && input != null && needs[n].any()) {
				int shared = plan.sharedWith(n);
				values[n] = shared >= 0 ? values[shared] : node(values, n, plane, needs[n], number);
			}
			reportHooks(n, values[n], plane, number, block);
		}
		Set<Value> finished = Collections.newSetFromMap(new IdentityHashMap<>());
		finished.addAll(Arrays.asList(values));
		finished.remove(null);
		finished.remove(input);
		finished.remove(values[last]);
		finished.forEach(Value::close);
		return values[last];
	}

	private Value node(Value[] values, int to, Plane plane, Needs needs, int number) {
		if (!cell.isFed(to)) {
			return null;
		}
		try (NodeSum sum = new NodeSum(plane)) {
			for (int from = 0; from < to; from++) {
				if (plan.contributes(from, to)) {
					Value source = values[from];
					switch (cell.operation(from, to)) {
					case CONV_1X1, CONV_3X3 -> sum.addNormalised(
							convolution(source.active, NetworkLayers.edge(number, cell, cell.edge(from, to)), 1));
					case SKIP_CONNECT -> sum.addPlain(source.rawMemory);
					case AVG_POOL_3X3 -> sum.addAverage(source.rawMemory);
					case NONE -> throw new IllegalStateException("a zero edge contributes nothing");
					}
				}
			}
			return sum.compute(tensors, needs);
		}
	}

	/** The ReLUs of the convolutions that read a node: those that live, and those that lead nowhere. */
	private void reportHooks(int node, Value value, Plane plane, int number, Block block) {
		int live = 0;
		int dead = 0;
		for (int to = node + 1; to < cell.nodes(); to++) {
			if (cell.operation(node, to).isConvolution()) {
				if (cell.isLive(cell.edge(node, to))) {
					live++;
				} else {
					dead++;
				}
			}
		}
		String name = "block" + number + ".node" + node;
		if (live > 0) {
			report(name, block.stage(), value, plane, true, live, 2 * live);
		}
		if (dead > 0) {
			report(name + ".dead", block.stage(), value, plane, false, dead, 2 * dead);
		}
	}

	private Value reduction(Value input, Plane plane, Plane reduced, Needs output, int number, Block block) {
		report(NetworkLayers.reduction(number, 1), block.stage(), input, plane, true, 1, 2);
		if (input == null) {
			report(NetworkLayers.reduction(number, 2), block.stage(), null, reduced, true, 1, 2);
			return null;
		}
		Value between;
		try (NodeSum sum = new NodeSum(reduced)) {
			sum.addNormalised(convolution(input.active, NetworkLayers.reduction(number, 1), 2));
			between = sum.compute(tensors, new Needs(false, true, true));
		}
		report(NetworkLayers.reduction(number, 2), block.stage(), between, reduced, true, 1, 2);
		try (between; NodeSum sum = new NodeSum(reduced)) {
			sum.addNormalised(convolution(between.active, NetworkLayers.reduction(number, 2), 1));
			try (PtNDArray channelsFirst = JniUtils.permute(input.raw, new long[] { 0, 3, 1, 2 });
					PtNDArray average = tensors.average2x2(channelsFirst);
					PtNDArray channelsLast = JniUtils.permute(average, new long[] { 0, 2, 3, 1 })) {
				sum.addConvolution(convolution(channelsLast, NetworkLayers.shortcut(number), 1));
			}
			return sum.compute(tensors, output);
		}
	}

	private void head(Value input, Plane plane) {
		int stage = network.blocks().isEmpty() ? 0 : network.blocks().get(network.blocks().size() - 1).stage();
		Value normal = null;
		if (input != null) {
			try (NodeSum sum = new NodeSum(plane)) {
				sum.addNormalisedValue(input);
				normal = sum.compute(tensors, new Needs(false, false, true));
			}
		}
		report("head", stage, normal, plane, true, 1, 1);
	}

	private void report(String name, int stage, Value value, Plane plane, boolean live, int modules,
			int classNameMatches) {
		int words = plane.image() / Long.SIZE;
		SignCodes codes = value == null
				? new SignCodes(plane.images(), plane.image(), words, new long[plane.images() * words])
				: value.codes;
		request.observer().signs(new ReluSite(name, stage, plane.image(), live, modules, classNameMatches), codes);
	}
}
