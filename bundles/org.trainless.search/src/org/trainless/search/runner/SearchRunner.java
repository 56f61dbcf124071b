/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.search.runner.SearchOutcome.Ending;

/**
 * Drives one search from its beginning, or from where its log ends, to its end. Used once, by one thread.
 * <p>
 * It asks the strategy until {@link Search#batch()} proposals are outstanding, takes the answer to the oldest, logs it,
 * tells it, and asks again. When which proposal is made depends on nothing else, so that the trace depends on the
 * search and not on the machine. An architecture that was proposed before under the same objective is answered from
 * memory.
 * <p>
 * The calling thread evaluates too: with a batch of 1 it makes all evaluations and the executor is not used; otherwise
 * the executor gets every evaluation when it is proposed, and the calling thread makes the oldest that nobody has begun
 * as long as the one that it needs next is not done. The executor may be the one on whose threads the runners
 * themselves run, or be busy with something else for ever: a search only gets slower.
 */
public final class SearchRunner {
	/** How {@link org.trainless.api.run.SearchResult#ended()} reads when a search was cancelled. */
	public static final String CANCELLED = "cancelled";

	private record Open(Proposal proposal, Answer answer, boolean repeated, double cost) {
	}

	private final Search search;
	private final Executor executor;
	private final Tally tally;
	private final Memory memory;
	private final Deque<Open> open = new ArrayDeque<>();
	private volatile boolean stopped;
	private boolean started;
	private boolean live;
	private String ended;
	private Ending ending;
	private long asked;

	/**
	 * @param search   what to do
	 * @param executor makes evaluations of a batch besides the calling thread
	 * @param clock    nanoseconds from any origin, for example {@code System::nanoTime}
	 */
	public SearchRunner(Search search, Executor executor, LongSupplier clock) {
		this.search = Objects.requireNonNull(search);
		this.executor = Objects.requireNonNull(executor);
		this.tally = new Tally(clock);
		this.memory = new Memory(search.space(), search.accuracy());
	}

	/**
	 * Runs the search. When it is cancelled, or its thread is interrupted, it comes back as soon as the evaluation that
	 * the calling thread is making does; evaluations that the executor has begun end by themselves, and nobody sees
	 * their results.
	 *
	 * @param logged       trials of this search and seed that were made before, from the first on; empty for a new
	 *                     search
	 * @param sink         gets every new trial, in order
	 * @param listener     told of every trial
	 * @param cancellation asked whether to go on
	 * @return what was found, also when cancelled
	 * @throws ProblemException      when the log does not fit the search, or an evaluation cannot be made
	 * @throws IOException           when the sink threw it
	 * @throws IllegalStateException when called again, or when the strategy breaks its contract
	 */
	public SearchOutcome run(List<Trial> logged, TrialSink sink, SearchListener listener, Cancellation cancellation)
			throws ProblemException, IOException {
		if (started) {
			throw new IllegalStateException("a runner is used once");
		}
		started = true;
		Thread caller = Thread.currentThread();
		Cancellation either = () -> stopped || cancellation.isCancelled() || caller.isInterrupted();
		Replay replay = new Replay(search, logged);
		tally.beginAt(replay.seconds());
		try {
			while (fill(replay, either)) {
				tell(replay, sink, listener, either);
			}
		} catch (CancellationException e) {
			if (!either.isCancelled()) {
				throw e;
			}
			end(CANCELLED, Ending.CANCELLED);
		} finally {
			stopped = true;
			open.forEach(o -> o.answer().cancel(false));
		}
		return new SearchOutcome(tally.result(search, memory.distinct(), ended), ending);
	}

	/**
	 * Asks until enough is outstanding.
	 *
	 * @return false when nothing is outstanding and nothing will be
	 */
	private boolean fill(Replay replay, Cancellation cancellation) throws ProblemException {
		while (ending == null && open.size() < search.batch()) {
			cancellation.check();
			boolean logged = replay.has(asked);
			if (!logged && isSpent(replay)) {
				break;
			}
			switch (search.strategy().ask()) {
			case Step.Propose(Proposal proposal) ->
				open.add(logged ? replayed(proposal, replay) : begun(proposal, cancellation));
			case Step.Wait() -> {
				if (open.isEmpty()) {
					throw new IllegalStateException("the strategy waits, but nothing is outstanding");
				}
				return true;
			}
			case Step.Done(String reason) -> {
				if (logged) {
					throw replay.diverged(asked, "the log goes on, the search is over: " + reason);
				}
				end(reason, Ending.DONE);
			}
			}
		}
		return !open.isEmpty();
	}

