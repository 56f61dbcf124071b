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
import org.trainless.api.space.MacroNetwork;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.PassRunner;

/**
 * Shows the signs of xautodl's TinyNetwork on a minibatch, for NASWOT and its kin.
 */
public final class SignsRunner implements PassRunner {
	/** As many as ever ran at once. */
	private final Deque<SignsRoom> rooms = new ConcurrentLinkedDeque<>();

	@Override
	public String name() {
		return "fast signs";
	}

	@Override
	public boolean usesEngine() {
		return false;
	}

	@Override
	public boolean serves(Pass pass, Set<Observable> observables, MacroNetwork network) {
		if (pass.skeleton() != Skeleton.TINY_NETWORK || pass.normalisation() != Normalisation.BATCH
				|| pass.input() != Input.MINIBATCH || pass.precision() != Precision.SINGLE || pass.loss() != Loss.NONE
				|| !observables.equals(Set.of(Observable.SIGNS))) {
			return false;
		}
		for (Plane plane : SignsNetwork.planes(network, 1)) {
			if (plane.units() == 0 || plane.channels() % Panels.GROUP != 0 || plane.width() % Winograd.TILE != 0
					|| plane.height() % Winograd.TILE != 0) {
				return false;
			}
		}
		return true;
	}

	@Override
	public void prepare() {
		// nothing to start: this is all Java
	}

	@Override
	public void run(PassRequest request) {
		SignsRoom room = Objects.requireNonNullElseGet(rooms.poll(), SignsRoom::new);
		new SignsNetwork(room, request).run();
		// not after a failure, which leaves some of it in use
		rooms.push(room);
	}
}
