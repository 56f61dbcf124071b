/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.space.Cell;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.engine.fast.Value.Needs;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.pass.PassRequest;

/**
 * One run of xautodl's TinyNetwork for its signs. A value of zero, which is what a node without input holds and what
 * all that depends on it alone stays, is null here and costs nothing.
 */
final class SignsNetwork {
	private final SignsRoom room;
	private final PassRequest request;
	private final MacroNetwork network;
	private final NetworkLayers layers;
	private final Cell cell;
	private final CellPlan plan;
	private final Winograd winograd;
	private final Products products;

	SignsNetwork(SignsRoom room, PassRequest request) {
		this.room = room;
		this.request = request;
		this.network = request.network();
		this.layers = new NetworkLayers(network, request.pass().skeleton());
		this.cell = network.cell();
		this.plan = new CellPlan(cell);
		this.winograd = new Winograd(room);
		this.products = new Products(room);
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
		inputs[blocks.size()] = new Needs(true, false);
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
		Plane images = new Plane(batch.size(), shape.height(), shape.width(), shape.channels());
		int units = images.units();
		try (Activation input = room.take(images)) {
			float[] lanes = input.memory;
			// what fills up the last block has to be numbers, too
			Arrays.fill(lanes, 0, images.size(), 0);
			for (int n = 0; n < batch.size(); n++) {
				int at = n / Plane.LANES * images.block() + n % Plane.LANES;
				for (int u = 0; u < units; u++) {
					lanes[at + u * Plane.LANES] = batch.pixels()[n * units + u];
				}
			}
			try (Convolved result = winograd
					.convolve(lanes, false, images, plane.channels(), List.of(weights(NetworkLayers.stem()))).get(0)) {
				return normalised(result, needs);
			}
		}
	}

	private Value normalised(Convolved convolved, Needs needs) {
		NodeSum sum = new NodeSum(convolved.plane);
		sum.addNormalised(convolved.memory, convolved.statistics());
		return sum.compute(room, needs);
	}

	private float[] weights(String name) {
		return request.weightsOf(layers.get(name)).weights();
	}

	private Value cell(Value input, Plane plane, Needs output, int number, Block block) {
		int last = cell.nodes() - 1;
		Needs[] needs = plan.needs(output);
		Value[] values = new Value[last + 1];
		Convolved[][] edges = new Convolved[last + 1][last + 1];
		values[0] = input;
		for (int n = 0; n <= last; n++) {
			if (n > 0 && input != null && needs[n].any()) {
				int shared = plan.sharedWith(n);
				values[n] = shared >= 0 ? values[shared] : node(values, edges, n, plane, needs[n]);
			}
			reportHooks(n, values[n], plane, number, block);
			if (values[n] != null) {
				convolveFrom(n, values[n], plane, needs, number, edges);
			}
			release(values, n, needs);
		}
		return values[last];
	}

	/** Gives back the memory of what nobody reads any more once a node is done. */
	private void release(Value[] values, int done, Needs[] needs) {
		for (int n = 0; n <= done; n++) {
			if (values[n] != null && plan.sharedWith(n) < 0) {
				if (!plan.isReadAfter(done, n, needs)) {
					values[n].close();
				}
			}
		}
	}

	/** Convolves a node for all edges that need it: what the convolutions have in common is done once. */
	private void convolveFrom(int from, Value source, Plane plane, Needs[] needs, int number, Convolved[][] edges) {
		List<Integer> targets = new ArrayList<>();
		List<float[]> kernels = new ArrayList<>();
		for (int to = from + 1; to < cell.nodes(); to++) {
			if (cell.operation(from, to).isConvolution() && needs[to].any()) {
				float[] weights = weights(NetworkLayers.edge(number, cell, cell.edge(from, to)));
				if (cell.operation(from, to) == Operation.CONV_3X3) {
					targets.add(to);
					kernels.add(weights);
				} else {
					edges[from][to] = products.convolve(source.numbers(), plane, plane, weights);
				}
			}
		}
		if (!targets.isEmpty()) {
			List<Convolved> results = winograd.convolve(source.numbers(), true, plane, plane.channels(), kernels);
			for (int i = 0; i < results.size(); i++) {
				edges[from][targets.get(i)] = results.get(i);
			}
		}
	}

	private Value node(Value[] values, Convolved[][] edges, int to, Plane plane, Needs needs) {
		if (!cell.isFed(to)) {
			return null;
		}
		NodeSum sum = new NodeSum(plane);
		for (int from = 0; from < to; from++) {
			if (plan.contributes(from, to)) {
				switch (cell.operation(from, to)) {
				case CONV_1X1, CONV_3X3 -> sum.addNormalised(edges[from][to].memory, edges[from][to].statistics());
				case SKIP_CONNECT -> sum.addPlain(values[from].numbers());
				case AVG_POOL_3X3 -> sum.addAverage(values[from].numbers());
				case NONE -> throw new IllegalStateException("a zero edge contributes nothing");
				}
			}
		}
		Value value = sum.compute(room, needs);
		for (int from = 0; from < to; from++) {
			if (edges[from][to] != null) {
				edges[from][to].close();
			}
		}
		return value;
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
		try (Convolved halved = products.convolveByStride2(input.numbers(), plane, reduced,
				weights(NetworkLayers.reduction(number, 1)))) {
			between = normalised(halved, Needs.ALL);
		}
		report(NetworkLayers.reduction(number, 2), block.stage(), between, reduced, true, 1, 2);
		try (between;
				Convolved second = winograd.convolve(between.numbers(), true, reduced, reduced.channels(),
						List.of(weights(NetworkLayers.reduction(number, 2)))).get(0);
				Convolved shortcut = products.convolveMeans(input.numbers(), plane, reduced,
						weights(NetworkLayers.shortcut(number)))) {
			NodeSum sum = new NodeSum(reduced);
			sum.addNormalised(second.memory, second.statistics());
			sum.addPlain(shortcut.memory);
			return sum.compute(room, output);
		}
	}

	private void head(Value input, Plane plane) {
		int stage = network.blocks().isEmpty() ? 0 : network.blocks().get(network.blocks().size() - 1).stage();
		Value normal = null;
		if (input != null) {
			NodeSum sum = new NodeSum(plane);
			BatchStatistics statistics = new BatchStatistics(plane);
			statistics.addAll(input.numbers());
			sum.addNormalised(input.numbers(), statistics);
			normal = sum.compute(room, new Needs(false, true));
		}
		report("head", stage, normal, plane, true, 1, 1);
	}

	private void report(String name, int stage, Value value, Plane plane, boolean live, int modules,
			int classNameMatches) {
		int words = (plane.units() + Long.SIZE - 1) / Long.SIZE;
		SignCodes codes = value == null
				? new SignCodes(plane.images(), plane.units(), words, new long[plane.images() * words])
				: value.codes;
		request.observer().signs(new ReluSite(name, stage, plane.units(), live, modules, classNameMatches), codes);
	}
}
