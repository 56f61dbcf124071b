/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.registry.Contributions;
import org.trainless.core.scoring.StoredScores;
import org.trainless.spaces.CanonicalString;
import org.trainless.spaces.NaslibTuple;
import org.trainless.store.StoreLookup;
import org.trainless.store.StoredScore;

/** Tells all that is known of an architecture. */
public final class QueryService {
	private static final Map<String, Task> TASKS = named();

	private final Contributions contributions;

	/**
	 * Called by the service component runtime.
	 *
	 * @param contributions what is installed
	 */
	public QueryService(Contributions contributions) {
		this.contributions = contributions;
	}

	private static Map<String, Task> named() {
		Map<String, Task> tasks = new LinkedHashMap<>();
		tasks.put("cifar10", Task.CIFAR10);
		tasks.put("cifar100", Task.CIFAR100);
		tasks.put("imagenet16-120", Task.IMAGENET16_120);
		return Collections.unmodifiableMap(tasks);
	}

	/**
	 * @return the tasks that features are told for, by name
	 */
	public static Map<String, Task> tasks() {
		return TASKS;
	}

	/**
	 * Finds an architecture by what a person writes.
	 *
	 * @param space id of the search space
	 * @param text  an index, or the architecture in any notation of the space
	 * @return the architecture
	 * @throws ProblemException when there is no such architecture
	 */
	public Architecture find(String space, String text) throws ProblemException {
		SearchSpace known = contributions.searchSpace(space);
		if (!text.strip().matches("[0-9]{1,18}")) {
			return known.parse(text.strip());
		}
		long index = Long.parseLong(text.strip());
		if (index >= known.size()) {
			throw new ProblemException(Problem.error("bad-architecture", "there is no architecture " + index,
					"indices go from 0 to " + (known.size() - 1)));
		}
		return known.at(index);
	}

	/**
	 * @param space        id of the search space
	 * @param architecture of that space
	 * @param benchmarks   whom to ask for accuracies
	 * @return all that is known
	 * @throws ProblemException when a benchmark cannot be read
	 */
	public ArchitectureReport report(String space, Architecture architecture, List<Selection> benchmarks)
			throws ProblemException {
		SearchSpace known = contributions.searchSpace(space);
		Map<Equivalence, Long> representatives = new EnumMap<>(Equivalence.class);
		for (Equivalence equivalence : Equivalence.values()) {
			if (equivalence != Equivalence.IDENTITY) {
				representatives.put(equivalence, known.indexOf(known.representative(architecture, equivalence)));
			}
		}
		List<ArchitectureReport.BenchmarkValues> accuracies = new ArrayList<>();
		for (Selection selection : benchmarks) {
			try (Benchmark benchmark = contributions.benchmark(selection, known)) {
				accuracies.add(new ArchitectureReport.BenchmarkValues(selection.id(), benchmark.meaning(),
						benchmark.all(architecture)));
			}
		}
		Map<String, String> notations = new LinkedHashMap<>();
		if (architecture instanceof Cell cell) {
			notations.put("canonical", CanonicalString.of(cell));
			NaslibTuple.of(cell).ifPresent(tuple -> notations.put("naslib", tuple));
		}
		return new ArchitectureReport(space, known.indexOf(architecture), architecture.text(), notations,
				representatives, features(known, architecture), accuracies);
	}

	/**
	 * Asks a score store.
	 *
	 * @param space        id of the search space
	 * @param architecture of that space
	 * @param store        the store's file
	 * @return all scores of the architecture that it holds: of all proxies, parameters, images and seeds
	 * @throws ProblemException when the store cannot be read
	 */
	public List<StoredScore> stored(String space, Architecture architecture, Path store) throws ProblemException {
		SearchSpace known = contributions.searchSpace(space);
		Map<String, String> representatives = new LinkedHashMap<>();
		for (Equivalence equivalence : Equivalence.values()) {
			representatives.put(StoredScores.name(equivalence), known.representative(architecture, equivalence).text());
		}
		return StoreLookup.of(store, space, representatives);
	}

	/** Those that are the same for all tasks are told once. */
	private static List<ArchitectureReport.FeatureValue> features(SearchSpace space, Architecture architecture) {
		List<ArchitectureReport.FeatureValue> values = new ArrayList<>();
		for (Feature feature : space.features()) {
			Map<String, Double> byTask = new LinkedHashMap<>();
			TASKS.forEach((name, task) -> byTask.put(name, space.feature(architecture, feature.name(), task)));
			if (byTask.values().stream().distinct().count() == 1) {
				values.add(new ArchitectureReport.FeatureValue(feature, "", byTask.values().iterator().next()));
			} else {
				byTask.forEach((name, value) -> values.add(new ArchitectureReport.FeatureValue(feature, name, value)));
			}
		}
		return values;
	}
}
