/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.query.ArchitectureReport;
import org.trainless.core.query.QueryService;
import org.trainless.core.registry.Contributions;
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
		return CellFacts.of(report, accuracies, unreadable, runs);
	}
}
