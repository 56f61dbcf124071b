/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.engine.network.SeededWeights;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.PassRunner;

/**
 * Scores architectures of one space by proxies, under one scoring seed and on one minibatch.
 * <p>
 * A proxy sees the representative of the architecture's class, by the equivalence that it declares. Proxies with the
 * same pass on the same representative share one run. Weights come from the scoring seed, derived by {@code weights}
 * and then by the representative's text; so a score depends on the seed, the minibatch and the class, never on what was
 * scored before, beside or in which thread. Proxies without a pass do not start the engine.
 * <p>
 * Thread-safe: every evaluation runs in the thread that asks for it. Fast passes use no other, nor does the engine
 * unless it is told to. Ask from several for more.
 */
public final class ProxyEvaluator {
	/**
	 * Version of what passes compute: networks, weights, conventions. To be increased with every change that changes
	 * scores, be it by their last digit, so that no score from before is taken for one of after.
	 */
	// no constant to the compiler, which would copy it to classes that need not be compiled again when it is raised
	public static final int VERSION = Integer.valueOf(3);

	/**
	 * What may be shared: the pass, the network and who runs it. Who does is decided for each proxy by itself, so that
	 * what a neighbour wants to see changes no digit of its score.
	 */
	private record PassKey(Pass pass, Architecture representative, PassRunner runner) {
	}

	private final SearchSpace space;
	private final Task task;
	private final List<Proxy> proxies;
	private final MinibatchSource source;
	private final Seed weights;
	private final PassRunners runners;
	private Minibatch minibatch;

	/**
	 * @param space     of the architectures
	 * @param task      what the networks are for; its input is the shape of the minibatch's images
	 * @param proxies   that score
	 * @param minibatch images that all architectures are scored on
	 * @param scoring   seed of the weights
	 * @param runners   who runs the passes
	 */
	public ProxyEvaluator(SearchSpace space, Task task, List<Proxy> proxies, MinibatchSource minibatch, Seed scoring,
			PassRunners runners) {
		this.space = Objects.requireNonNull(space);
		this.task = Objects.requireNonNull(task);
		this.proxies = List.copyOf(proxies);
		this.source = Objects.requireNonNull(minibatch);
		this.weights = scoring.derive("weights");
		this.runners = Objects.requireNonNull(runners);
	}

	/**
	 * @return true when at least one proxy needs the minibatch
	 */
	public boolean needsMinibatch() {
		return proxies.stream().anyMatch(p -> p.pass().filter(s -> s.input() == Pass.Input.MINIBATCH).isPresent());
	}

	/**
	 * Scores one architecture.
	 *
	 * @param architecture of the space
	 * @param cancellation asked between the blocks of the network
	 * @return one result for each proxy, in their order
	 * @throws ProblemException                                      when the minibatch cannot be drawn
	 * @throws java.util.concurrent.CancellationException            when cancelled; nothing is kept
	 * @throws org.trainless.engine.torch.EngineUnavailableException when a pass is needed and the engine cannot start
	 */
	public List<ProxyScore> evaluate(Architecture architecture, Cancellation cancellation) throws ProblemException {
		ProxyScore[] scores = new ProxyScore[proxies.size()];
		Map<PassKey, SharedPass> passes = new LinkedHashMap<>();
		for (int p = 0; p < scores.length; p++) {
			Proxy proxy = proxies.get(p);
			Architecture representative = space.representative(architecture, proxy.equivalence());
			Subject subject = new Subject(space, representative, task);
			if (proxy.pass().isPresent()) {
				Pass pass = proxy.pass().get();
				PassRunner runner = runners.choose(pass, proxy.observables(), space.network(representative, task));
				passes.computeIfAbsent(new PassKey(pass, representative, runner), k -> new SharedPass()).add(p,
						proxy.observe(subject), proxy.observables());
			} else {
				long begin = System.nanoTime();
				scores[p] = new ProxyScore(proxy.observe(subject).score(), (System.nanoTime() - begin) / 1e9, "none");
			}
		}
		for (Map.Entry<PassKey, SharedPass> entry : passes.entrySet()) {
			cancellation.check();
			run(entry.getKey(), entry.getValue(), scores, cancellation);
		}
		return List.of(scores);
	}

	private void run(PassKey key, SharedPass shared, ProxyScore[] scores, Cancellation cancellation)
			throws ProblemException {
		Pass pass = key.pass();
		MacroNetwork network = space.network(key.representative(), task);
		PassRunner runner = key.runner();
		runner.prepare();
		Optional<Minibatch> batch = pass.input() == Pass.Input.MINIBATCH ? Optional.of(minibatch()) : Optional.empty();
		long begin = System.nanoTime();
		runner.run(new PassRequest(pass, shared.observables(), network,
				new SeededWeights(weights.derive(key.representative().text()), pass.initialisation()), batch, shared,
				cancellation));
		shared.finish(System.nanoTime() - begin, runner.name(), scores);
	}

	private synchronized Minibatch minibatch() throws ProblemException {
		if (minibatch == null) {
			Minibatch drawn = source.get();
			if (!drawn.shape().equals(task.input())) {
				throw new IllegalArgumentException(
						"the networks are built for " + task.input() + ", the images are " + drawn.shape());
			}
			minibatch = drawn;
		}
		return minibatch;
	}
}
