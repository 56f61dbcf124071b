/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Task;
import org.trainless.engine.PassRunners;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.fast.FlowRunner;
import org.trainless.engine.fast.SignsRunner;
import org.trainless.proxies.Naswot.Hooks;
import org.trainless.proxies.Naswot.Relus;

/**
 * NASWOT and SynFlow of some cells by the fast passes, to the last bit, one cell a line: to be compared with what they
 * were, and with what another process says.
 */
final class GoldenScores {
	/**
	 * Convolutions alone; pools; a node of zeros that convolutions read; edges that lead nowhere; an output of zeros.
	 */
	private static final List<String> CELLS = List.of(
			"|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_1x1~1|nor_conv_3x3~2|",
			"|avg_pool_3x3~0|+|skip_connect~0|avg_pool_3x3~1|+|nor_conv_1x1~0|avg_pool_3x3~1|skip_connect~2|",
			"|none~0|+|nor_conv_1x1~0|nor_conv_3x3~1|+|skip_connect~0|avg_pool_3x3~1|nor_conv_3x3~2|",
			"|nor_conv_3x3~0|+|nor_conv_1x1~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_1x1~1|none~2|",
			"|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|none~0|none~1|none~2|");
	private static final TestSpace SPACE = new TestSpace(16, 1, 3);
	/** Many, so that some number is so near to zero that the last digit decides on its sign; they fill no block. */
	private static final int IMAGES = 125;

	/** What SynFlow is the logarithm of, which hides last digits. */
	private record Flow(SynFlow synFlow) implements Proxy {
		@Override
		public Optional<Pass> pass() {
			return synFlow.pass();
		}

		@Override
		public Set<Observable> observables() {
			return synFlow.observables();
		}

		@Override
		public Observer observe(Subject subject) {
			return new Observer() {
				private double flow;

				@Override
				public void synapticFlow(double sum) {
					flow = sum;
				}

				@Override
				public Score score() {
					return Score.of(flow);
				}
			};
		}
	}

	private GoldenScores() {
	}

	public static void main(String[] arguments) throws ProblemException {
		lines().forEach(System.out::println);
	}

	/** @return cell, NASWOT, SynFlow and flow of each */
	static List<String> lines() throws ProblemException {
		Minibatch images = Formula.images(IMAGES);
		SynFlow synFlow = new SynFlow(Normalisation.IDENTITY);
		List<Proxy> proxies = List.of(new Naswot(Hooks.MODULE, Relus.ALL, Initialisation.XAVIER_NORMAL), synFlow,
				new Flow(synFlow));
		ProxyEvaluator evaluator = new ProxyEvaluator(SPACE, Task.CIFAR10, proxies, () -> images, new Seed(3),
				new PassRunners("golden", List.of(new SignsRunner(), new FlowRunner())));
		List<String> lines = new ArrayList<>();
		for (String cell : CELLS) {
			StringBuilder line = new StringBuilder(cell);
			evaluator.evaluate(TestSpace.cell(cell), Cancellation.NONE)
					.forEach(s -> line.append(' ').append(Double.toHexString(s.score().value())));
			lines.add(line.toString());
		}
		return lines;
	}
}
