/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.landscape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;
import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.core.score.ScoreRow;
import org.trainless.core.score.ScoreTable;
import org.trainless.stats.landscape.Landscape;

/**
 * A table of scores, as {@code trainless score} writes it, and the benchmark that knows the accuracies.
 *
 * @param file      the table
 * @param space     id of the search space
 * @param benchmark {@code ID:key=value,…} as on the command line
 */
record OpenedTable(Path file, String space, String benchmark) {
	private static final String HIGHER_IS_BETTER = "higherIsBetter"; //$NON-NLS-1$

	OpenedTable {
		Objects.requireNonNull(file);
		Objects.requireNonNull(space);
		Objects.requireNonNull(benchmark);
	}

	/**
	 * Reads both; takes a while.
	 *
	 * @return one source for each proxy in the table
	 * @throws ProblemException when one of them cannot be read
	 */
	List<LandscapeSource> read(Contributions contributions, ExperimentFiles files, IProgressMonitor monitor)
			throws ProblemException {
		SearchSpace known = contributions.searchSpace(space);
		Selection selection = files.selection(ContributionKind.BENCHMARK, Messages.OpenedTable_benchmark, benchmark,
				file.toAbsolutePath().getParent(), List.of());
		List<ScoreRow> rows = ScoreTable.read(file);
		Map<String, Landscape.Builder> builders = new LinkedHashMap<>();
		Map<String, String> texts = new HashMap<>();
		try (Benchmark accuracies = contributions.benchmark(selection, known)) {
			for (int i = 0; i < rows.size(); i++) {
				if (monitor.isCanceled()) {
					throw new OperationCanceledException();
				}
				ScoreRow row = rows.get(i);
				Architecture architecture = architecture(row, known, i + 2);
				builders.computeIfAbsent(row.proxy(), p -> new Landscape.Builder(higherIsBetter(contributions, p))).add(
						texts.computeIfAbsent(architecture.text(), t -> t), 0, row.score().value(),
						accuracies.accuracy(architecture));
			}
			List<LandscapeSource> sources = new ArrayList<>();
			builders.forEach((proxy, builder) -> {
				Landscape landscape = builder.build();
				sources.add(new LandscapeSource(NLS.bind(Messages.LandscapeSource_name, file.getFileName(), proxy),
						space, Task.CIFAR10, proxy, accuracies.meaning().text(), () -> landscape));
			});
			return sources;
		}
	}

	private Architecture architecture(ScoreRow row, SearchSpace known, int line) throws ProblemException {
		try {
			return known.parse(row.architecture());
		} catch (ProblemException e) {
			throw new ProblemException(
					e.problems().stream().map(p -> p.in(file.toString()).at(new Position(line, 1, 0, 0))).toList(), e);
		}
	}

	/** A proxy that is not installed is taken for one whose greater scores are better, as most are. */
	private static boolean higherIsBetter(Contributions contributions, String proxy) {
		return contributions.find(ContributionKind.PROXY, proxy.replaceAll(":.*", "")) //$NON-NLS-1$ //$NON-NLS-2$
				.map(c -> !"false".equals(c.properties().get(HIGHER_IS_BETTER))).orElse(true); //$NON-NLS-1$
	}
}
