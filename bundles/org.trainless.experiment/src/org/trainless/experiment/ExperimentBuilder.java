/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.NearestName;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;

/**
 * Makes an experiment of values that each are as declared, and checks what concerns several of them together. The
 * values may be incomplete where there were problems; the checks go as far as they can.
 */
final class ExperimentBuilder {
	private static final String BENCHMARK_CAPABILITY = "benchmark";
	/** Parameter by which benchmarks say what the accuracy is measured on. */
	private static final String SET = "set";
	/** Parameter by which benchmarks say whether that is test data, if they do. */
	private static final String TEST = "test";
	private static final Set<String> TEST_SETS = Set.of("x-test", "ori-test");
	private static final int LONGEST_SEED = 16;

	private final YamlDocument document;
	private final ReadContext context;
	private final Problems problems;
	private final List<ParameterReader.Chosen> chosen;

	ExperimentBuilder(YamlDocument document, ReadContext context, Problems problems,
			List<ParameterReader.Chosen> chosen) {
		this.document = document;
		this.context = context;
		this.problems = problems;
		this.chosen = chosen;
	}

	Optional<Experiment> build(Mapping root, Parameters values) {
		checkName(root, values);
		Optional<Selection> space = values.selection(ExperimentFormat.SPACE);
		Optional<Selection> benchmark = values.selection(ExperimentFormat.BENCHMARK);
		Optional<SeedRange> seeds = seeds(root, values);
		Optional<Scoring> scoring = scoring(root, values);
		List<SearchSpec> searches = searches(root, values, space);
		checkBenchmarkIsThere(root, benchmark);
		if (problems.hasErrors()) {
			return Optional.empty();
		}
		return Optional.of(new Experiment(values.text(ExperimentFormat.NAME), values.text(ExperimentFormat.QUESTION),
				space.orElseThrow(), dataset(values.selection(ExperimentFormat.DATASET).orElseThrow()), benchmark,
				seeds.orElseThrow(), scoring.orElseThrow(), searches));
	}

	private static DatasetSpec dataset(Selection selection) {
		Map<String, Object> own = new LinkedHashMap<>(selection.parameters().asMap());
		own.remove(ExperimentFormat.BATCH);
		return new DatasetSpec(new Selection(selection.kind(), selection.id(), Parameters.of(own)),
				selection.parameters().intValue(ExperimentFormat.BATCH));
	}

	private void checkName(Mapping owner, Parameters values) {
		Optional<String> name = values.optionalText(ExperimentFormat.NAME);
		if (name.isPresent()) {
			Location location = owner.get(ExperimentFormat.NAME).orElseThrow().location();
			if (name.get().isBlank()) {
				problems.add(location.error("missing-value", "'name' has no value", "write a name"));
			} else if (name.get().lines().count() > 1) {
				problems.add(location.error("bad-name", "a name is one line", "put longer texts into 'question'"));
			}
		}
	}

	private Optional<SeedRange> seeds(Mapping root, Parameters values) {
		Parameters group = values.group(ExperimentFormat.SEEDS).orElse(Parameters.EMPTY);
		boolean given = root.get(ExperimentFormat.SEEDS).isPresent();
		if (given && !(group.has(ExperimentFormat.FIRST) && group.has(ExperimentFormat.COUNT))) {
			return Optional.empty();
		}
		long first = group.optionalInteger(ExperimentFormat.FIRST).orElse(1);
		int count = (int) group.optionalInteger(ExperimentFormat.COUNT).orElse(1);
		if (first > SeedRange.LARGEST - (count - 1)) {
			problems.add(root.get(ExperimentFormat.SEEDS).orElseThrow().location().error("out-of-bounds",
					"the last seed would be above " + SeedRange.LARGEST, "choose a smaller first seed"));
			return Optional.empty();
		}
		return Optional.of(new SeedRange(first, count));
	}

	private Optional<Scoring> scoring(Mapping root, Parameters values) {
		String seed = values.group(ExperimentFormat.SCORING).flatMap(g -> g.optionalText(ExperimentFormat.SEED))
				.orElse(ExperimentFormat.PER_RUN).strip();
		if (seed.equals(ExperimentFormat.PER_RUN)) {
			return Optional.of(new Scoring.PerRun());
		}
		if (seed.matches("[0-9]+") && seed.length() <= LONGEST_SEED && Long.parseLong(seed) <= SeedRange.LARGEST) {
			return Optional.of(new Scoring.Fixed(Long.parseLong(seed)));
		}
		Location location = root.get(ExperimentFormat.SCORING).filter(Mapping.class::isInstance)
				.flatMap(n -> ((Mapping) n).get(ExperimentFormat.SEED)).map(Node::location).orElseThrow();
		boolean number = seed.matches("[-+]?[0-9]+");
		problems.add(location.error(number ? "out-of-bounds" : "bad-choice",
				"'seed' must be 'per-run' or a whole number from 0 to " + SeedRange.LARGEST + ", but is "
						+ Words.quoted(seed),
				NearestName.of(seed, List.of(ExperimentFormat.PER_RUN)).map(n -> "did you mean '" + n + "'?")
						.orElse("")));
		return Optional.empty();
	}

