/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Input;
import org.trainless.api.proxy.Pass.Loss;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.api.proxy.Pass.Skeleton;
import org.trainless.api.proxy.Pass.Weights;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.PassRunner;

/**
 * Shows the synaptic flow of networks without batch normalisation, by a forward pass with derivatives.
 */
public final class FlowRunner implements PassRunner {
	/** As many as ever ran at once. */
	private final Deque<FlowRoom> rooms = new ConcurrentLinkedDeque<>();

	@Override
	public String name() {
		return "forward flow";
	}

	@Override
	public boolean usesEngine() {
		return false;
	}

	@Override
	public boolean serves(Pass pass, Set<Observable> observables, MacroNetwork network) {
		return pass.skeleton() == Skeleton.NAS201_MODEL && pass.weights() == Weights.ABSOLUTE
				&& pass.normalisation() == Normalisation.IDENTITY && pass.input() == Input.ONES
				&& pass.precision() == Precision.DOUBLE && pass.loss() == Loss.SUM_OF_LOGITS
				&& observables.equals(Set.of(Observable.SYNAPTIC_FLOW)) && isHalvedEvenly(network);
	}

	/** A convolution of stride 2 rounds odd sides up, an average of squares rounds them down. */
	private static boolean isHalvedEvenly(MacroNetwork network) {
		int height = network.task().input().height();
		int width = network.task().input().width();
		for (Block block : network.blocks()) {
			if (block.kind() == Kind.REDUCTION) {
				if (height % 2 != 0 || width % 2 != 0) {
					return false;
				}
				height /= 2;
				width /= 2;
			}
		}
		return height > 1 && width > 1;
	}

	@Override
	public void prepare() {
		// nothing to start: this is all Java
	}

	@Override
	public void run(PassRequest request) {
		FlowRoom room = Objects.requireNonNullElseGet(rooms.poll(), FlowRoom::new);
		request.observer().synapticFlow(new FlowNetwork(room, request).run());
		// not after a failure, which leaves some of it in use
		rooms.push(room);
	}
}
