/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.trainless.api.proxy.LayerSite;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.score.Score;

/**
 * Hands what one pass shows to the observers of several proxies, to each what it asked for, and keeps the time that
 * each takes.
 */
final class SharedPass implements Observer {
	/** One proxy's part in the pass. */
	private static final class Part {
		final int proxy;
		final Observer observer;
		final Set<Observable> observables;
		long nanoseconds;

		Part(int proxy, Observer observer, Set<Observable> observables) {
			this.proxy = proxy;
			this.observer = observer;
			this.observables = observables;
		}
	}

	private final List<Part> parts = new ArrayList<>();

	/** @param proxy position of the proxy among all that are asked */
	void add(int proxy, Observer observer, Set<Observable> observables) {
		parts.add(new Part(proxy, observer, observables));
	}

	Set<Observable> observables() {
		Set<Observable> all = EnumSet.noneOf(Observable.class);
		parts.forEach(p -> all.addAll(p.observables));
		return all;
	}

	private void tell(Observable observable, Consumer<Observer> report) {
		for (Part part : parts) {
			if (part.observables.contains(observable)) {
				long begin = System.nanoTime();
				report.accept(part.observer);
				part.nanoseconds += System.nanoTime() - begin;
			}
		}
	}

	@Override
	public void signs(ReluSite site, SignCodes codes) {
		tell(Observable.SIGNS, o -> o.signs(site, codes));
	}

	@Override
	public void weights(LayerSite layer, double[] weights) {
		tell(Observable.WEIGHTS, o -> o.weights(layer, weights));
	}

	@Override
	public void logits(int images, int classes, double[] logits) {
		tell(Observable.LOGITS, o -> o.logits(images, classes, logits));
	}

	@Override
	public void gradients(LayerSite layer, double[] weights, double[] gradients) {
		tell(Observable.GRADIENTS, o -> o.gradients(layer, weights, gradients));
	}

	@Override
	public void synapticFlow(double flow) {
		tell(Observable.SYNAPTIC_FLOW, o -> o.synapticFlow(flow));
	}

	@Override
	public Score score() {
		throw new UnsupportedOperationException("each proxy has its own score");
	}

	/**
	 * Asks every observer for its score.
	 *
	 * @param passNanoseconds what the whole pass took, the observers' work included
	 * @param runner          who ran it
	 * @param scores          where they go
	 */
	void finish(long passNanoseconds, String runner, ProxyScore[] scores) {
		long own = parts.stream().mapToLong(p -> p.nanoseconds).sum();
		long share = Math.max(0, passNanoseconds - own) / parts.size();
		for (Part part : parts) {
			long begin = System.nanoTime();
			Score score = part.observer.score();
			long nanoseconds = share + part.nanoseconds + System.nanoTime() - begin;
			scores[part.proxy] = new ProxyScore(score, nanoseconds / 1e9, runner);
		}
	}
}
