/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Proposal;
import org.trainless.stats.rank.RankAgreement;

/**
 * What a proxy says of architectures against how accurate they are: one point for each architecture. Immutable.
 *
 * @param points          those whose accuracy is known, in the order in which they were met
 * @param withoutAccuracy how many others there are
 * @param higherIsBetter  direction of the scores
 */
public record Landscape(List<LandscapePoint> points, int withoutAccuracy, boolean higherIsBetter) {
	/** Of how many the best are looked at when nobody says: a tenth. */
	public static final int SHARE_OF_THE_BEST = 10;

	public Landscape {
		points = List.copyOf(points);
	}

	/** One architecture while scores are read. */
	private static final class Tally {
		private final Map<Long, Double> bySeed = new LinkedHashMap<>(2);
		private double accuracy = Double.NaN;

		LandscapePoint point(String architecture) {
			double mean = bySeed.values().stream().mapToDouble(v -> v).filter(Double::isFinite).average()
					.orElse(Double.NaN);
			return new LandscapePoint(architecture, mean, bySeed.size(), accuracy);
		}
	}

	/** Collects scores. An architecture that one seed scores again counts once, with the later score. */
	public static final class Builder {
		private final Map<String, Tally> tallies = new LinkedHashMap<>();
		private final boolean higherIsBetter;

		/**
		 * @param higherIsBetter direction of the scores
		 */
		public Builder(boolean higherIsBetter) {
			this.higherIsBetter = higherIsBetter;
		}

		/**
		 * @param architecture text of the architecture
		 * @param seed         whose score it is; any number when there is but one
		 * @param score        the score; may be infinite or NaN
		 * @param accuracy     true accuracy in per cent, if known
		 * @return this
		 */
		public Builder add(String architecture, long seed, double score, OptionalDouble accuracy) {
			Tally tally = tallies.computeIfAbsent(architecture, a -> new Tally());
			tally.bySeed.put(seed, score);
			if (accuracy.isPresent()) {
				tally.accuracy = accuracy.getAsDouble();
			}
			return this;
		}

		/**
		 * @return the landscape of what was added
		 */
		public Landscape build() {
			List<LandscapePoint> points = new ArrayList<>(tallies.size());
			tallies.forEach((architecture, tally) -> {
				if (!Double.isNaN(tally.accuracy)) {
					points.add(tally.point(architecture));
				}
			});
			return new Landscape(points, tallies.size() - points.size(), higherIsBetter);
		}
	}

	/**
	 * @param trials         trials of a run
	 * @param searches       which searches count: those of one objective, whose scores can be compared
	 * @param higherIsBetter direction of that objective
	 * @return the landscape of the architectures that they evaluated by their own objective
	 */
	public static Landscape of(List<Trial> trials, Predicate<String> searches, boolean higherIsBetter) {
		Builder builder = new Builder(higherIsBetter);
		for (Trial trial : trials) {
			if (trial.objective().equals(Proposal.OBJECTIVE) && searches.test(trial.search())) {
				builder.add(trial.architecture(), trial.seed(), trial.score().value(), trial.accuracy());
			}
		}
		return builder.build();
	}

	/**
	 * @return how many points have no finite score, and so no place in a plot
	 */
	public int nonFinite() {
		return (int) points.stream().filter(p -> !p.isFinite()).count();
	}

	/** Greater is better; what is not finite becomes NaN, which ranks last. */
	private double fitness(LandscapePoint point) {
		return higherIsBetter ? point.score() : -point.score();
	}

	/**
	 * @param top how many of the best to look at, at least 1; a tenth of the points when empty
	 * @return how far the orders agree; empty when there are fewer than two points
	 */
	public Optional<LandscapeAgreement> agreement(OptionalInt top) {
		int count = points.size();
		if (count < 2) {
			return Optional.empty();
		}
		double[] fitness = points.stream().mapToDouble(this::fitness).toArray();
		double[] accuracy = points.stream().mapToDouble(LandscapePoint::accuracy).toArray();
		RankAgreement all = new RankAgreement(fitness, accuracy);
		int k = Math.min(count, Math.max(1, top.orElse(count / SHARE_OF_THE_BEST)));
		int[] best = IntStream.range(0, count).boxed().sorted(Comparator.comparingDouble((Integer i) -> -accuracy[i]))
				.limit(k).mapToInt(i -> i).toArray();
		int pick = 0;
		for (int i = 1; i < count; i++) {
			pick = better(fitness[i], fitness[pick]) ? i : pick;
		}
		int optimum = best[0];
		int ahead = (int) Arrays.stream(fitness).filter(f -> better(f, fitness[optimum])).count();
		return Optional.of(new LandscapeAgreement(count, nonFinite(), all.spearman(), all.kendall(), k,
				all.topOverlap(k), among(best, fitness, accuracy), points.get(pick), points.get(optimum), ahead + 1));
	}

	private static boolean better(double fitness, double other) {
		return fitness > other || Double.isNaN(other) && !Double.isNaN(fitness);
	}

	private static double among(int[] members, double[] fitness, double[] accuracy) {
		return members.length < 2 ? Double.NaN
				: new RankAgreement(Arrays.stream(members).mapToDouble(i -> fitness[i]).toArray(),
						Arrays.stream(members).mapToDouble(i -> accuracy[i]).toArray()).spearman();
	}

	/**
	 * @param lowScore     least score
	 * @param highScore    greatest score
	 * @param lowAccuracy  least accuracy
	 * @param highAccuracy greatest accuracy
	 * @return indices of the points in that rectangle, edges included, the best scores first
	 */
	public int[] within(double lowScore, double highScore, double lowAccuracy, double highAccuracy) {
		return IntStream.range(0, points.size()).filter(i -> {
			LandscapePoint point = points.get(i);
			return point.score() >= lowScore && point.score() <= highScore && point.accuracy() >= lowAccuracy
					&& point.accuracy() <= highAccuracy;
		}).boxed().sorted(Comparator.comparingDouble(i -> -fitness(points.get(i)))).mapToInt(i -> i).toArray();
	}

	/**
	 * @param score        where
	 * @param accuracy     where
	 * @param scoreUnit    how much of score is as far as one of distance, for example a pixel; above 0
	 * @param accuracyUnit how much of accuracy is as far as one of distance; above 0
	 * @param reach        greatest distance
	 * @return index of the nearest point, if one is in reach
	 */
	public OptionalInt nearest(double score, double accuracy, double scoreUnit, double accuracyUnit, double reach) {
		int nearest = -1;
		double least = reach;
		for (int i = 0; i < points.size(); i++) {
			double distance = Math.hypot((points.get(i).score() - score) / scoreUnit,
					(points.get(i).accuracy() - accuracy) / accuracyUnit);
			if (distance <= least && (nearest < 0 || distance < least)) {
				least = distance;
				nearest = i;
			}
		}
		return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
	}
}
