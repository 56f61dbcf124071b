/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.trainless.api.benchmark.Meaning;
import org.trainless.api.export.Results;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.core.run.RunAnalysis;
import org.trainless.core.run.RunOutcome;
import org.trainless.core.run.RunPlan;
import org.trainless.experiment.Experiment;
import org.trainless.stats.compare.BootstrapInterval;
import org.trainless.stats.compare.PairedComparison;
import org.trainless.stats.compare.SearchComparison;
import org.trainless.stats.summary.SearchSummary;

/** What a run says before it begins and after it has ended. */
final class RunReport {
	private static final int FEW_VALUES = 5;

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
		terminal.err().println(experiment.name() + ": " + count(plan.searches().size(), "search", "searches") + " × "
				+ count(plan.seeds(), "seed", "seeds")
				+ (plan.evaluations().isPresent() ? ", at most " + plan.evaluations().getAsLong() + " evaluations" : "")
				+ (plan.seconds().isPresent()
						? ", roughly " + ProgressLine.duration(Math.max(1, plan.seconds().getAsDouble() / jobs))
						: ""));
	}

	private static String count(int number, String one, String several) {
		return number + " " + (number == 1 ? one : several);
	}

	void outcome(RunOutcome outcome, RunAnalysis analysis) {
		Results results = outcome.results();
		if (!results.question().isEmpty()) {
			terminal.out().println(results.question());
			terminal.out().println();
		}
		table(results, analysis).forEach(terminal.out()::println);
		results.accuracy().ifPresent(m -> terminal.out().println("accuracy of the incumbents: " + m.text()));
		if (!analysis.comparisons().isEmpty()) {
			comparisons(analysis.comparisons());
		}
		terminal.out().println();
		terminal.out()
				.println((outcome.ending() == RunOutcome.Ending.FINISHED ? ""
						: "interrupted: searches are compared at the end; complete it with --resume. ")
						+ "Everything is in " + outcome.directory());
	}

	private static List<String> table(Results results, RunAnalysis analysis) {
		boolean accuracies = results.accuracy().isPresent();
		List<String> header = new ArrayList<>(List.of("search", "seeds", "evaluations", "non-finite", "best score"));
		if (accuracies) {
			header.add("accuracy");
		}
		analysis.constrained().forEach(feature -> header.add(feature + " of the best"));
		header.add("seconds");
		TextTable table = new TextTable(header.toArray(String[]::new));
		for (RunAnalysis.SearchAnalysis search : analysis.searches()) {
			SearchSummary summary = search.summary();
			List<String> row = new ArrayList<>(List.of(summary.search(), Integer.toString(summary.seeds()),
					Long.toString(summary.evaluations()), Long.toString(summary.nonFinite()), text(summary.score())));
			if (accuracies) {
				row.add(text(summary.accuracy()));
			}
			analysis.constrained().forEach(feature -> row.add(values(search.features().get(feature))));
			row.add(String.format(Locale.ROOT, "%.1f", search.seconds()));
			table.row(row.toArray(String[]::new));
		}
		return table.lines();
	}

	private void comparisons(List<SearchComparison> comparisons) {
		terminal.out().println();
		comparisons.forEach(c -> terminal.out().println(c.verdict()));
		terminal.out().println("(" + comparisons.get(0).method() + ")");
	}

	private static String text(Optional<SearchSummary.Spread> spread) {
		return spread.map(s -> s.count() == 1 ? String.format(Locale.ROOT, "%.2f", s.mean())
				: String.format(Locale.ROOT, "%.2f ± %.2f", s.mean(), s.deviation())).orElse("none");
	}

	/** How many have which value, for example {@code 2×0 8×1}; where values are many, their range. */
	private static String values(List<Double> values) {
		Map<Double, Long> counts = values.stream()
				.collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
		if (counts.size() > FEW_VALUES) {
			DoubleSummaryStatistics range = values.stream().mapToDouble(v -> v).summaryStatistics();
			return number(range.getMin()) + " to " + number(range.getMax());
		}
		return counts.entrySet().stream().map(e -> e.getValue() + "×" + number(e.getKey()))
				.collect(Collectors.joining(" "));
	}

	private static String number(double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.3f", value);
	}

	/** The same for machines. */
	static Json.Run shape(RunOutcome outcome, RunAnalysis analysis) {
		Results results = outcome.results();
		return new Json.Run(results.name(), results.question(), outcome.directory().toString(),
				outcome.ending() == RunOutcome.Ending.FINISHED ? "finished" : "interrupted",
				results.accuracy().map(Meaning::text).orElse(null),
				analysis.searches().stream().map(RunReport::shape).toList(),
				results.results().stream().map(RunReport::shape).toList(),
				analysis.comparisons().stream().map(RunReport::shape).toList(),
				outcome.files().stream().map(f -> f.getFileName().toString()).toList());
	}

	private static Json.Summary shape(RunAnalysis.SearchAnalysis search) {
		SearchSummary summary = search.summary();
		return new Json.Summary(summary.search(), summary.seeds(), summary.evaluations(), summary.nonFinite(),
				search.seconds(), summary.score().map(s -> Json.finite(s.mean())).orElse(null),
				summary.score().map(s -> Json.finite(s.deviation())).orElse(null),
				summary.accuracy().map(s -> Json.finite(s.mean())).orElse(null),
				summary.accuracy().map(s -> Json.finite(s.deviation())).orElse(null), new TreeMap<>(search.features()));
	}

	private static Json.Result shape(SearchResult result) {
		Optional<Trial> best = result.best();
		return new Json.Result(result.search(), result.seed(), result.evaluations(), result.distinct(),
				result.nonFinite(), result.seconds(), best.map(Trial::index).orElse(null),
				best.map(Trial::architecture).orElse(null), best.map(t -> Json.finite(t.score().value())).orElse(null),
				best.filter(t -> t.accuracy().isPresent()).map(t -> t.accuracy().getAsDouble()).orElse(null),
				result.ended());
	}

	private static Json.Comparison shape(SearchComparison comparison) {
		PairedComparison figures = comparison.figures();
		return new Json.Comparison(comparison.first(), comparison.second(),
				comparison.byAccuracy() ? "accuracy" : "score", comparison.higherIsBetter(), figures.pairs(),
				figures.equal(), figures.meanDifference(), figures.interval().map(BootstrapInterval::low).orElse(null),
				figures.interval().map(BootstrapInterval::high).orElse(null), PairedComparison.CONFIDENCE,
				figures.pValue(), comparison.adjustedP());
	}
}
