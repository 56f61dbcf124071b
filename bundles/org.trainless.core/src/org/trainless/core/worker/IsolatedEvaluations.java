/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Pass;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.Architecture;
import org.trainless.core.scoring.EvaluationFailure;
import org.trainless.core.scoring.Evaluations;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.engine.ProxyScore;

/**
 * Evaluations in a worker process, as many at once as there are threads that ask.
 * <p>
 * When the worker dies, another is started, and what was in flight is tried again, one at a time: so the evaluation
 * that did it is found, whatever was going on beside it, and one that was merely there does not suffer. An evaluation
 * that ends a worker alone has failed, with the reason. What happened beside it, and so the number of jobs, changes no
 * score.
 * <p>
 * Proxies without a pass only look at the architecture; asking another process would take longer than they do.
 */
public final class IsolatedEvaluations implements Evaluations {
	/** That many evaluations in succession do not end a process by bad luck. */
	public static final int CRASHES_IN_SUCCESSION = 10;

	/** Workers that die before an evaluation has begun: that is no architecture's fault. */
	private static final int MOST_STARTS = 3;

	private final Evaluations own;
	private final Isolation isolation;
	private final String passes;
	private final String space;
	private final int limit;
	private final Consumer<Problem> problems;
	/** Shared by evaluations as a rule; one that may have ended a worker has it for itself. */
	private final ReadWriteLock together = new ReentrantReadWriteLock(true);
	private final AtomicInteger numbers = new AtomicInteger();
	/** What ended a worker since an evaluation was last made; proxies that share one count once, also tried alone. */
	private final Set<String> crashed = ConcurrentHashMap.newKeySet();
	private volatile String engine = "";
	// guarded by this object's lock
	private WorkerConnection worker;
	private boolean closed;

	/**
	 * Starts nothing.
	 *
	 * @param own       evaluations in this process
	 * @param isolation how workers are started
	 * @param passes    which passes scores are of, by the version of who runs them; a worker with others is refused
	 * @param space     id of the search space
	 * @param limit     after how many evaluations in succession that each ended a worker none is made any more
	 * @param problems  told, from any thread, when a worker dies
	 */
	public IsolatedEvaluations(Evaluations own, Isolation isolation, String passes, String space, int limit,
			Consumer<Problem> problems) {
		this.own = Objects.requireNonNull(own);
		this.isolation = Objects.requireNonNull(isolation);
		this.passes = Objects.requireNonNull(passes);
		this.space = Objects.requireNonNull(space);
		this.limit = limit;
		this.problems = Objects.requireNonNull(problems);
	}

	@Override
	public Optional<String> engine() {
		return engine.isEmpty() ? Optional.empty() : Optional.of(engine);
	}

	@Override
	public void prepare() {
		try {
			worker();
		} catch (ProblemException | CancellationException e) {
			// whoever needs it will learn of it
			System.getLogger(IsolatedEvaluations.class.getName()).log(System.Logger.Level.DEBUG, "no worker yet", e);
		}
	}

	private synchronized WorkerConnection worker() throws ProblemException {
		if (closed) {
			throw new CancellationException("closed");
		}
		if (worker == null || worker.isDead()) {
			try {
				worker = new WorkerConnection(isolation.launcher().start(isolation.reports()), isolation.reports());
			} catch (IOException e) {
				throw new ProblemException(Problem.error("worker-unavailable",
						"no process can be started for evaluations: " + e.getMessage(), "evaluate with --in-process"),
						e);
			}
		}
		return worker;
	}

	@Override
	public Evaluation under(Conditions conditions) {
		return conditions.proxies().stream().allMatch(p -> p.proxy().pass().isEmpty()) ? own.under(conditions)
				: new Remote(numbers.incrementAndGet(), conditions);
	}

	/** Evaluations under some conditions. */
	private final class Remote implements Evaluation {
		private final int number;
		private final Conditions conditions;
		private final String names;

		Remote(int number, Conditions conditions) {
			this.number = number;
			this.conditions = conditions;
			this.names = conditions.proxies().stream().map(p -> p.contribution().id())
					.collect(Collectors.joining(", "));
		}

		@Override
		public List<ProxyScore> evaluate(Architecture architecture, Cancellation cancellation) throws ProblemException {
			String text = architecture.text();
			// of equal networks it is chance which is evaluated, and no trace depends on chance
			String what = conditions.space()
					.representative(architecture, conditions.proxies().get(0).proxy().equivalence()).text() + " by "
					+ names;
			try {
				return ask(together.readLock(), text, what, cancellation);
			} catch (WorkerDiedException e) {
				cancellation.check();
				tell(e);
			}
			return alone(text, what, cancellation);
		}

