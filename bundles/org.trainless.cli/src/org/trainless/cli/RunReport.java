/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.trainless.api.export.Results;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.core.run.RunOutcome;
import org.trainless.core.run.RunPlan;
import org.trainless.experiment.Experiment;
import org.trainless.stats.compare.PairedComparison;

/** What a run says before it begins and after it has ended. */
final class RunReport {
	private final Terminal terminal;

	RunReport(Terminal terminal) {
		this.terminal = terminal;
	}

	void plan(Experiment experiment, RunPlan plan, int jobs) {
		terminal.problems(plan.warnings());
		for (RunPlan.PlannedSearch search : plan.searches()) {
			if (search.feasible() < search.size()) {
				terminal.err().printf(Locale.ROOT, "%s: %,d of %,d architectures are feasible (%.1f %%)%n",
						search.name(), search.feasible(), search.size(), 100.0 * search.feasible() / search.size());
			}
		}
		terminal.err().println(experiment.name() + ": " + plan.searches().size() + " searches × " + plan.seeds()
				+ " seeds"
				+ (plan.evaluations().isPresent() ? ", at most " + plan.evaluations().getAsLong() + " evaluations" : "")
				+ (plan.seconds().isPresent()
						? ", roughly " + ProgressLine.duration(Math.max(1, plan.seconds().getAsDouble() / jobs))
						: ""));
	}

	void outcome(RunOutcome outcome) {
		Results results = outcome.results();
		if (!results.question().isEmpty()) {
			terminal.out().println(results.question());
			terminal.out().println();
		}
		table(results).forEach(terminal.out()::println);
		comparisons(results).forEach(terminal.out()::println);
		results.accuracy().ifPresent(m -> terminal.out().println("accuracy of the incumbent: " + m.text()));
		terminal.out().println();
		terminal.out().println(
				(outcome.ending() == RunOutcome.Ending.FINISHED ? "" : "interrupted; complete it with --resume. ")
						+ "Everything is in " + outcome.directory());
	}

	private static List<String> table(Results results) {
		boolean accuracies = results.accuracy().isPresent();
		List<String> header = new ArrayList<>(List.of("search", "seeds", "evaluations", "non-finite", "best score"));
		if (accuracies) {
			header.add("accuracy");
		}
		header.addAll(List.of("skips of winners", "seconds"));
		TextTable table = new TextTable(header.toArray(String[]::new));
		for (String search : results.searches()) {
			List<SearchResult> runs = results.results().stream().filter(r -> r.search().equals(search)).toList();
			List<Trial> best = runs.stream().flatMap(r -> r.best().stream()).toList();
			List<String> row = new ArrayList<>(List.of(search, Integer.toString(runs.size()),
					Long.toString(runs.stream().mapToLong(SearchResult::evaluations).sum()),
					Long.toString(runs.stream().mapToLong(SearchResult::nonFinite).sum()),
					meanAndDeviation(best.stream().mapToDouble(t -> t.score().value()).toArray())));
			if (accuracies) {
				row.add(meanAndDeviation(best.stream().filter(t -> t.accuracy().isPresent())
						.mapToDouble(t -> t.accuracy().getAsDouble()).toArray()));
			}
			row.add(skips(best));
			row.add(String.format(Locale.ROOT, "%.1f", runs.stream().mapToDouble(SearchResult::seconds).sum()));
			table.row(row.toArray(String[]::new));
		}
		return table.lines();
	}

	/** Each search against the one before it in the file, by accuracy where there is one, else by score. */
	private static List<String> comparisons(Results results) {
		List<String> verdicts = new ArrayList<>();
		for (int i = 0; i + 1 < results.searches().size(); i++) {
			String first = results.searches().get(i);
			String second = results.searches().get(i + 1);
			Map<Long, Double> before = bySeed(results, first);
			Map<Long, Double> after = bySeed(results, second);
			List<Long> seeds = before.keySet().stream().filter(after::containsKey).toList();
			if (!seeds.isEmpty()) {
				verdicts.add(PairedComparison.of(seeds.stream().mapToDouble(before::get).toArray(),
						seeds.stream().mapToDouble(after::get).toArray()).verdict(first, second));
			}
		}
		return verdicts;
	}

	private static Map<Long, Double> bySeed(Results results, String search) {
		Map<Long, Double> values = new TreeMap<>();
		for (SearchResult result : results.results()) {
			if (result.search().equals(search) && result.best().isPresent()) {
				Trial best = result.best().get();
				if (results.accuracy().isEmpty()) {
					values.put(result.seed(), best.score().value());
				} else if (best.accuracy().isPresent()) {
					values.put(result.seed(), best.accuracy().getAsDouble());
				}
			}
		}
		return values;
	}

	private static String meanAndDeviation(double[] values) {
		StreamingStatistics statistics = new StreamingStatistics();
		for (double value : values) {
			statistics.addValue(value);
		}
		if (values.length == 0) {
			return "none";
		}
		return values.length == 1 ? String.format(Locale.ROOT, "%.2f", values[0])
				: String.format(Locale.ROOT, "%.2f ± %.2f", statistics.getMean(), statistics.getStandardDeviation());
	}

	/** How many winners have how many skip connections, for example {@code 0: 2, 1: 8}. */
	private static String skips(List<Trial> winners) {
		return winners.stream()
				.collect(Collectors.groupingBy(t -> t.architecture().split("skip_connect", -1).length - 1, TreeMap::new,
						Collectors.counting()))
				.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining(", "));
	}
}
