/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.store.RunDirectory;
import org.trainless.ui.runs.ShownRun;

/** The benchmarks that the open runs know accuracies from. To be used by one thread at a time. */
final class Benchmarks {
	private final ExperimentFiles files;
	private final Map<Path, Optional<Selection>> known = new HashMap<>();

	Benchmarks(ExperimentFiles files) {
		this.files = files;
	}

	/** @return each once; a run whose experiment cannot be read has none */
	List<Selection> of(List<ShownRun> runs, String space) {
		Map<String, Selection> distinct = new LinkedHashMap<>();
		for (ShownRun run : runs) {
			if (run.facts().space().equals(space)) {
				known.computeIfAbsent(run.directory(), this::read)
						.ifPresent(s -> distinct.putIfAbsent(s.id() + s.parameters(), s));
			}
		}
		return new ArrayList<>(distinct.values());
	}

	private Optional<Selection> read(Path directory) {
		Path file = directory.resolve(RunDirectory.EXPERIMENT);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		try {
			return files.read(file, List.of()).experiment().flatMap(e -> e.benchmark());
		} catch (ProblemException e) {
			// the runs view tells of runs that cannot be read
			return Optional.empty();
		}
	}
}
