/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.problem.Problem;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Feature;
import org.trainless.api.space.Task;
import org.trainless.api.strategy.Proposal;
import org.trainless.core.query.ArchitectureReport;
import org.trainless.core.query.ArchitectureReport.BenchmarkValues;
import org.trainless.core.query.ArchitectureReport.FeatureValue;
import org.trainless.core.query.QueryService;
import org.trainless.store.ScoreIdentity;
import org.trainless.store.StoredScore;
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
		/** What proxies said of it at any time, as the score store keeps it. */
		STORED(Messages.CellFacts_stored),
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
	 * Whence it is known.
	 *
	 * @param report     what is known without runs and benchmarks
	 * @param features   more features, of networks for other images
	 * @param accuracies what benchmarks say
	 * @param unreadable benchmarks that cannot be read, with what is wrong
	 * @param runs       the open runs
	 * @param stored     what the score store holds
	 * @param store      why the score store cannot be asked, if so
	 */
	record Known(ArchitectureReport report, List<FeatureValue> features, List<BenchmarkValues> accuracies,
			Map<String, String> unreadable, List<ShownRun> runs, List<StoredScore> stored, Optional<Problem> store) {

		/** @return all that is known */
		CellFacts facts() {
			Map<Fact, String> values = new LinkedHashMap<>();
			put(values, Section.ARCHITECTURE, Messages.CellFacts_index, Long.toString(report.index()));
			put(values, Section.ARCHITECTURE, Messages.CellFacts_string, report.architecture());
			report.notations().forEach((name, text) -> put(values, Section.ARCHITECTURE, name, text));
			report.representatives()
					.forEach((equivalence, index) -> put(values, Section.ARCHITECTURE,
							NLS.bind(Messages.CellFacts_representative,
									equivalence.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
							Long.toString(index)));
			Stream.concat(report.features().stream(), features.stream())
					.forEach(v -> values.put(new Fact(Section.NETWORK, name(v), v.feature().description()), text(v)));
			for (ShownRun run : runs) {
				if (run.facts().space().equals(report.space())) {
					ofRun(run, report.index(), values);
				}
			}
			ofStore(stored, values);
			store.ifPresent(
					p -> values.put(new Fact(Section.STORED, Messages.CellFacts_noStore, p.remedy()), p.toLine()));
			unreadable.forEach((benchmark, why) -> put(values, Section.ACCURACY, benchmark, why));
			for (BenchmarkValues benchmark : accuracies) {
				benchmark.values().forEach(
						(name, value) -> values.put(new Fact(Section.ACCURACY, benchmark.benchmark() + ": " + name, //$NON-NLS-1$
								benchmark.meaning().text()), number(value)));
			}
			return new CellFacts(values);
		}
	}

	/** A number that depends on what the network is for says so. */
	private static String name(FeatureValue value) {
		if (value.task().isEmpty()) {
			return value.feature().name();
		}
		Task task = QueryService.tasks().get(value.task());
		return NLS.bind(Messages.CellFacts_forTask, value.feature().name(),
				task == null ? value.task() : NLS.bind(Messages.CellFacts_classes, value.task(), task.classes()));
	}

	/** What scores depend on besides the seed. */
	private record Origin(String proxy, String version, String parameters, String dataset, int batch, String task,
			String engine, String precision) {
		Origin(ScoreIdentity identity) {
			this(identity.proxy(), identity.version(), identity.parameters(), identity.dataset(), identity.batch(),
					identity.task(), identity.engine() + ' ' + identity.device(), identity.precision());
		}

		/** The dataset's name begins its fingerprint. */
		String name() {
			return NLS.bind(Messages.CellFacts_storedScore,
					new Object[] { proxy, parameters.equals("{}") ? "" : ' ' + parameters, //$NON-NLS-1$ //$NON-NLS-2$
							dataset.replaceFirst(":.*", ""), batch }); //$NON-NLS-1$ //$NON-NLS-2$
		}

		String hover() {
			return NLS.bind(Messages.CellFacts_storedScoreHover,
					new Object[] { proxy, version, parameters, dataset, task, batch, engine, precision });
		}
	}

	private static void ofStore(List<StoredScore> stored, Map<Fact, String> values) {
		Map<Origin, Map<Long, Score>> byOrigin = new LinkedHashMap<>();
		for (StoredScore score : stored) {
			byOrigin.computeIfAbsent(new Origin(score.identity()), o -> new LinkedHashMap<>())
					.put(score.identity().seed(), score.score());
		}
		byOrigin.forEach((origin, bySeed) -> {
			String each = bySeed.entrySet().stream()
					.map(e -> NLS.bind(Messages.CellFacts_oneSeed, one(e.getValue()), e.getKey()))
					.collect(Collectors.joining("\n")); //$NON-NLS-1$
			values.put(new Fact(Section.STORED, origin.name(), origin.hover() + '\n' + each), scores(bySeed));
		});
	}

	private static String one(Score score) {
		return score.isFinite() ? number(score.value()) : score.reason().map(NonFinite::id).orElse(""); //$NON-NLS-1$
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
		Map<String, Map<Long, Score>> byObjective = new LinkedHashMap<>();
		OptionalDouble accuracy = OptionalDouble.empty();
		for (Trial trial : run.trials()) {
			if (trial.index() == index) {
				byObjective.computeIfAbsent(objective(run, trial), s -> new LinkedHashMap<>()).putIfAbsent(trial.seed(),
						trial.score());
				accuracy = trial.accuracy().isPresent() ? trial.accuracy() : accuracy;
			}
		}
		byObjective.forEach((name, bySeed) -> put(values, Section.SCORES, name, scores(bySeed)));
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
	private static String scores(Map<Long, Score> bySeed) {
		List<Score> finite = bySeed.values().stream().filter(Score::isFinite).toList();
		String reasons = bySeed.values().stream().filter(s -> !s.isFinite()).map(CellFacts::one).distinct()
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
		if (bySeed.size() == 1) {
			Map.Entry<Long, Score> only = bySeed.entrySet().iterator().next();
			return NLS.bind(Messages.CellFacts_oneSeed, one(only.getValue()), only.getKey());
		}
		if (finite.isEmpty()) {
			return reasons;
		}
		DoubleSummaryStatistics of = finite.stream().mapToDouble(Score::value).summaryStatistics();
		String several = NLS.bind(Messages.CellFacts_severalSeeds,
				new Object[] { number(of.getAverage()), number(of.getMin()), number(of.getMax()), finite.size() });
		return reasons.isEmpty() ? several : several + "; " + reasons; //$NON-NLS-1$
	}
}
