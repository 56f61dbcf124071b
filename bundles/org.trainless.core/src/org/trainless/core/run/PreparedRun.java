/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.export.Results;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Seed;
import org.trainless.api.run.Trial;
import org.trainless.core.engine.EngineService;
import org.trainless.experiment.CanonicalForm;
import org.trainless.experiment.Experiment;
import org.trainless.search.runner.Search;
import org.trainless.search.runner.SearchOutcome;
import org.trainless.search.runner.SearchRunner;
import org.trainless.store.RunDirectory;

/**
 * An experiment with everything open that it needs. Executed once.
 */
public final class PreparedRun implements AutoCloseable {
	private record Task(PreparedSearch search, long seed) {
	}

	private record Key(String search, long seed) {
	}

	private final Experiment experiment;
	private final Dataset dataset;
	private final Optional<Meaning> meaning;
	private final List<PreparedSearch> searches;
	private final ScoringEvaluators evaluators;
	private final Exports exports;
	private final EngineService engine;
	private final List<AutoCloseable> opened;
	private final RunPlan plan;

	PreparedRun(Experiment experiment, Dataset dataset, Optional<Meaning> meaning, List<PreparedSearch> searches,
			ScoringEvaluators evaluators, Exports exports, EngineService engine, List<AutoCloseable> opened) {
		this.experiment = experiment;
		this.dataset = dataset;
		this.meaning = meaning;
		this.searches = List.copyOf(searches);
		this.evaluators = evaluators;
		this.exports = exports;
		this.engine = engine;
		this.opened = List.copyOf(opened);
		this.plan = plan0();
	}

	private RunPlan plan0() {
		List<RunPlan.PlannedSearch> planned = new ArrayList<>();
		int seeds = experiment.seeds().count();
		boolean bounded = true;
		long evaluations = 0;
		double seconds = 0;
		for (PreparedSearch search : searches) {
			OptionalLong most = search.maximumEvaluations();
			planned.add(new RunPlan.PlannedSearch(search.spec().name(), search.domain().size(),
					search.domain().space().size(), most));
			bounded &= most.isPresent();
			evaluations += seeds * most.orElse(0);
			double each = search.proxies().values().stream()
					.mapToDouble(p -> ScoringEvaluators.roughSeconds(p.proxy(), experiment.dataset().batch())).max()
					.orElse(0);
			seconds += seeds * each * Math.min(most.orElse(0), search.domain().size());
		}
		return new RunPlan(planned, seeds, bounded ? OptionalLong.of(evaluations) : OptionalLong.empty(),
				bounded ? OptionalDouble.of(seconds) : OptionalDouble.empty(), dataset.warnings());
	}

	/**
	 * @return what the run will do
	 */
	public RunPlan plan() {
		return plan;
	}

	/**
	 * Runs all searches with all seeds, several at once. Every trial is on disk before anybody is told of it. The trace of
	 * a search depends on the file and the seed alone.
	 *
	 * @param request      where to, and how many at once
	 * @param listener     told what happens, from worker threads
	 * @param cancellation asked whether to go on
	 * @return what was found, also when cancelled
	 * @throws ProblemException when the directory cannot be used, the log does not fit the experiment, an evaluation
	 *                          cannot be made, or a trial cannot be written; what is on disk then can be resumed
	 */
	public RunOutcome execute(RunRequest request, RunListener listener, Cancellation cancellation)
			throws ProblemException {
		Map<String, Object> provenance = provenance();
		try (RunDirectory directory = RunDirectory.begin(request.directory(), CanonicalForm.of(experiment).text(),
				provenance, request.resume())) {
			List<SearchOutcome> outcomes = runAll(directory, request.jobs(), listener, cancellation);
			directory.log().flush();
			Results results = results(outcomes, RunDirectory.trials(directory.path()));
			if (outcomes.size() < searches.size() * plan.seeds()
					|| outcomes.stream().anyMatch(o -> o.ending() == SearchOutcome.Ending.CANCELLED)) {
				return new RunOutcome(directory.path(), results, RunOutcome.Ending.CANCELLED, List.of());
			}
			provenance.put("finished", Instant.now().toString());
			if (engine.engine().isStarted()) {
				provenance.put("engine", engine.engine().start().identity());
			}
			directory.writeProvenance(provenance);
			return new RunOutcome(directory.path(), results, RunOutcome.Ending.FINISHED,
					exports.write(results, directory.path(), listener::problem));
		} catch (IOException e) {
			throw cannotWrite(request, e);
		}
	}

