/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.space.Feature;
import org.trainless.api.strategy.Proposal;
import org.trainless.core.query.ArchitectureReport;
import org.trainless.core.query.ArchitectureReport.BenchmarkValues;
import org.trainless.core.query.ArchitectureReport.FeatureValue;
import org.trainless.ui.runs.RunFacts;
import org.trainless.ui.runs.ShownRun;

/**
 * All that is known of an architecture, as words for people.
 *
 * @param values what it is, by section and name
 */
record CellFacts(Map<Fact, String> values) {
	/** Parts of the list, in their order. */
	enum Section {
		/** What it is called. */
		ARCHITECTURE(Messages.CellFacts_architecture),
		/** What can be said of its network. */
		NETWORK(Messages.CellFacts_network),
		/** What proxies said of it in the open runs. */
		SCORES(Messages.CellFacts_scores),
		/** How good it is when trained. */
		ACCURACY(Messages.CellFacts_accuracy);

		private final String title;

		Section(String title) {
			this.title = title;
		}

		String title() {
			return title;
		}
	}

	/**
	 * What is known.
	 *
	 * @param section where it stands
	 * @param name    its name, with unit and meaning
	 * @param hover   more of it; may be empty
	 */
	record Fact(Section section, String name, String hover) {
	}

	CellFacts {
		values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/**
	 * @param report     what is known without runs and benchmarks
	 * @param accuracies what benchmarks say
	 * @param unreadable benchmarks that cannot be read, with what is wrong
	 * @param runs       the open runs
	 * @return all that is known
	 */
	static CellFacts of(ArchitectureReport report, List<BenchmarkValues> accuracies, Map<String, String> unreadable,
			List<ShownRun> runs) {
		Map<Fact, String> values = new LinkedHashMap<>();
		put(values, Section.ARCHITECTURE, Messages.CellFacts_index, Long.toString(report.index()));
		put(values, Section.ARCHITECTURE, Messages.CellFacts_string, report.architecture());
		report.notations().forEach((name, text) -> put(values, Section.ARCHITECTURE, name, text));
		report.representatives()
				.forEach(
						(equivalence, index) -> put(values, Section.ARCHITECTURE,
								NLS.bind(Messages.CellFacts_representative,
										equivalence.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
								Long.toString(index)));
		for (FeatureValue value : report.features()) {
			String name = value.task().isEmpty() ? value.feature().name()
					: value.feature().name() + " (" + value.task() + ')'; //$NON-NLS-1$
			values.put(new Fact(Section.NETWORK, name, value.feature().description()), text(value));
		}
		for (ShownRun run : runs) {
			if (run.facts().space().equals(report.space())) {
				ofRun(run, report.index(), values);
			}
		}
		unreadable.forEach((benchmark, why) -> put(values, Section.ACCURACY, benchmark, why));
		for (BenchmarkValues benchmark : accuracies) {
			benchmark.values()
					.forEach((name, value) -> values.put(
							new Fact(Section.ACCURACY, benchmark.benchmark() + ": " + name, benchmark.meaning().text()), //$NON-NLS-1$
							number(value)));
		}
		return new CellFacts(values);
	}

	private static void put(Map<Fact, String> values, Section section, String name, String value) {
		values.put(new Fact(section, name, ""), value); //$NON-NLS-1$
	}

	private static String text(FeatureValue value) {
		if (value.feature().type() == Feature.Type.FLAG) {
			return value.value() == 1 ? Messages.CellFacts_yes : Messages.CellFacts_no;
		}
		String unit = value.feature().unit();
		return number(value.value()) + (unit.isEmpty() ? "" : ' ' + unit); //$NON-NLS-1$
	}

	private static String number(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e15) {
			return String.format(Locale.ROOT, "%,d", (long) value); //$NON-NLS-1$
		}
		double size = Math.abs(value);
		return String.format(Locale.ROOT, size < 1e-3 || size >= 1e9 ? "%.4e" : "%.4f", value); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void ofRun(ShownRun run, long index, Map<Fact, String> values) {
		Map<String, List<Trial>> bySearch = new LinkedHashMap<>();
		OptionalDouble accuracy = OptionalDouble.empty();
		for (Trial trial : run.trials()) {
			if (trial.index() == index) {
				bySearch.computeIfAbsent(objective(run, trial), s -> new ArrayList<>()).add(trial);
				accuracy = trial.accuracy().isPresent() ? trial.accuracy() : accuracy;
			}
		}
		bySearch.forEach((name, trials) -> put(values, Section.SCORES, name, scores(trials)));
		if (accuracy.isPresent()) {
			put(values, Section.ACCURACY, NLS.bind(Messages.CellFacts_accuracyOf,
					run.facts().accuracy().orElse(Messages.CellFacts_unknown), run.name()),
					String.format(Locale.ROOT, "%.2f %%", accuracy.getAsDouble())); //$NON-NLS-1$
		}
	}

	/** Scores of one proxy in one run go together, whichever search asked for them. */
	private static String objective(ShownRun run, Trial trial) {
		String objective = trial.objective().equals(Proposal.OBJECTIVE)
				? run.facts().searches().stream().filter(s -> s.name().equals(trial.search())).findFirst()
						.map(RunFacts.SearchFacts::objective).orElse(trial.search())
				: trial.objective();
		return NLS.bind(Messages.CellFacts_scoreOf, objective, run.name());
	}

	/** Each seed's draw once; several as mean and range. */
	private static String scores(List<Trial> trials) {
		Map<Long, Trial> bySeed = new LinkedHashMap<>();
		trials.forEach(t -> bySeed.putIfAbsent(t.seed(), t));
		List<Trial> finite = bySeed.values().stream().filter(t -> t.score().isFinite()).toList();
		String reasons = bySeed.values().stream().filter(t -> !t.score().isFinite())
				.map(t -> t.score().reason().map(NonFinite::id).orElse("")).distinct() //$NON-NLS-1$
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
		if (finite.isEmpty()) {
			return reasons;
		}
		double mean = finite.stream().mapToDouble(t -> t.score().value()).average().orElseThrow();
		if (bySeed.size() == 1) {
			return NLS.bind(Messages.CellFacts_oneSeed, number(mean), bySeed.keySet().iterator().next());
		}
		double least = finite.stream().mapToDouble(t -> t.score().value()).min().orElseThrow();
		double most = finite.stream().mapToDouble(t -> t.score().value()).max().orElseThrow();
		String several = NLS.bind(Messages.CellFacts_severalSeeds,
				new Object[] { number(mean), number(least), number(most), finite.size() });
		return reasons.isEmpty() ? several : several + "; " + reasons; //$NON-NLS-1$
	}
}
