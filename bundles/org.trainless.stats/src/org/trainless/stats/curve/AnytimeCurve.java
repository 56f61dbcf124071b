/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.hipparchus.distribution.continuous.TDistribution;
import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Proposal;

/**
 * The incumbent of one search as the search goes on: mean over seeds, and a band that holds the true mean with 95 %
 * confidence (Student's t, seeds taken as independent). A seed counts from its first incumbent; beyond its last trial
 * it counts with its final incumbent if no seed has more trials, so that a seed that still goes on does not pull the
 * mean down.
 *
 * @param search name of the search
 * @param seeds  how many seeds are in it
 * @param x      where the curve steps, ascending; at most {@value #MOST_POINTS}
 * @param mean   from {@code x[i]} on; as long as {@code x}
 * @param low    lower end of the band; the mean where fewer than two seeds count
 * @param high   upper end of the band
 */
public record AnytimeCurve(String search, int seeds, double[] x, double[] mean, double[] low, double[] high) {
	/** A curve has no more points: more than a screen has columns are not seen. */
	public static final int MOST_POINTS = 512;

	private static final double UPPER_TAIL = 0.975;

	/** One seed: where its incumbent changes, and to what. */
	private static final class Steps {
		private final boolean higherIsBetter;
		private double[] x = new double[16];
		private double[] value = new double[16];
		private int size;
		private long trials;
		private double last;
		private double best;

		Steps(boolean higherIsBetter) {
			this.higherIsBetter = higherIsBetter;
		}

		void add(Trial trial, AnytimeAxis axis, AnytimeValue shown) {
			trials++;
			last = Math.max(last, axis.of(trial));
			double score = trial.score().value();
			if (!trial.score().isFinite() || !trial.objective().equals(Proposal.OBJECTIVE)
					|| size > 0 && (higherIsBetter ? score <= best : score >= best)) {
				return;
			}
			if (size == x.length) {
				x = Arrays.copyOf(x, 2 * size);
				value = Arrays.copyOf(value, 2 * size);
			}
			best = score;
			x[size] = axis.of(trial);
			value[size++] = shown.of(trial);
		}

		/** NaN before the first incumbent. */
		double at(double place) {
			int found = Arrays.binarySearch(x, 0, size, place);
			// of several steps at one place the last one holds
			while (found >= 0 && found + 1 < size && x[found + 1] == place) {
				found++;
			}
			int index = found >= 0 ? found : -found - 2;
			return index < 0 ? Double.NaN : value[index];
		}
	}

	/**
	 * @param trials         of a run, those of a search and seed in their order
	 * @param higherIsBetter by name of the search, of scores
	 * @param axis           against what
	 * @param value          what is shown
	 * @return a curve of each search that has one, in the order in which the searches appear
	 */
	public static List<AnytimeCurve> of(List<Trial> trials, Predicate<String> higherIsBetter, AnytimeAxis axis,
			AnytimeValue value) {
		Map<String, Map<Long, Steps>> searches = new LinkedHashMap<>();
		Map<String, Boolean> directions = new HashMap<>();
		for (Trial trial : trials) {
			searches.computeIfAbsent(trial.search(), s -> new LinkedHashMap<>())
					.computeIfAbsent(trial.seed(),
							s -> new Steps(directions.computeIfAbsent(trial.search(), higherIsBetter::test)))
					.add(trial, axis, value);
		}
		List<AnytimeCurve> curves = new ArrayList<>();
		searches.forEach((search, seeds) -> {
			List<Steps> known = seeds.values().stream().filter(s -> s.size > 0 && !Double.isNaN(s.value[s.size - 1]))
					.toList();
			if (!known.isEmpty()) {
				curves.add(of(search, known));
			}
		});
		return curves;
	}

	private static AnytimeCurve of(String search, List<Steps> seeds) {
		double[] x = places(seeds);
		long most = seeds.stream().mapToLong(s -> s.trials).max().orElse(0);
		double[] mean = new double[x.length];
		double[] low = new double[x.length];
		double[] high = new double[x.length];
		double[] values = new double[seeds.size()];
		for (int i = 0; i < x.length; i++) {
			int count = 0;
			for (Steps seed : seeds) {
				double value = x[i] <= seed.last || seed.trials == most ? seed.at(x[i]) : Double.NaN;
				if (!Double.isNaN(value)) {
					values[count++] = value;
				}
			}
			double sum = 0;
			for (int j = 0; j < count; j++) {
				sum += values[j];
			}
			mean[i] = sum / count;
			double half = count < 2 ? 0 : halfWidth(values, count, mean[i]);
			low[i] = mean[i] - half;
			high[i] = mean[i] + half;
		}
		return new AnytimeCurve(search, seeds.size(), x, mean, low, high);
	}

	private static double halfWidth(double[] values, int count, double mean) {
		double squares = 0;
		for (int j = 0; j < count; j++) {
			squares += (values[j] - mean) * (values[j] - mean);
		}
		return Quantiles.of(count - 1) * Math.sqrt(squares / (count - 1) / count);
	}

	/** Where any seed steps, from the first incumbent on, and the end; thinned evenly. */
	private static double[] places(List<Steps> seeds) {
		double end = seeds.stream().mapToDouble(s -> s.last).max().orElse(0);
		double[] all = seeds.stream()
				.flatMapToDouble(s -> java.util.stream.DoubleStream.concat(Arrays.stream(s.x, 0, s.size),
						java.util.stream.DoubleStream.of(s.last)))
				.filter(place -> seeds.stream().anyMatch(s -> !Double.isNaN(s.at(place)))).sorted().distinct()
				.toArray();
		if (all.length <= MOST_POINTS) {
			return all;
		}
		double[] thinned = new double[MOST_POINTS];
		for (int i = 0; i < MOST_POINTS; i++) {
			thinned[i] = all[(int) ((long) i * (all.length - 1) / (MOST_POINTS - 1))];
		}
		thinned[MOST_POINTS - 1] = end;
		return thinned;
	}

	/** Quantiles of Student's t; the same few degrees of freedom are asked for again and again. */
	private static final class Quantiles {
		static double of(int degrees) {
			return new TDistribution(degrees).inverseCumulativeProbability(UPPER_TAIL);
		}
	}
}