	private List<SearchSpec> searches(Mapping root, Parameters values, Optional<Selection> space) {
		List<SearchSpec> searches = new ArrayList<>();
		if (!(root.get(ExperimentFormat.SEARCHES).orElse(null) instanceof Sequence written)) {
			return searches;
		}
		List<Mapping> nodes = written.items().stream().filter(Mapping.class::isInstance).map(Mapping.class::cast)
				.toList();
		List<Parameters> groups = values.list(ExperimentFormat.SEARCHES, Parameters.class);
		Map<String, Location> names = new HashMap<>();
		for (int i = 0; i < groups.size(); i++) {
			Mapping node = nodes.get(i);
			Parameters group = groups.get(i);
			checkName(node, group);
			checkDistinct(node, group, names);
			Optional<Objective> objective = objective(node, group);
			checkTrainingSeconds(root, node, objective);
			checkConstraint(node, group, space);
			if (!problems.hasErrors()) {
				searches.add(new SearchSpec(group.text(ExperimentFormat.NAME),
						group.selection(ExperimentFormat.STRATEGY).orElseThrow(), objective.orElseThrow(),
						group.optionalText(ExperimentFormat.CONSTRAINT), group.intValue(ExperimentFormat.BATCH),
						budget(group)));
			}
		}
		return searches;
	}

	private static Budget budget(Parameters search) {
		return search.group(ExperimentFormat.BUDGET)
				.map(b -> new Budget(b.optionalNumber(ExperimentFormat.SECONDS),
						b.optionalNumber(ExperimentFormat.TRAINING_SECONDS),
						b.optionalInteger(ExperimentFormat.EVALUATIONS)))
				.orElse(Budget.NONE);
	}

	private void checkDistinct(Mapping node, Parameters search, Map<String, Location> names) {
		if (!search.has(ExperimentFormat.NAME)) {
			return;
		}
		String name = search.text(ExperimentFormat.NAME);
		Location location = node.get(ExperimentFormat.NAME).orElseThrow().location();
		Location first = names.putIfAbsent(name, location);
		if (first != null) {
			problems.add(location.error("duplicate-name", "two searches are named " + Words.quoted(name),
					first.position().map(p -> "the first is in line " + p.line() + "; ").orElse("")
							+ "give each its own name"));
		}
	}

	private Optional<Objective> objective(Mapping node, Parameters search) {
		Optional<Mapping.Entry> proxy = node.entry(ExperimentFormat.PROXY);
		Optional<Mapping.Entry> objective = node.entry(ExperimentFormat.OBJECTIVE);
		if (proxy.isPresent() && objective.isPresent()) {
			problems.add(objective.get().key().location().error("conflicting-keys",
					"a search has 'proxy' or 'objective', but not both", "remove one of them"));
			return Optional.empty();
		}
		if (proxy.isPresent()) {
			return search.selection(ExperimentFormat.PROXY).map(Objective.Proxy::new);
		}
		if (objective.isEmpty()) {
			problems.add(beginning(node).error("missing-key", "the search says not what it maximises",
					"add 'proxy: …' or 'objective: { benchmark: … }'"));
			return Optional.empty();
		}
		if (!(objective.get().value() instanceof Mapping written)) {
			return Optional.empty();
		}
		return objective(objective.get(), written, search.group(ExperimentFormat.OBJECTIVE).orElse(Parameters.EMPTY));
	}

