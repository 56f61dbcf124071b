/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.query.TaskDependence;
import org.trainless.ui.evaluations.model.Column.Kind;

/**
 * The columns: what a trial says of itself, and the features of its architecture. Those of features that depend on what
 * a network is for are of a network for the run's own images and classes, and say so. To be used by one thread at a
 * time, apart from the columns themselves.
 */
public final class Columns {
	/** Id of the column of scores. */
	public static final String SCORE = "score"; //$NON-NLS-1$
	/** Id of the column of architectures. */
	public static final String ARCHITECTURE = "architecture"; //$NON-NLS-1$

	/** Features that are shown at first; the others can be shown. */
	private static final Set<String> SHOWN = Set.of("skip_connect", "nor_conv_3x3", "depth", "params"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private static final int MOST_REMEMBERED = 1 << 20;

	private final Map<String, SearchSpace> spaces;
	private final List<Feature> features;
	private final Map<Purpose, FeatureValues> values = new HashMap<>();
	private final List<Column> all;

	/** What features are asked of. */
	private record Purpose(String space, Task task) {
	}

	/** Values of features of the architectures of one space, for one task; each is computed once. */
	static final class FeatureValues {
		private final Optional<SearchSpace> space;
		private final Task task;
		private final List<Feature> wanted;
		private final Map<Long, double[]> known = new HashMap<>();
		private final double[] none;

		FeatureValues(Optional<SearchSpace> space, Task task, List<Feature> wanted) {
			this.space = space;
			this.task = task;
			this.wanted = wanted;
			none = new double[wanted.size()];
			java.util.Arrays.fill(none, Double.NaN);
		}

		double[] of(Trial trial) {
			if (space.isEmpty()) {
				return none;
			}
			if (known.size() > MOST_REMEMBERED) {
				known.clear();
			}
			return known.computeIfAbsent(trial.index(), i -> compute(space.get(), trial));
		}

		private double[] compute(SearchSpace known, Trial trial) {
			try {
				var architecture = known.parse(trial.architecture());
				Set<String> has = known.features().stream().map(Feature::name)
						.collect(java.util.stream.Collectors.toSet());
				return wanted.stream()
						.mapToDouble(
								f -> has.contains(f.name()) ? known.feature(architecture, f.name(), task) : Double.NaN)
						.toArray();
			} catch (ProblemException | RuntimeException e) {
				// a run of an older version may hold what this space does not know; its trials are shown all the same
				return none;
			}
		}
	}

	/**
	 * @param spaces the installed search spaces by id
	 */
	public Columns(Map<String, SearchSpace> spaces) {
		this.spaces = Map.copyOf(spaces);
		Map<String, Feature> named = new LinkedHashMap<>();
		spaces.values().forEach(s -> s.features().forEach(f -> named.putIfAbsent(f.name(), f)));
		features = List.copyOf(named.values());
		List<Column> columns = new ArrayList<>(ofTrials());
		for (int i = 0; i < features.size(); i++) {
			columns.add(ofFeature(features.get(i), i));
		}
		all = Collections.unmodifiableList(columns);
	}

	/**
	 * @return all columns, in the order in which they stand at first
	 */
	public List<Column> all() {
		return all;
	}

	/**
	 * @param id of a column
	 * @return the column
	 */
	public Optional<Column> find(String id) {
		return all.stream().filter(c -> c.id().equals(id)).findFirst();
	}

	/**
	 * @param id of a column
	 * @return its position in {@link #all()}, or -1
	 */
	public int index(String id) {
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).id().equals(id)) {
				return i;
			}
		}
		return -1;
	}

	FeatureValues featuresOf(String space, Task task) {
		return values.computeIfAbsent(new Purpose(space, task),
				p -> new FeatureValues(Optional.ofNullable(spaces.get(space)), task, features));
	}

	private static List<Column> ofTrials() {
		return List.of(text("run", Messages.Columns_run, EvaluationRow::run, 16, true), //$NON-NLS-1$
				text("search", Messages.Columns_search, r -> r.trial().search(), 20, true), //$NON-NLS-1$
				count("seed", Messages.Columns_seed, r -> r.trial().seed(), 6, true), //$NON-NLS-1$
				count("trial", Messages.Columns_trial, r -> r.trial().number(), 8, true), //$NON-NLS-1$
				text("objective", Messages.Columns_objective, r -> r.trial().objective(), 12, false), //$NON-NLS-1$
				new Column(SCORE, Messages.Columns_score, "", Kind.REAL, //$NON-NLS-1$
						r -> r.trial().score().isFinite() ? r.trial().score().value() : Double.NaN,
						r -> score(r.trial().score()),
						r -> r.trial().score().isFinite() ? exact(r.trial().score().value()) : "", 14, true, false), //$NON-NLS-1$
				text("reason", Messages.Columns_reason, //$NON-NLS-1$
						r -> r.trial().score().reason().map(NonFinite::id).orElse(""), 14, false), //$NON-NLS-1$
				real("accuracy", Messages.Columns_accuracy, "%.2f", r -> r.trial().accuracy().orElse(Double.NaN), 10), //$NON-NLS-1$ //$NON-NLS-2$
				count("index", Messages.Columns_index, r -> r.trial().index(), 8, true), //$NON-NLS-1$
				text(ARCHITECTURE, Messages.Columns_architecture, r -> r.trial().architecture(), 64, true),
				count("classes", Messages.Columns_classes, r -> r.task().classes(), 8, false), //$NON-NLS-1$
				real("seconds", Messages.Columns_seconds, "%.3f", r -> r.trial().seconds(), 10), //$NON-NLS-1$ //$NON-NLS-2$
				new Column("cached", Messages.Columns_cached, "", Kind.FLAG, r -> r.trial().cached() ? 1 : 0, //$NON-NLS-1$ //$NON-NLS-2$
						r -> r.trial().cached() ? Messages.Columns_yes : "", //$NON-NLS-1$
						r -> Boolean.toString(r.trial().cached()), 8, true, false),
				real("training_seconds", Messages.Columns_trainingSeconds, "%.1f", //$NON-NLS-1$ //$NON-NLS-2$
						r -> r.trial().trainingSeconds(), 12),
				real("elapsed_seconds", Messages.Columns_elapsedSeconds, "%.2f", //$NON-NLS-1$ //$NON-NLS-2$
						r -> r.trial().elapsedSeconds(), 10));
	}

	private Column ofFeature(Feature feature, int position) {
		ToDoubleFunction<EvaluationRow> value = r -> r.features()[position];
		Function<EvaluationRow, String> exact = r -> exact(value.applyAsDouble(r));
		Kind kind = switch (feature.type()) {
		case COUNT -> Kind.COUNT;
		case REAL -> Kind.REAL;
		case FLAG -> Kind.FLAG;
		};
		Function<EvaluationRow, String> text = switch (kind) {
		case REAL -> r -> format("%.3f", value.applyAsDouble(r)); //$NON-NLS-1$
		case FLAG -> r -> value.applyAsDouble(r) == 1 ? Messages.Columns_yes : ""; //$NON-NLS-1$
		default -> exact;
		};
		boolean byTask = spaces.values().stream()
				.anyMatch(s -> s.features().contains(feature) && TaskDependence.of(s, feature.name()));
		Column column = new Column(feature.name(), feature.name(), feature.description(), kind, value, text, exact,
				Math.max(6, feature.name().length() + 2), SHOWN.contains(feature.name()), byTask);
		return byTask ? column.wide(column.title(Set.of(Task.IMAGENET16_120)).length() + 2) : column;
	}

	private static Column text(String id, String title, Function<EvaluationRow, String> value, int characters,
			boolean visible) {
		return new Column(id, title, "", Kind.TEXT, r -> Double.NaN, value, value, characters, visible, false); //$NON-NLS-1$
	}

	private static Column count(String id, String title, ToDoubleFunction<EvaluationRow> value, int characters,
			boolean visible) {
		Function<EvaluationRow, String> text = r -> exact(value.applyAsDouble(r));
		return new Column(id, title, "", Kind.COUNT, value, text, text, characters, visible, false); //$NON-NLS-1$
	}

	private static Column real(String id, String title, String format, ToDoubleFunction<EvaluationRow> value,
			int characters) {
		return new Column(id, title, "", Kind.REAL, value, r -> format(format, value.applyAsDouble(r)), //$NON-NLS-1$
				r -> exact(value.applyAsDouble(r)), characters, true, false);
	}

	private static String format(String format, double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value); //$NON-NLS-1$
	}

	private static String exact(double value) {
		if (Double.isNaN(value)) {
			return ""; //$NON-NLS-1$
		}
		return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? Long.toString((long) value)
				: Double.toString(value);
	}

	/** A score that is no finite number shows why. */
	private static String score(Score score) {
		if (!score.isFinite()) {
			return score.reason().map(NonFinite::id).orElse(""); //$NON-NLS-1$
		}
		double size = Math.abs(score.value());
		String format = size != 0 && (size < 1e-3 || size >= 1e9) ? "%.4e" : size >= 1e4 ? "%.1f" : "%.4f"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return String.format(Locale.ROOT, format, score.value());
	}
}
