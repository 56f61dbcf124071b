/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.trainless.stats.compare.SearchComparison;
import org.trainless.stats.summary.SearchSummary;

/**
 * What the results of a run say.
 *
 * @param searches    each search over its seeds, in the order of the file
 * @param constrained names of the features that constraints of the experiment speak of, sorted
 * @param comparisons of searches that were run to be compared
 */
public record RunAnalysis(List<SearchAnalysis> searches, List<String> constrained, List<SearchComparison> comparisons) {
	public RunAnalysis {
		searches = List.copyOf(searches);
		constrained = List.copyOf(constrained);
		comparisons = List.copyOf(comparisons);
	}

	/**
	 * One search.
	 *
	 * @param summary  its figures
	 * @param seconds  wall time of all its seeds
	 * @param features name of each feature of the space to its values of the incumbents, in the order of these
	 */
	public record SearchAnalysis(SearchSummary summary, double seconds, Map<String, List<Double>> features) {
		public SearchAnalysis {
			Objects.requireNonNull(summary);
			features = Map.copyOf(features);
		}
	}
}
