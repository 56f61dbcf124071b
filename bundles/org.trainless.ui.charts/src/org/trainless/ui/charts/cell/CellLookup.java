/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.api.space.Task;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.query.ArchitectureReport;
import org.trainless.core.query.ArchitectureReport.FeatureValue;
import org.trainless.core.query.QueryService;
import org.trainless.core.query.TaskDependence;
import org.trainless.core.registry.Contributions;
import org.trainless.core.score.StoreLocation;
import org.trainless.store.StoredScore;
import org.trainless.ui.runs.ShownRun;

/** Reads, lays out and looks up cells; reads files, so not in the UI thread. To be used by one thread at a time. */
final class CellLookup {
	private final Contributions contributions;
	private final QueryService queries;
	private final Benchmarks benchmarks;
	private final Map<Integer, List<CellLayout>> layouts = new HashMap<>();

	CellLookup(Contributions contributions, QueryService queries, ExperimentFiles files) {
		this.contributions = contributions;
		this.queries = queries;
		this.benchmarks = new Benchmarks(files);
	}

	/**
	 * @param space id of a search space
	 * @param text  an architecture in any notation of the space, or its index
	 * @return the cell
	 * @throws ProblemException when there is none
	 */
	ShownCell read(String space, String text) throws ProblemException {
		return ShownCell.of(space, contributions.searchSpace(space), queries.find(space, text));
	}

	CellCanvas.Placed place(ShownCell cell) {
		return new CellCanvas.Placed(cell, layouts.computeIfAbsent(cell.cell().nodes(),
				n -> List.of(CellLayout.of(cell.cell(), true), CellLayout.of(cell.cell(), false))));
	}

	/**
	 * @param cell a cell
	 * @param runs the open runs
	 * @return all that is known of it
	 * @throws ProblemException when its space is not there any more
	 */
	CellFacts facts(ShownCell cell, List<ShownRun> runs) throws ProblemException {
		ArchitectureReport report = queries.report(cell.spaceId(), cell.architecture(), List.of());
		List<ArchitectureReport.BenchmarkValues> accuracies = new ArrayList<>();
		Map<String, String> unreadable = new LinkedHashMap<>();
		for (Selection benchmark : benchmarks.of(runs, cell.spaceId())) {
			try {
				accuracies.addAll(queries.report(cell.spaceId(), cell.architecture(), List.of(benchmark)).accuracies());
			} catch (ProblemException e) {
				unreadable.put(benchmark.id(), e.problems().get(0).message());
			}
		}
		List<StoredScore> stored = new ArrayList<>();
		Optional<Problem> store = Optional.empty();
		try {
			Optional<Path> file = StoreLocation.of(Optional.empty());
			if (file.isPresent()) {
				stored.addAll(queries.stored(cell.spaceId(), cell.architecture(), file.get()));
			}
		} catch (ProblemException e) {
			// the rest is known all the same
			store = Optional.of(e.problems().get(0));
		}
		return new CellFacts.Known(report, ofOtherTasks(cell, runs), accuracies, unreadable, runs, stored, store)
				.facts();
	}

	/** Features of networks for images that the open runs have and that the report does not tell of. */
	private static List<FeatureValue> ofOtherTasks(ShownCell cell, List<ShownRun> runs) {
		List<Task> tasks = runs.stream().filter(r -> r.facts().space().equals(cell.spaceId()))
				.flatMap(r -> r.facts().task().stream()).distinct().filter(t -> !QueryService.tasks().containsValue(t))
				.toList();
		List<FeatureValue> values = new ArrayList<>();
		for (Feature feature : cell.space().features()) {
			for (Task task : TaskDependence.of(cell.space(), feature.name()) ? tasks : List.<Task>of()) {
				String name = NLS.bind(Messages.CellLookup_task, new Object[] { task.input().channels(),
						task.input().height(), task.input().width(), task.classes() });
				values.add(new FeatureValue(feature, name,
						cell.space().feature(cell.architecture(), feature.name(), task)));
			}
		}
		return values;
	}
}
