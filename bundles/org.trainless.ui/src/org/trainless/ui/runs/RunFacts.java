/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;
import org.trainless.core.query.QueryService;

/**
 * What a run says of itself.
 *
 * @param experiment name of the experiment; empty before the run has begun
 * @param question   the question that it asks; may be empty
 * @param space      id of the search space
 * @param accuracy   what the accuracies in its trials are, if there are any
 * @param seeds      number of seeds; 0 when unknown
 * @param searches   its searches in the order of the file; empty when the run was made by a version that did not say
 * @param task       what its networks are for, if it is known: their parameters and operations depend on it
 * @since 0.1
 */
public record RunFacts(String experiment, String question, String space, Optional<String> accuracy, int seeds,
		List<SearchFacts> searches, Optional<Task> task) {
	/** Of a run that has said nothing yet. */
	public static final RunFacts NONE = new RunFacts("", "", "", Optional.empty(), 0, List.of(), Optional.empty()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/**
	 * One search.
	 *
	 * @param name           its name
	 * @param objective      the proxy's id, or what accuracy it buys
	 * @param higherIsBetter whether greater scores are better
	 * @param evaluations    most evaluations with one seed, if that is bounded
	 * @param comparedWith   name of the search that is its baseline, if the experiment compares it with one
	 * @param scale          equal for searches whose scores can be compared; empty when the run does not say
	 */
	public record SearchFacts(String name, String objective, boolean higherIsBetter, OptionalLong evaluations,
			Optional<String> comparedWith, Optional<String> scale) {
	}

	public RunFacts {
		searches = List.copyOf(searches);
	}

	static RunFacts of(Map<String, Object> facts) {
		List<SearchFacts> searches = new ArrayList<>();
		if (facts.get("searches") instanceof List<?> list) { //$NON-NLS-1$
			for (Object entry : list) {
				if (entry instanceof Map<?, ?> search) {
					searches.add(new SearchFacts(text(search, "name"), text(search, "objective"), //$NON-NLS-1$ //$NON-NLS-2$
							!Boolean.FALSE.equals(search.get("higher-is-better")), //$NON-NLS-1$
							search.get("evaluations") instanceof Number n ? OptionalLong.of(n.longValue()) //$NON-NLS-1$
									: OptionalLong.empty(),
							optional(search, "compared-with"), optional(search, "scale"))); //$NON-NLS-1$ //$NON-NLS-2$
				}
			}
		}
		return new RunFacts(text(facts, "experiment"), text(facts, "question"), text(facts, "space"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				optional(facts, "accuracy"), facts.get("seeds") instanceof Number n ? n.intValue() : 0, searches, //$NON-NLS-1$ //$NON-NLS-2$
				task(facts));
	}

	/** Runs of earlier versions do not say it, but those of the usual datasets are known all the same. */
	private static Optional<Task> task(Map<String, Object> facts) {
		if (facts.get("task") instanceof Map<?, ?> task && task.get("channels") instanceof Number channels //$NON-NLS-1$ //$NON-NLS-2$
				&& task.get("height") instanceof Number height && task.get("width") instanceof Number width //$NON-NLS-1$ //$NON-NLS-2$
				&& task.get("classes") instanceof Number classes && classes.intValue() > 1) { //$NON-NLS-1$
			return Optional.of(new Task(new ImageShape(channels.intValue(), height.intValue(), width.intValue()),
					classes.intValue()));
		}
		return Optional.ofNullable(QueryService.tasks().get(text(facts, "dataset"))); //$NON-NLS-1$
	}

	private static Optional<String> optional(Map<?, ?> facts, String key) {
		return Optional.of(text(facts, key)).filter(t -> !t.isEmpty());
	}

	private static String text(Map<?, ?> facts, String key) {
		return facts.get(key) instanceof String text ? text : ""; //$NON-NLS-1$
	}

	/**
	 * @param search name of a search
	 * @return whether its greater scores are better; true when the run does not say
	 */
	public boolean higherIsBetter(String search) {
		return searches.stream().filter(s -> s.name().equals(search)).findFirst().map(SearchFacts::higherIsBetter)
				.orElse(true);
	}

	/**
	 * @return what its networks are taken to be for: CIFAR-10's images when the run does not say
	 */
	public Task taskOrUsual() {
		return task.orElse(Task.CIFAR10);
	}

	/**
	 * @return trials of all searches with all seeds, if that is bounded
	 */
	public OptionalLong evaluations() {
		if (searches.isEmpty() || searches.stream().anyMatch(s -> s.evaluations().isEmpty())) {
			return OptionalLong.empty();
		}
		return OptionalLong.of(seeds * searches.stream().mapToLong(s -> s.evaluations().getAsLong()).sum());
	}
}