	private Optional<Objective> objective(Mapping.Entry entry, Mapping written, Parameters group) {
		Optional<Mapping.Entry> benchmark = written.entry(ExperimentFormat.BENCHMARK);
		boolean proxy = written.get(ExperimentFormat.PROXY).isPresent();
		if (proxy == benchmark.isPresent()) {
			if (proxy) {
				problems.add(benchmark.get().key().location().error("conflicting-keys",
						"an objective is a 'proxy' or a 'benchmark', but not both", "remove one of them"));
			} else {
				problems.add(entry.key().location().error("missing-key", "the objective says not what is maximised",
						"add 'proxy: …' or 'benchmark: …'"));
			}
			return Optional.empty();
		}
		Optional<Mapping.Entry> word = written.entry(ExperimentFormat.TEST_ACCURACY);
		if (proxy) {
			word.ifPresent(w -> problems.add(w.key().location().error("conflicting-keys",
					"'test-accuracy' has a meaning only beside 'benchmark'", "remove it")));
			return group.selection(ExperimentFormat.PROXY).map(Objective.Proxy::new);
		}
		Optional<Selection> selection = group.selection(ExperimentFormat.BENCHMARK);
		boolean allowed = group.has(ExperimentFormat.TEST_ACCURACY);
		// a wrong word has already been reported
		if (selection.isPresent() && word.isEmpty()) {
			checkSet(benchmark.get(), selection.get());
		}
		return selection.map(s -> new Objective.Accuracy(s, allowed));
	}

	/** Most benchmarks say by a parameter what they measure on; the others are asked when they are open. */
	private void checkSet(Mapping.Entry benchmark, Selection selection) {
		Object test = selection.parameters().asMap().get(TEST);
		Object set = selection.parameters().asMap().get(SET);
		// what is said of this very question outweighs a name
		boolean refused = test instanceof Boolean is ? is : set instanceof String name && TEST_SETS.contains(name);
		if (refused) {
			boolean said = test instanceof Boolean;
			String key = said ? TEST : SET;
			Location location = benchmark.value() instanceof Mapping written
					? written.get(key).map(Node::location).orElse(benchmark.key().location())
					: benchmark.value().location();
			Problem refusal = Objective.Accuracy.testAccuracy(said ? "test: true" : String.valueOf(set));
			problems.add(location.error(refusal.code(), refusal.message(), refusal.remedy()));
		}
	}

	private void checkTrainingSeconds(Mapping root, Mapping node, Optional<Objective> objective) {
		boolean benchmark = root.get(ExperimentFormat.BENCHMARK).isPresent()
				|| objective.filter(Objective.Accuracy.class::isInstance).isPresent();
		if (!benchmark && node.get(ExperimentFormat.BUDGET).orElse(null) instanceof Mapping budget) {
			budget.entry(ExperimentFormat.TRAINING_SECONDS)
					.ifPresent(e -> problems.add(e.key().location().error("missing-benchmark",
							"'training-seconds' is told by a benchmark, but the experiment has none",
							"add 'benchmark: …'")));
		}
	}

	private void checkBenchmarkIsThere(Mapping root, Optional<Selection> benchmark) {
		boolean inObjective = chosen.stream().anyMatch(c -> c.contribution().kind() == ContributionKind.BENCHMARK);
		if (benchmark.isPresent() || root.get(ExperimentFormat.BENCHMARK).isPresent() || inObjective) {
			return;
		}
		for (ParameterReader.Chosen use : chosen) {
			if (use.contribution().requires().contains(BENCHMARK_CAPABILITY)) {
				problems.add(use.location()
						.error("missing-benchmark", "the " + use.contribution().kind().label() + " '"
								+ use.contribution().id() + "' needs a benchmark, but the experiment has none",
								"add 'benchmark: …'"));
			}
		}
	}

	private void checkConstraint(Mapping node, Parameters search, Optional<Selection> space) {
		Optional<String> constraint = search.optionalText(ExperimentFormat.CONSTRAINT);
		if (constraint.isEmpty()) {
			return;
		}
		Scalar scalar = (Scalar) node.get(ExperimentFormat.CONSTRAINT).orElseThrow();
		if (constraint.get().isBlank()) {
			problems.add(scalar.location().error("missing-value", "'constraint' has no value",
					"write a constraint, or remove the key"));
			return;
		}
		ResolvedText text = ResolvedText.of(scalar, document, context.variables(), new Problems()).orElseThrow();
		space.ifPresent(s -> context.constraintChecker().check(constraint.get(), s).forEach(p -> add(p, text, scalar)));
	}

	private void add(Problem problem, ResolvedText text, Scalar scalar) {
		Location location = scalar.location();
		if (problem.position().isPresent() && !problems.isFull()) {
			Position within = problem.position().get();
			location = text.locate(document, within.offset(),
					(int) Math.min((long) within.offset() + within.length(), Integer.MAX_VALUE));
		}
		problems.add(new Problem(problem.severity(), problem.code(), problem.message(), problem.remedy(),
				location.source(), location.position()));
	}

	private static Location beginning(Mapping item) {
		return item.flow() || item.entries().isEmpty() ? item.location() : item.entries().get(0).key().location();
	}
}
