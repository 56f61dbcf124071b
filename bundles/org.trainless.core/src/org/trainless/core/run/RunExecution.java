/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.experiment.Experiment;
import org.trainless.search.runner.Search;
import org.trainless.search.runner.SearchOutcome;
import org.trainless.search.runner.SearchRunner;
import org.trainless.store.RunDirectory;

/**
 * All searches of a run with all seeds, on some worker threads. Seed after seed, so that what is there of an
 * interrupted run can be compared between the searches.
 */
final class RunExecution {
	private record Task(PreparedSearch search, long seed) {
	}

	private record Key(String search, long seed) {
	}

	/** How long an evaluation may take to notice that it is not wanted any more; code of plug-ins may never notice. */
	private static final int PATIENCE_SECONDS = 60;

	private final Experiment experiment;
	private final List<Task> tasks;
	private final ScoringEvaluators evaluators;
	private final RunDirectory directory;
	private final RunWatch watch;
	private final RunListener listener;
	private final LongSupplier clock;
	private final Map<Long, Integer> pending = new HashMap<>();

	RunExecution(Experiment experiment, List<PreparedSearch> searches, ScoringEvaluators evaluators,
			RunDirectory directory, RunWatch watch, RunListener listener, LongSupplier clock) {
		this.experiment = experiment;
		this.evaluators = evaluators;
		this.directory = directory;
		this.watch = watch;
		this.listener = listener;
		this.clock = clock;
		this.tasks = experiment.seeds().stream().boxed().flatMap(seed -> searches.stream().map(s -> new Task(s, seed)))
				.toList();
		tasks.forEach(t -> pending.merge(experiment.scoring().seed(t.seed()), 1, Integer::sum));
	}

	/**
	 * @param jobs         worker threads
	 * @param cancellation asked whether to go on
	 * @return the outcomes; fewer than there are searches and seeds when cancelled
	 * @throws ProblemException as a search does
	 * @throws IOException      when the log cannot be written
	 */
	List<SearchOutcome> run(int jobs, Cancellation cancellation) throws ProblemException, IOException {
		Map<Key, List<Trial>> logged = directory.earlierTrials().stream()
				.collect(Collectors.groupingBy(t -> new Key(t.search(), t.seed())));
		FirstFailure failure = new FirstFailure();
		Cancellation stop = () -> cancellation.isCancelled() || failure.happened();
		ExecutorService workers = Executors.newFixedThreadPool(jobs,
				Thread.ofPlatform().name("trainless-worker-", 1).daemon().factory());
		List<SearchOutcome> outcomes = new ArrayList<>();
		try {
			List<Future<Optional<SearchOutcome>>> running = new ArrayList<>();
			for (Task task : tasks) {
				List<Trial> before = logged.getOrDefault(new Key(task.search().spec().name(), task.seed()), List.of());
				running.add(workers.submit(() -> failure.guard(() -> run(task, before, workers, stop))));
			}
			for (Future<Optional<SearchOutcome>> future : running) {
				future.get().ifPresent(outcomes::add);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		} finally {
			end(workers);
		}
		failure.rethrow();
		return outcomes;
	}

	/**
	 * Nobody may write to the log or read a dataset after their owner has closed them. Evaluations end soon when
	 * cancelled.
	 */
	private static void end(ExecutorService workers) {
		workers.shutdownNow();
		boolean interrupted = Thread.interrupted();
		try {
			workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private Optional<SearchOutcome> run(Task task, List<Trial> before, ExecutorService workers, Cancellation stop)
			throws ProblemException, IOException {
		if (stop.isCancelled()) {
			return Optional.empty();
		}
		String name = task.search().spec().name();
		listener.searchStarted(name, task.seed());
		Search search = task.search().begin(task.seed(), experiment.scoring(), evaluators, listener::problem);
		SearchOutcome outcome = new SearchRunner(search, workers, clock).run(before, directory.log()::append,
				watch::trial, stop);
		done(experiment.scoring().seed(task.seed()));
		if (outcome.ending() != SearchOutcome.Ending.CANCELLED) {
			listener.searchEnded(outcome.result());
		}
		return Optional.of(outcome);
	}

	private synchronized void done(long scoringSeed) {
		if (pending.merge(scoringSeed, -1, Integer::sum) == 0) {
			evaluators.forget(scoringSeed);
		}
	}
}
