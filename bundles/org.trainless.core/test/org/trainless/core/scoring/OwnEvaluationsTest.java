/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Task;
import org.trainless.core.testing.Installation;
import org.trainless.engine.MinibatchSource;

/** Whoever cancels does not wait for what never looks whether it is cancelled. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OwnEvaluationsTest {
	private final CountDownLatch begun = new CountDownLatch(1);
	private final CountDownLatch goOn = new CountDownLatch(1);
	private Installation installation;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
	}

	/** A proxy that runs a pass over images or over weights, and then does something. */
	private record Doing(Pass.Input input, Runnable work) implements Proxy {
		@Override
		public Optional<Pass> pass() {
			return Optional.of(new Pass(Pass.Skeleton.TINY_NETWORK, Pass.Initialisation.DEFAULT, Pass.Weights.AS_DRAWN,
					Pass.Normalisation.BATCH, input, Pass.Precision.SINGLE, Pass.Loss.NONE));
		}

		@Override
		public Set<Observable> observables() {
			return Set.of(input == Pass.Input.NONE ? Observable.WEIGHTS : Observable.SIGNS);
		}

		@Override
		public Observer observe(Subject subject) {
			return () -> {
				work.run();
				return Score.of(1);
			};
		}
	}

	private Evaluations.Evaluation evaluation(Evaluations evaluations, Proxy proxy, MinibatchSource images)
			throws ProblemException {
		Contribution contribution = new Contribution(ContributionKind.PROXY, "p", "", "", "", false, Optional.empty(),
				Set.of(), List.of(), Set.of(), Map.of(), "a.bundle");
		return evaluations.under(new Evaluations.Conditions(installation.space(), Task.CIFAR10, List.of(
				new ScoringProxy(new Selection(ContributionKind.PROXY, "p", Parameters.EMPTY), contribution, proxy)),
				images, new Seed(1)));
	}

	private static Minibatch noImages() {
		throw new AssertionError("no images are needed");
	}

	private void block() {
		begun.countDown();
		try {
			goOn.await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Cancelled as soon as the evaluation has come to where it stays. */
	private boolean hasBegun() {
		return begun.getCount() == 0;
	}

	@Test
	void aProxyThatGoesOnDoesNotHoldUpACancellation() throws Exception {
		try (Evaluations evaluations = new OwnEvaluations(installation.engine)) {
			Evaluations.Evaluation evaluation = evaluation(evaluations, new Doing(Pass.Input.NONE, this::block),
					OwnEvaluationsTest::noImages);
			assertThrows(CancellationException.class,
					() -> evaluation.evaluate(installation.space().at(1), this::hasBegun));
		} finally {
			goOn.countDown();
		}
	}

	@Test
	void imagesThatAreBeingReadDoNotHoldUpACancellation() throws Exception {
		try (Evaluations evaluations = new OwnEvaluations(installation.engine)) {
			Evaluations.Evaluation evaluation = evaluation(evaluations, new Doing(Pass.Input.MINIBATCH, () -> {
			}), () -> {
				block();
				throw new ProblemException(Problem.error("late", "nobody hears of this", ""));
			});
			assertThrows(CancellationException.class,
					() -> evaluation.evaluate(installation.space().at(1), this::hasBegun));
		} finally {
			goOn.countDown();
		}
	}

	/** As the threads of a run that has failed elsewhere are. */
	@Test
	void anInterruptedThreadDoesNotWaitEither() throws Exception {
		try (Evaluations evaluations = new OwnEvaluations(installation.engine)) {
			Evaluations.Evaluation evaluation = evaluation(evaluations, new Doing(Pass.Input.NONE, this::block),
					OwnEvaluationsTest::noImages);
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class,
					() -> evaluation.evaluate(installation.space().at(1), Cancellation.NONE));
			assertTrue(Thread.interrupted());
		} finally {
			goOn.countDown();
		}
	}

	@Test
	void whatFailsInTheOtherThreadFailsInThisOne() throws Exception {
		try (Evaluations evaluations = new OwnEvaluations(installation.engine)) {
			Evaluations.Evaluation broken = evaluation(evaluations, new Doing(Pass.Input.NONE, () -> {
				throw new IllegalArgumentException("a bad proxy");
			}), OwnEvaluationsTest::noImages);
			assertEquals("a bad proxy", assertThrows(IllegalArgumentException.class,
					() -> broken.evaluate(installation.space().at(1), Cancellation.NONE)).getMessage());
			Evaluations.Evaluation without = evaluation(evaluations, new Doing(Pass.Input.MINIBATCH, () -> {
			}), () -> {
				throw new ProblemException(Problem.error("no-images", "there are none", ""));
			});
			assertEquals("no-images",
					assertThrows(ProblemException.class,
							() -> without.evaluate(installation.space().at(1), Cancellation.NONE)).problems().get(0)
							.code());
			assertFalse(Thread.currentThread().isInterrupted());
		}
	}
}
