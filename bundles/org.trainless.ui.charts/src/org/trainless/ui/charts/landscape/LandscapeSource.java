/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.landscape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.space.Task;
import org.trainless.stats.landscape.Landscape;
import org.trainless.ui.runs.RunFacts;
import org.trainless.ui.runs.ShownRun;

/**
 * Something whose landscape can be shown: what one run or one table says by one proxy. Scores of several runs are not
 * put together, as they may be of other data.
 *
 * @param name      for people; tells it from the others
 * @param space     id of the search space
 * @param task      what the networks are for
 * @param proxy     whose scores they are
 * @param accuracy  what the accuracies are
 * @param landscape computes it; may take a while
 */
record LandscapeSource(String name, String space, Task task, String proxy, String accuracy,
		Supplier<Landscape> landscape) {
	/**
	 * @param run a run
	 * @return one source for each objective by which the run has scored architectures whose accuracy it knows
	 */
	static Stream<LandscapeSource> of(ShownRun run) {
		if (run.facts().accuracy().isEmpty() || run.trials().isEmpty()) {
			return Stream.empty();
		}
		Set<String> objectives = run.facts().searches().stream().map(RunFacts.SearchFacts::objective)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		return objectives.stream().map(o -> of(run, o));
	}

	private static LandscapeSource of(ShownRun run, String objective) {
		List<RunFacts.SearchFacts> searches = run.facts().searches().stream()
				.filter(s -> s.objective().equals(objective)).toList();
		Set<String> names = searches.stream().map(RunFacts.SearchFacts::name).collect(Collectors.toSet());
		return new LandscapeSource(NLS.bind(Messages.LandscapeSource_name, run.name(), objective), run.facts().space(),
				run.facts().taskOrUsual(), objective, run.facts().accuracy().orElseThrow(),
				() -> Landscape.of(run.trials(), names::contains, searches.get(0).higherIsBetter()));
	}
}
