/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import org.trainless.api.benchmark.Meaning;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.export.Results;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.core.engine.EngineService;
import org.trainless.core.registry.Contributions;
import org.trainless.core.scoring.Evaluations;
import org.trainless.core.scoring.OwnEvaluations;
import org.trainless.core.scoring.StoredScores;
import org.trainless.core.worker.IsolatedEvaluations;
import org.trainless.core.worker.Isolation;
import org.trainless.engine.PassRunners;
import org.trainless.experiment.CanonicalForm;
import org.trainless.experiment.Experiment;
import org.trainless.search.runner.SearchOutcome;
import org.trainless.store.RunDirectory;

/**
 * An experiment with everything open that it needs. Executed once, by one thread.
 */
public final class PreparedRun implements AutoCloseable {
	private final Experiment experiment;
	private final Dataset dataset;
	private final Optional<Meaning> meaning;
	private final List<PreparedSearch> searches;
	private final Contributions contributions;
	private final EngineService engine;
	private final Opened opened;
	private final LongSupplier clock;
	private final RunPlan plan;

	PreparedRun(Experiment experiment, Dataset dataset, Optional<Meaning> meaning, List<PreparedSearch> searches,
			Contributions contributions, EngineService engine, Opened opened, LongSupplier clock) {
		this.experiment = experiment;
		this.dataset = dataset;
		this.meaning = meaning;
		this.searches = List.copyOf(searches);
		this.contributions = contributions;
		this.engine = engine;
		this.opened = opened;
		this.clock = clock;
		this.plan = planned();
	}

	private RunPlan planned() {
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
			seconds += seeds * search.roughSeconds(experiment.dataset().batch())
					* Math.min(most.orElse(0), search.domain().size());
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
	 * Runs all searches with all seeds, several at once. Every trial is on disk before anybody is told of it. The trace
	 * of a search depends on the file and the seed alone.
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
		PassRunners runners = request.workers().isPresent() ? engine.runnersOfWorkers() : engine.runners();
		RunProvenance provenance = new RunProvenance(experiment, dataset, meaning, searches, contributions, runners,
				request.jobs());
		try (RunDirectory directory = RunDirectory.begin(request.directory(), CanonicalForm.of(experiment).text(),
				provenance.facts(), request.resume())) {
			if (!directory.earlierTrials().isEmpty()) {
				provenance.resume(directory.provenance(), request.directory().toString());
				new EarlierTrials(searches, request.directory().toString()).check(directory.earlierTrials());
				directory.writeProvenance(provenance.facts());
			}
			try (RunLog log = new RunLog(directory.path(), InstantSource.system(), listener);
					StoredScores stored = StoredScores.open(request.store(), contributions, engine.engine(), runners,
							log::problem);
					Evaluations evaluations = evaluations(request, runners, log)) {
				return execute(request, directory, provenance, stored, evaluations, log, cancellation);
			}
		} catch (IOException e) {
			throw cannotWrite(request, e);
		}
	}

	private RunOutcome execute(RunRequest request, RunDirectory directory, RunProvenance provenance,
			StoredScores stored, Evaluations evaluations, RunLog log, Cancellation cancellation)
			throws ProblemException, IOException {
		int earlier = directory.earlierTrials().size();
		log.add("run of '" + experiment.name() + "' "
				+ (earlier == 0 ? "begun" : "taken up after " + earlier + " trials") + ": " + searches.size()
				+ " searches, " + plan.seeds() + " seeds, " + request.jobs() + " jobs");
		dataset.warnings().forEach(w -> log.add(w.toLine()));
		try {
			ScoringEvaluators evaluators = new ScoringEvaluators(experiment.space().id(),
					searches.get(0).domain().space(), dataset, experiment.dataset().batch(), evaluations, stored);
			RunWatch watch = new RunWatch(plan.evaluations(), searches, log, clock);
			List<SearchOutcome> outcomes = new RunExecution(experiment, searches, evaluators, directory, watch, log,
					clock).run(request.jobs(), cancellation);
			directory.log().flush();
			Results results = results(outcomes, RunDirectory.trials(directory.path()));
			if (outcomes.size() < searches.size() * plan.seeds()
					|| outcomes.stream().anyMatch(o -> o.ending() == SearchOutcome.Ending.CANCELLED)) {
				log.add("run interrupted after " + results.trials().size() + " trials");
				return new RunOutcome(directory.path(), results, RunOutcome.Ending.CANCELLED, List.of());
			}
			provenance.finish(evaluations.engine());
			directory.writeProvenance(provenance.facts());
			List<Path> files = new Exports(contributions).write(results, directory, log::problem);
			log.add("run finished with " + results.trials().size() + " trials");
			return new RunOutcome(directory.path(), results, RunOutcome.Ending.FINISHED, files);
		} catch (ProblemException | IOException | RuntimeException e) {
			log.add("run failed: " + e.getMessage());
			throw e;
		}
	}

	private Evaluations evaluations(RunRequest request, PassRunners runners, RunLog log) {
		Evaluations own = new OwnEvaluations(engine);
		return request.workers()
				.<Evaluations>map(launcher -> new IsolatedEvaluations(own, new Isolation(launcher, request.directory()),
						runners.version(), experiment.space().id(), IsolatedEvaluations.CRASHES_IN_SUCCESSION,
						log::problem))
				.orElse(own);
	}

	private static ProblemException cannotWrite(RunRequest request, IOException e) {
		return new ProblemException(Problem
				.error("unwritable", "cannot be written: " + e.getMessage(),
						"free space or check permissions, then complete the run with --resume")
				.in(request.directory().toString()), e);
	}

	private Results results(List<SearchOutcome> outcomes, List<Trial> trials) {
		List<String> names = searches.stream().map(s -> s.spec().name()).toList();
		List<SearchResult> results = outcomes.stream().map(SearchOutcome::result).sorted(Comparator
				.comparingInt((SearchResult r) -> names.indexOf(r.search())).thenComparingLong(SearchResult::seed))
				.toList();
		List<Trial> sorted = trials.stream().sorted(Comparator.comparingInt((Trial t) -> names.indexOf(t.search()))
				.thenComparingLong(Trial::seed).thenComparingLong(Trial::number)).toList();
		return new Results(experiment.name(), experiment.question(), experiment.space().id(), meaning, names, results,
				sorted);
	}

	/**
	 * Sums up what the run found.
	 *
	 * @param outcome of this run
	 * @return what its results say
	 * @throws ProblemException never after the run
	 */
	public RunAnalysis analyse(RunOutcome outcome) throws ProblemException {
		return new Analyst(searches, dataset.task()).analyse(outcome.results(),
				outcome.ending() == RunOutcome.Ending.FINISHED);
	}

	@Override
	public void close() {
		opened.close();
	}
}
