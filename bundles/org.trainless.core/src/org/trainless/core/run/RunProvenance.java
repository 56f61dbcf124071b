/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.trainless.api.benchmark.Meaning;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Task;
import org.trainless.api.strategy.Proposal;
import org.trainless.core.registry.Contributions;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.engine.PassRunners;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.experiment.CanonicalForm;
import org.trainless.experiment.Experiment;
import org.trainless.experiment.Objective;

/** What is needed to produce a run again, and what must be the same for it to be resumed. */
final class RunProvenance {
	private static final int SCHEMA = 1;
	private static final String FINGERPRINT = "dataset-fingerprint";
	private static final String VERSIONS = "versions";
	private static final String ENGINE = "engine-version";
	private static final String RESUMED = "resumed";

	private final Map<String, Object> facts = new LinkedHashMap<>();

	RunProvenance(Experiment experiment, Dataset dataset, Optional<Meaning> accuracy, List<PreparedSearch> searches,
			Contributions contributions, PassRunners runners, int jobs) throws ProblemException {
		facts.put("schema", SCHEMA);
		facts.put("experiment", experiment.name());
		facts.put("question", experiment.question());
		facts.put("space", experiment.space().id());
		facts.put("seeds", experiment.seeds().count());
		facts.put("searches", searches(experiment, dataset, searches, accuracy.isPresent()));
		facts.put("experiment-sha256", CanonicalForm.of(experiment).hash());
		facts.put("dataset", experiment.dataset().selection().id());
		facts.put(FINGERPRINT, dataset.fingerprint());
		facts.put("task", task(dataset.task()));
		accuracy.ifPresent(m -> facts.put("accuracy", m.text()));
		facts.put(VERSIONS, versions(experiment, searches));
		facts.put(ENGINE, "pytorch-" + TorchEngine.LIBTORCH + ", " + runners.version());
		facts.put("bundles", bundles(experiment, searches, contributions));
		facts.put("random-generator", Seed.ALGORITHM);
		facts.put("java", Runtime.version().toString());
		facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		facts.put("cores", Runtime.getRuntime().availableProcessors());
		facts.put("jobs", jobs);
		facts.put("started", Instant.now().toString());
	}

	/** What networks are for: their parameters and operations depend on it. */
	private static Map<String, Object> task(Task task) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("channels", task.input().channels());
		facts.put("height", task.input().height());
		facts.put("width", task.input().width());
		facts.put("classes", task.classes());
		return facts;
	}

	private static List<SortedMap<String, Object>> searches(Experiment experiment, Dataset dataset,
			List<PreparedSearch> searches, boolean accuracies) throws ProblemException {
		Map<String, String> baselines = new HashMap<>();
		ComparedSearches.of(searches, accuracies)
				.forEach(p -> baselines.put(p.second().spec().name(), p.first().spec().name()));
		String images = dataset.fingerprint() + " batch " + experiment.dataset().batch();
		List<SortedMap<String, Object>> all = new ArrayList<>();
		for (PreparedSearch search : searches) {
			SortedMap<String, Object> facts = search(search, images);
			if (baselines.containsKey(search.spec().name())) {
				facts.put("compared-with", baselines.get(search.spec().name()));
			}
			all.add(facts);
		}
		return all;
	}

	/** What those who look on need to know of a search. Scores can be compared where their scale is the same. */
	private static SortedMap<String, Object> search(PreparedSearch search, String images) {
		SortedMap<String, Object> facts = new TreeMap<>();
		facts.put("name", search.spec().name());
		facts.put("higher-is-better", search.higherIsBetter());
		if (search.accuracy().isPresent()) {
			String meaning = search.accuracy().get().meaning().text();
			facts.put("objective", meaning);
			facts.put("scale", meaning);
		} else {
			ScoringProxy proxy = search.proxies().get(Proposal.OBJECTIVE);
			facts.put("objective", proxy.selection().id());
			proxy.scale().ifPresent(s -> facts.put("scale", s + " " + images));
		}
		search.maximumEvaluations().ifPresent(n -> facts.put("evaluations", n));
		return facts;
	}

	/** Scores of another version of a proxy are other scores. */
	private static SortedMap<String, String> versions(Experiment experiment, List<PreparedSearch> searches) {
		SortedMap<String, String> versions = new TreeMap<>();
		for (PreparedSearch search : searches) {
			for (ScoringProxy proxy : search.proxies().values()) {
				versions.put("proxy " + proxy.contribution().id(), proxy.contribution().properties().get("version"));
			}
		}
		return versions;
	}

	private static SortedMap<String, String> bundles(Experiment experiment, List<PreparedSearch> searches,
			Contributions contributions) throws ProblemException {
		List<Selection> used = new ArrayList<>(List.of(experiment.space(), experiment.dataset().selection()));
		experiment.benchmark().ifPresent(used::add);
		for (PreparedSearch search : searches) {
			used.add(search.spec().strategy());
			if (search.spec().objective() instanceof Objective.Accuracy accuracy) {
				used.add(accuracy.benchmark());
			}
			search.proxies().values().forEach(p -> used.add(p.selection()));
		}
		SortedMap<String, String> bundles = new TreeMap<>();
		for (Selection selection : used) {
			Contribution contribution = contributions.require(selection.kind(), selection.id());
			bundles.put(selection.kind().label() + " " + contribution.id(),
					contributions.origin(selection.kind(), selection.id()));
		}
		for (Contribution exporter : contributions.all(ContributionKind.EXPORTER)) {
			bundles.put(exporter.kind().label() + " " + exporter.id(),
					contributions.origin(ContributionKind.EXPORTER, exporter.id()));
		}
		return bundles;
	}

	/**
	 * @return the facts, in a sensible order
	 */
	Map<String, Object> facts() {
		return facts;
	}

	/**
	 * Takes up what was known when the run was begun.
	 *
	 * @param earlier facts of the run that is resumed
	 * @param source  the run, for problems
	 * @throws ProblemException when scores would not go together with those that are there
	 */
	void resume(Map<String, Object> earlier, String source) throws ProblemException {
		refuseOther(earlier, FINGERPRINT, "the dataset", source);
		refuseOther(earlier, VERSIONS, "the version of a proxy", source);
		refuseOther(earlier, ENGINE, "the version of the engine", source);
		if (earlier.containsKey("started")) {
			facts.put("started", earlier.get("started"));
		}
		List<Object> resumed = new ArrayList<>(earlier.get(RESUMED) instanceof List<?> list ? list : List.of());
		resumed.add(Instant.now().toString());
		facts.put(RESUMED, resumed);
	}

	private void refuseOther(Map<String, Object> earlier, String fact, String what, String source)
			throws ProblemException {
		if (earlier.containsKey(fact) && !earlier.get(fact).toString().equals(facts.get(fact).toString())) {
			throw new ProblemException(
					Problem.error("other-data", what + " is not what it was when the run was begun: " + facts.get(fact)
							+ ", it was " + earlier.get(fact), "restore it, or begin a new run with --out").in(source));
		}
	}

	/**
	 * @param engine what computed, if anything did
	 */
	void finish(Optional<String> engine) {
		engine.ifPresent(e -> facts.put("engine", e));
		facts.put("finished", Instant.now().toString());
	}
}
