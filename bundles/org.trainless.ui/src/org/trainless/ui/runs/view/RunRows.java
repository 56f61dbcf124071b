/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trainless.api.run.Trial;
import org.trainless.stats.summary.SearchSummary;
import org.trainless.ui.runs.RunFacts;
import org.trainless.ui.runs.ShownRun;

/** What the list of runs shows. Summaries are kept while a run does not change. */
final class RunRows {
	/**
	 * A run.
	 *
	 * @param run      the run
	 * @param searches its searches
	 */
	record RunRow(ShownRun run, List<SearchRow> searches) {
		/** The same run is the same row, whatever was added, so that selection and expansion stay. */
		@Override
		public boolean equals(Object other) {
			return other instanceof RunRow row && row.run.directory().equals(run.directory());
		}

		@Override
		public int hashCode() {
			return run.directory().hashCode();
		}
	}

	/**
	 * A search of a run.
	 *
	 * @param run     the run
	 * @param summary what it has found
	 */
	record SearchRow(ShownRun run, SearchSummary summary) {
		/** What it looks for: id of a proxy, or what accuracy it buys; empty when the run does not say. */
		String objective() {
			return facts().map(RunFacts.SearchFacts::objective).orElse(""); //$NON-NLS-1$
		}

		/** Equal for searches whose scores can be compared; empty when the run does not say. */
		Optional<String> scale() {
			return facts().flatMap(RunFacts.SearchFacts::scale);
		}

		private Optional<RunFacts.SearchFacts> facts() {
			return run.facts().searches().stream().filter(f -> f.name().equals(summary.search())).findFirst();
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof SearchRow row && row.run.directory().equals(run.directory())
					&& row.summary.search().equals(summary.search());
		}

		@Override
		public int hashCode() {
			return run.directory().hashCode() + summary.search().hashCode();
		}
	}

	/** What a summary depends on. */
	private record Key(List<Trial> trials, RunFacts facts) {
		Key(ShownRun run) {
			this(run.trials(), run.facts());
		}
	}

	private final Map<Key, List<SearchSummary>> summaries = new HashMap<>();

	/** @return the rows of these runs; takes as long as there are trials that were not seen before */
	List<RunRow> of(List<ShownRun> runs) {
		summaries.keySet().retainAll(runs.stream().map(Key::new).toList());
		List<RunRow> rows = new ArrayList<>();
		for (ShownRun run : runs) {
			List<SearchSummary> searches = summaries.computeIfAbsent(new Key(run), key -> summarize(run));
			rows.add(new RunRow(run, searches.stream().map(s -> new SearchRow(run, s)).toList()));
		}
		return rows;
	}

	/** In the order of the file, whichever search has the first trial. */
	private static List<SearchSummary> summarize(ShownRun run) {
		List<String> order = run.searches();
		return SearchSummary.of(run.trials(), run.facts()::higherIsBetter).stream()
				.sorted(Comparator.comparingInt(s -> order.indexOf(s.search()))).toList();
	}
}
