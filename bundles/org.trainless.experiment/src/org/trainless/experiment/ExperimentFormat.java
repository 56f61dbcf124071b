/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.List;
import java.util.Optional;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;

/**
 * The keys of the experiment file besides those that contributions declare, declared in the same way: the reader, the
 * JSON Schema and forms follow from this one declaration. What a declaration cannot say (a search has a proxy or an
 * objective but not both) is checked by the reader.
 * <p>
 * For a contribution, {@link ParameterDescriptor#parameters()} are the keys that the experiment adds to the
 * contribution's own.
 */
public final class ExperimentFormat {
	/** The format that this version reads and writes. */
	public static final int VERSION = 1;
	/** How names of experiment files end. */
	public static final String EXTENSION = ".nas.yaml";
	/** Key of the format's version. */
	public static final String FORMAT = "format";
	/** Word of {@code scoring: { seed: … }} for a draw per run. */
	public static final String PER_RUN = "per-run";
	/** Word of {@code test-accuracy: …}. */
	public static final String ALLOWED = "allowed";
	/** Dataset of an experiment that names none. */
	public static final String DEFAULT_DATASET = "dead-leaves";

	/** Key of a name, of the experiment and of each search. */
	public static final String NAME = "name";
	static final String QUESTION = "question";
	/** Key of the search space. */
	public static final String SPACE = "space";
	static final String DATASET = "dataset";
	static final String BENCHMARK = "benchmark";
	static final String SEEDS = "seeds";
	static final String FIRST = "first";
	static final String COUNT = "count";
	static final String SCORING = "scoring";
	static final String SEED = "seed";
	/** Key of the searches. */
	public static final String SEARCHES = "searches";
	static final String STRATEGY = "strategy";
	static final String PROXY = "proxy";
	/** Key of what a search maximises. */
	public static final String OBJECTIVE = "objective";
	static final String TEST_ACCURACY = "test-accuracy";
	/** Key of a search's constraint. */
	public static final String CONSTRAINT = "constraint";
	static final String BATCH = "batch";
	static final String BUDGET = "budget";
	static final String SECONDS = "seconds";
	static final String TRAINING_SECONDS = "training-seconds";
	static final String EVALUATIONS = "evaluations";
	/** Key that names a contribution which has parameters. */
	public static final String ID = "id";

	private static final int MOST_SEEDS = 100_000;
	private static final int LARGEST_BATCH = 65_536;
	private static final int MOST_OUTSTANDING = 10_000;
	private static final double SHORTEST = 0.001;

	private static final ParameterDescriptor VERSION_KEY = integer(FORMAT, Optional.empty(), true, VERSION, VERSION, "",
			"Version of the file format.");

	private static final List<ParameterDescriptor> SEARCH_KEYS = List.of(
			text(NAME, Optional.empty(), true, "Name of the search in logs, tables and plots; no two are equal."),
			contribution(STRATEGY, ContributionKind.STRATEGY, Optional.empty(), true, List.of(),
					"What proposes architectures."),
			contribution(PROXY, ContributionKind.PROXY, Optional.empty(), false, List.of(),
					"The proxy whose score is maximised; short for 'objective: { proxy: … }'."),
			group(OBJECTIVE, List.of(
					contribution(PROXY, ContributionKind.PROXY, Optional.empty(), false, List.of(),
							"The proxy whose score is maximised."),
					contribution(BENCHMARK, ContributionKind.BENCHMARK, Optional.empty(), false, List.of(),
							"The benchmark whose accuracy is maximised."),
					new ParameterDescriptor(TEST_ACCURACY, ParameterType.CHOICE, false, Optional.empty(),
							Optional.empty(), Optional.empty(), List.of(ALLOWED), "", false, Optional.empty(),
							List.of(),
							"The word 'allowed' lets the search see test accuracy, which is otherwise refused.")),
					"What is maximised: the score of a proxy, or an accuracy of trained networks."),
			text(CONSTRAINT, Optional.empty(), false,
					"Which architectures are feasible, for example "
							+ "'skip_connect <= 1 and params < 1e6'; all when absent."),
			integer(BATCH, Optional.of("1"), false, 1, MOST_OUTSTANDING, "",
					"Proposals outstanding at once. The trace of a search depends on it, "
							+ "but never on the number of jobs."),
			group(BUDGET,
					List.of(number(SECONDS, "Wall time."),
							number(TRAINING_SECONDS, "Simulated training time, as the benchmark tells it."),
							new ParameterDescriptor(EVALUATIONS, ParameterType.INTEGER, false, Optional.empty(),
									Optional.of(1.0), Optional.empty(), List.of(), "", false, Optional.empty(),
									List.of(), "Evaluations, those answered from memory included.")),
					"When the search ends at the latest, besides the strategy's own end."));