	/** What was logged was within the budget; what it took to replay it does not count. */
	private boolean isSpent(Replay replay) {
		if (!live) {
			live = true;
			tally.beginAt(replay.seconds());
		}
		Optional<String> reason = search.budget().exhausted(tally.spent());
		reason.ifPresent(r -> end(r, Ending.BUDGET));
		return reason.isPresent();
	}

	private Open begun(Proposal proposal, Cancellation cancellation) throws ProblemException {
		double cost = count(proposal);
		Answer answer = memory.answer(proposal);
		if (answer != null) {
			return new Open(proposal, answer, true, cost);
		}
		Evaluator evaluator = objective(proposal).evaluator();
		answer = new Answer(() -> evaluator.evaluate(proposal.architecture(), cancellation));
		memory.remember(proposal, answer);
		if (search.batch() > 1) {
			try {
				executor.execute(answer);
			} catch (RejectedExecutionException e) {
				// an executor without room or at its end: this thread makes the evaluation when it needs it
			}
		}
		return new Open(proposal, answer, false, cost);
	}

	private Open replayed(Proposal proposal, Replay replay) throws ProblemException {
		double cost = count(proposal);
		Trial trial = replay.matching(proposal);
		Answer answer = Answer.known(new Evaluated(trial.score(), trial.seconds(), trial.cached()));
		if (memory.answer(proposal) == null) {
			memory.remember(proposal, answer);
		}
		return new Open(proposal, answer, trial.cached(), cost);
	}

	private double count(Proposal proposal) throws ProblemException {
		if (proposal.id() != asked) {
			throw new IllegalStateException("proposal " + proposal.id() + " follows proposal " + (asked - 1));
		}
		objective(proposal);
		boolean own = proposal.objective().equals(Proposal.OBJECTIVE);
		double cost = own ? search.cost().seconds(proposal.architecture()) : 0;
		asked++;
		tally.ask(own, cost);
		return cost;
	}

	private SearchObjective objective(Proposal proposal) {
		SearchObjective objective = search.objectives().get(proposal.objective());
		if (objective == null) {
			throw new IllegalStateException("the strategy proposes by '" + proposal.objective()
					+ "', which its factory did not name; there are " + search.objectives().keySet());
		}
		return objective;
	}

	/** Takes the answer to the oldest proposal. It is logged before anybody learns of it. */
	private void tell(Replay replay, TrialSink sink, SearchListener listener, Cancellation cancellation)
			throws ProblemException, IOException {
		Open oldest = open.element();
		Proposal proposal = oldest.proposal();
		boolean logged = replay.has(proposal.id());
		double trained = tally.train(oldest.cost());
		Trial trial;
		if (logged) {
			trial = replay.trial(proposal.id());
			memory.see(proposal.architecture(), trial);
		} else {
			help(oldest.answer());
			trial = trial(oldest, cancellation.await(oldest.answer()), trained);
			sink.accept(trial);
		}
		open.remove();
		Evaluation evaluation = objective(proposal).answer(proposal, trial.score());
		search.strategy().tell(evaluation);
		tally.tell(trial, evaluation);
		listener.trial(trial, logged);
	}

	/** Makes evaluations that nobody has begun, the oldest first, until the one that is needed next is done. */
	private void help(Answer needed) {
		for (Open one : open) {
			if (needed.isDone()) {
				return;
			}
			one.answer().run();
		}
	}

	private Trial trial(Open answered, Evaluated evaluated, double trained) throws ProblemException {
		Proposal proposal = answered.proposal();
		Memory.Seen seen = memory.see(proposal.architecture());
		boolean repeated = answered.repeated();
		return new Trial(search.name(), search.seed(), proposal.id(), proposal.objective(), seen.index(), seen.text(),
				evaluated.score(), repeated ? 0 : evaluated.seconds(), repeated || evaluated.cached(), tally.elapsed(),
				trained, seen.accuracy());
	}

	private void end(String reason, Ending why) {
		ended = reason;
		ending = why;
	}
}