		private List<ProxyScore> alone(String text, String what, Cancellation cancellation) throws ProblemException {
			WorkerDiedException last = null;
			for (int start = 0; start < MOST_STARTS; start++) {
				try {
					return ask(together.writeLock(), text, what, cancellation);
				} catch (WorkerDiedException e) {
					cancellation.check();
					if (e.inFlight().contains(what) && e.death().isOfMemory()) {
						throw withoutMemory(what, e);
					}
					if (e.inFlight().contains(what)) {
						crashed.add(text + conditions.seed());
						throw crashed(what, conditions.proxies().size() == 1, e);
					}
					tell(e);
					last = e;
				}
			}
			throw new ProblemException(Problem.error("worker-unavailable",
					"the process that evaluates died " + MOST_STARTS + " times before it could evaluate anything by "
							+ names + ", at last by " + last.death().text(),
					"trainless doctor may tell why"), last);
		}

		private List<ProxyScore> ask(Lock lock, String text, String what, Cancellation cancellation)
				throws WorkerDiedException, ProblemException {
			acquire(lock, cancellation);
			try {
				WorkerConnection connection = worker();
				String computes = connection.prepare(number, this::preparation, cancellation);
				if (!computes.isEmpty()) {
					engine = computes;
				}
				List<ProxyScore> scores = connection.evaluate(number, text, what, cancellation).scores();
				crashed.clear();
				return scores;
			} finally {
				lock.unlock();
			}
		}

		private Request.Prepare preparation(long call) throws ProblemException {
			boolean images = conditions.proxies().stream().map(p -> p.proxy().pass())
					.anyMatch(p -> p.filter(s -> s.input() == Pass.Input.MINIBATCH).isPresent());
			Optional<Minibatch> minibatch = images ? Optional.of(conditions.minibatch().get()) : Optional.empty();
			return new Request.Prepare(call, number, passes, space, conditions.task(),
					conditions.proxies().stream().map(ScoringProxy::selection).toList(), conditions.seed().value(),
					minibatch);
		}

		@Override
		public void close() {
			WorkerConnection connection;
			synchronized (IsolatedEvaluations.this) {
				connection = worker;
			}
			if (connection != null) {
				connection.forget(number);
			}
		}
	}

	private static void acquire(Lock lock, Cancellation cancellation) {
		try {
			while (!lock.tryLock(Cancellation.MILLISECONDS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS)) {
				cancellation.check();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	private void tell(WorkerDiedException died) {
		if (!died.isNews()) {
			return;
		}
		String during = died.inFlight().isEmpty() ? ""
				: " during the evaluation of " + String.join(" and of ", died.inFlight());
		problems.accept(
				Problem.warning("worker-died", "the process that evaluates died by " + died.death().text() + during,
						died.inFlight().size() > 1
								? "another one tries these again, one at a time; if it goes on, use fewer --jobs"
										+ (died.death().isOfMemory() ? " or smaller batches" : "")
								: "another one tries it again"));
	}

	/**
	 * Another machine has more memory, and no trace depends on the machine: no score, then, rather than a failed one.
	 */
	private static ProblemException withoutMemory(String what, WorkerDiedException died) {
		died.isNews();
		return new ProblemException(
				Problem.error("no-memory",
						"there is not enough memory for the evaluation of " + what
								+ ", also when nothing else goes on: " + died.death().text(),
						"use a smaller batch, or a machine with more memory; trainless doctor tells how much there is"),
				died);
	}

	/** The reason has nothing that differs from time to time, as a trace has not. */
	private EvaluationFailure crashed(String what, boolean single, WorkerDiedException died) throws ProblemException {
		died.isNews();
		String reason = died.death().cause() + " ended the process during the evaluation of " + what;
		if (crashed.size() >= limit) {
			throw new ProblemException(
					Problem.error("worker-dies",
							"the last " + limit + " evaluations ended the process that made them, at last: "
									+ died.death().text() + " during the evaluation of " + what,
							"trainless doctor may tell why; complete the run with --resume when the cause is gone"),
					died);
		}
		problems.accept(Problem.warning("worker-crash",
				"the process that evaluates died again, alone with the evaluation of " + what + ", by "
						+ died.death().text(),
				single ? "the score is recorded as failed; another process goes on"
						: "another one tries each of these proxies for itself"));
		return new EvaluationFailure(reason, true);
	}

	@Override
	public void close() {
		WorkerConnection last;
		synchronized (this) {
			closed = true;
			last = worker;
		}
		if (last != null) {
			last.close();
		}
		own.close();
	}
}