	private static final List<ParameterDescriptor> KEYS = List.of(VERSION_KEY,
			text(NAME, Optional.empty(), true, "Name of the experiment."),
			text(QUESTION, Optional.of(""), false, "What is to be found out, in words."),
			contribution(SPACE, ContributionKind.SEARCH_SPACE, Optional.empty(), true, List.of(), "The search space."),
			contribution(DATASET, ContributionKind.DATASET, Optional.of(DEFAULT_DATASET), false,
					List.of(integer(BATCH, Optional.of("128"), false, 1, LARGEST_BATCH, "",
							"Images of the minibatch that proxies score on.")),
					"The images that proxies score on."),
			contribution(BENCHMARK, ContributionKind.BENCHMARK, Optional.empty(), false, List.of(),
					"Where true accuracies come from, for the evaluation of the results. Searches do not see it."),
			group(SEEDS,
					List.of(integer(FIRST, Optional.of("1"), false, 0, SeedRange.LARGEST, "", "The first seed."),
							integer(COUNT, Optional.of("1"), false, 1, MOST_SEEDS, "",
									"How many: every search runs once for each seed.")),
					"The runs of every search."),
			group(SCORING,
					List.of(text(SEED, Optional.of(PER_RUN), false,
							"The seed that draws weights and minibatch: 'per-run' takes each run's own seed, "
									+ "a number is shared by all runs.")),
					"Which draws the scores depend on."),
			new ParameterDescriptor(SEARCHES, ParameterType.GROUP, true, Optional.empty(), Optional.of(1.0),
					Optional.empty(), List.of(), "", true, Optional.empty(), SEARCH_KEYS, "The searches to compare."));

	private ExperimentFormat() {
	}

	/**
	 * @return the keys of a file in their usual order
	 */
	public static List<ParameterDescriptor> keys() {
		return KEYS;
	}

	private static ParameterDescriptor text(String name, Optional<String> defaultValue, boolean required,
			String description) {
		return new ParameterDescriptor(name, ParameterType.STRING, false, defaultValue, Optional.empty(),
				Optional.empty(), List.of(), "", required, Optional.empty(), List.of(), description);
	}

	private static ParameterDescriptor integer(String name, Optional<String> defaultValue, boolean required, double min,
			double max, String unit, String description) {
		return new ParameterDescriptor(name, ParameterType.INTEGER, false, defaultValue, Optional.of(min),
				Optional.of(max), List.of(), unit, required, Optional.empty(), List.of(), description);
	}

	private static ParameterDescriptor number(String name, String description) {
		return new ParameterDescriptor(name, ParameterType.NUMBER, false, Optional.empty(), Optional.of(SHORTEST),
				Optional.empty(), List.of(), "s", false, Optional.empty(), List.of(), description);
	}

	private static ParameterDescriptor group(String name, List<ParameterDescriptor> keys, String description) {
		return new ParameterDescriptor(name, ParameterType.GROUP, false, Optional.empty(), Optional.empty(),
				Optional.empty(), List.of(), "", false, Optional.empty(), keys, description);
	}

	private static ParameterDescriptor contribution(String name, ContributionKind kind, Optional<String> defaultValue,
			boolean required, List<ParameterDescriptor> more, String description) {
		return new ParameterDescriptor(name, ParameterType.CONTRIBUTION, false, defaultValue, Optional.empty(),
				Optional.empty(), List.of(), "", required, Optional.of(kind), more, description);
	}
}