	private static ProblemException cannotWrite(RunRequest request, IOException e) {
		return new ProblemException(Problem.error("unwritable", "cannot be written: " + e.getMessage(),
				"free space or check permissions, then complete the run with --resume").in(request.directory().toString()),
				e);
	}

	private Map<String, Object> provenance() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("schema", 1);
		facts.put("experiment", experiment.name());
		facts.put("experiment-sha256", CanonicalForm.of(experiment).hash());
		facts.put("dataset", experiment.dataset().selection().id());
		facts.put("dataset-fingerprint", dataset.fingerprint());
		meaning.ifPresent(m -> facts.put("accuracy", m.text()));
		facts.put("random-generator", Seed.ALGORITHM);
		facts.put("java", Runtime.version().toString());
		facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		facts.put("cores", Runtime.getRuntime().availableProcessors());
		facts.put("started", Instant.now().toString());
		return facts;
	}

	private List<SearchOutcome> runAll(RunDirectory directory, int jobs, RunListener listener, Cancellation cancellation)
			throws ProblemException, IOException {
		Map<Key, List<Trial>> logged = directory.earlierTrials().stream()
				.collect(Collectors.groupingBy(t -> new Key(t.search(), t.seed())));
		List<Task> tasks = experiment.seeds().stream().boxed()
				.flatMap(seed -> searches.stream().map(s -> new Task(s, seed))).toList();
		RunWatch watch = new RunWatch(plan, listener);
		FirstFailure failure = new FirstFailure();
		Cancellation stop = () -> cancellation.isCancelled() || failure.happened();
		ExecutorService workers = Executors.newFixedThreadPool(jobs,
				Thread.ofPlatform().name("trainless-worker-", 0).daemon().factory());
		try {
			List<Future<Optional<SearchOutcome>>> running = new ArrayList<>();
			for (Task task : tasks) {
				List<Trial> before = logged.getOrDefault(new Key(task.search().spec().name(), task.seed()), List.of());
				running.add(workers.submit(
						() -> failure.guard(() -> run(task, before, directory, workers, watch, listener, stop))));
			}
			List<SearchOutcome> outcomes = new ArrayList<>();
			for (Future<Optional<SearchOutcome>> future : running) {
				future.get().ifPresent(outcomes::add);
			}
			failure.rethrow();
			return outcomes;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return List.of();
		} catch (ExecutionException e) {
			throw new IllegalStateException("a search failed", e.getCause());
		} finally {
			workers.shutdownNow();
		}
	}

	private Optional<SearchOutcome> run(Task task, List<Trial> before, RunDirectory directory, ExecutorService workers,
			RunWatch watch, RunListener listener, Cancellation stop) throws ProblemException, IOException {
		if (stop.isCancelled()) {
			return Optional.empty();
		}
		String name = task.search().spec().name();
		listener.searchStarted(name, task.seed());
		Search search = task.search().begin(task.seed(), experiment.scoring(), evaluators);
		SearchOutcome outcome = new SearchRunner(search, workers, System::nanoTime).run(before, directory.log()::append,
				watch::trial, stop);
		if (outcome.ending() != SearchOutcome.Ending.CANCELLED) {
			listener.searchEnded(outcome.result());
		}
		return Optional.of(outcome);
	}

	private Results results(List<SearchOutcome> outcomes, List<Trial> trials) {
		List<String> names = searches.stream().map(s -> s.spec().name()).toList();
		List<SearchResult> results = outcomes.stream().map(SearchOutcome::result)
				.sorted(Comparator.comparingInt((SearchResult r) -> names.indexOf(r.search()))
						.thenComparingLong(SearchResult::seed))
				.toList();
		List<Trial> sorted = trials.stream().sorted(Comparator.comparingInt((Trial t) -> names.indexOf(t.search()))
				.thenComparingLong(Trial::seed).thenComparingLong(Trial::number)).toList();
		return new Results(experiment.name(), experiment.question(), experiment.space().id(), meaning, names, results,
				sorted);
	}

	static void close(List<AutoCloseable> opened) {
		for (AutoCloseable resource : opened.reversed()) {
			try {
				resource.close();
			} catch (Exception e) {
				ILog.of(PreparedRun.class).warn("could not close " + resource, e);
			}
		}
	}

	@Override
	public void close() {
		close(opened);
	}
}
