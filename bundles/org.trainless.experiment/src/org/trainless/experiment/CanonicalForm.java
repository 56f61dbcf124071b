/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.experiment.yaml.YamlText;

/**
 * The one text that stands for an experiment: all defaults, variables and aliases resolved, keys in a fixed order. It
 * is an experiment file itself; read again, it gives an equal experiment.
 * <p>
 * Keys of the format stand in the format's order; parameters of a contribution stand sorted by name, so that a plug-in
 * that declares its parameters in another order changes nothing.
 */
public final class CanonicalForm {
	private static final String HEADER = "# The experiment as it was run: all defaults and variables resolved.\n";
	private static final String ANY_PATH = "<path>";

	private final String text;
	private final String hash;

	private CanonicalForm(String text, String hash) {
		this.text = text;
		this.hash = hash;
	}

	/**
	 * @param experiment an experiment
	 * @return its canonical form
	 */
	public static CanonicalForm of(Experiment experiment) {
		Objects.requireNonNull(experiment);
		Map<String, Object> all = new Writer(false).experiment(experiment);
		Map<String, Object> identity = new Writer(true).experiment(experiment);
		identity.remove(ExperimentFormat.NAME);
		identity.remove(ExperimentFormat.QUESTION);
		return new CanonicalForm(HEADER + YamlText.block(all), sha256(YamlText.block(identity)));
	}

	/**
	 * @return the text, lines ended by a line feed
	 */
	public String text() {
		return text;
	}

	/**
	 * What identifies the experiment: equal for experiments that ask the same of the same kind of data. It does not
	 * cover name and question, which are for people, nor where files lie: the same data may lie elsewhere on another
	 * machine, and what lies at a path is identified by its fingerprint, which is for those who open it.
	 *
	 * @return SHA-256 of the text without these, 64 hexadecimal digits
	 */
	public String hash() {
		return hash;
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	/** Turns an experiment into the maps, lists and single values that its file consists of. */
	private static final class Writer {
		private final boolean withoutPaths;

		Writer(boolean withoutPaths) {
			this.withoutPaths = withoutPaths;
		}

		Map<String, Object> experiment(Experiment experiment) {
			Map<String, Object> keys = new LinkedHashMap<>();
			keys.put(ExperimentFormat.FORMAT, (long) ExperimentFormat.VERSION);
			keys.put(ExperimentFormat.NAME, text(experiment.name()));
			keys.put(ExperimentFormat.QUESTION, text(experiment.question()));
			keys.put(ExperimentFormat.SPACE, value(experiment.space()));
			Map<String, Object> dataset = selection(experiment.dataset().selection());
			dataset.put(ExperimentFormat.BATCH, (long) experiment.dataset().batch());
			keys.put(ExperimentFormat.DATASET, dataset);
			experiment.benchmark().ifPresent(b -> keys.put(ExperimentFormat.BENCHMARK, value(b)));
			Map<String, Object> seeds = new LinkedHashMap<>();
			seeds.put(ExperimentFormat.FIRST, experiment.seeds().first());
			seeds.put(ExperimentFormat.COUNT, (long) experiment.seeds().count());
			keys.put(ExperimentFormat.SEEDS, seeds);
			keys.put(ExperimentFormat.SCORING, Map.of(ExperimentFormat.SEED, switch (experiment.scoring()) {
			case Scoring.PerRun run -> ExperimentFormat.PER_RUN;
			case Scoring.Fixed fixed -> fixed.value();
			}));
			keys.put(ExperimentFormat.SEARCHES, experiment.searches().stream().map(this::search).toList());
			return keys;
		}

		private Map<String, Object> search(SearchSpec search) {
			Map<String, Object> keys = new LinkedHashMap<>();
			keys.put(ExperimentFormat.NAME, text(search.name()));
			keys.put(ExperimentFormat.STRATEGY, value(search.strategy()));
			Map<String, Object> objective = new LinkedHashMap<>();
			switch (search.objective()) {
			case Objective.Proxy proxy -> objective.put(ExperimentFormat.PROXY, value(proxy.proxy()));
			case Objective.Accuracy accuracy -> {
				objective.put(ExperimentFormat.BENCHMARK, value(accuracy.benchmark()));
				if (accuracy.testAccuracyAllowed()) {
					objective.put(ExperimentFormat.TEST_ACCURACY, ExperimentFormat.ALLOWED);
				}
			}
			}
			keys.put(ExperimentFormat.OBJECTIVE, objective);
			search.constraint().ifPresent(c -> keys.put(ExperimentFormat.CONSTRAINT, text(c)));
			keys.put(ExperimentFormat.BATCH, (long) search.batch());
			Map<String, Object> budget = new LinkedHashMap<>();
			search.budget().seconds().ifPresent(s -> budget.put(ExperimentFormat.SECONDS, s));
			search.budget().trainingSeconds().ifPresent(s -> budget.put(ExperimentFormat.TRAINING_SECONDS, s));
			search.budget().evaluations().ifPresent(n -> budget.put(ExperimentFormat.EVALUATIONS, n));
			if (!budget.isEmpty()) {
				keys.put(ExperimentFormat.BUDGET, budget);
			}
			return keys;
		}

		private Object value(Object value) {
			return switch (value) {
			case Selection selection -> selection(selection);
			case Parameters parameters -> parameters(parameters);
			case List<?> list -> {
				List<Object> items = new ArrayList<>();
				list.forEach(item -> items.add(value(item)));
				yield items;
			}
			case Path path -> withoutPaths ? ANY_PATH : text(path.toString());
			case String string -> text(string);
			default -> value;
			};
		}

		private Map<String, Object> selection(Selection selection) {
			Map<String, Object> keys = new LinkedHashMap<>();
			keys.put(ExperimentFormat.ID, selection.id());
			keys.putAll(parameters(selection.parameters()));
			return keys;
		}

		private Map<String, Object> parameters(Parameters parameters) {
			Map<String, Object> keys = new TreeMap<>();
			parameters.asMap().forEach((name, value) -> keys.put(name, value(value)));
			return keys;
		}

		private static String text(String value) {
			return ResolvedText.escaped(value);
		}
	}
}
