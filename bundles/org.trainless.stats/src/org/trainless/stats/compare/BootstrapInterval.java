/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * An interval that holds the mean of what the values were drawn from: the percentile bootstrap (Efron and Tibshirani,
 * An Introduction to the Bootstrap, 1993, ch. 13). With fewer than about ten values it is too narrow.
 *
 * @param low   its lower end
 * @param high  its upper end
 * @param level how often such an interval is right, for example 0.95
 */
public record BootstrapInterval(double low, double high, double level) {
	/**
	 * @param values    what was drawn, at least one
	 * @param level     how often such an interval shall be right, between 0 and 1
	 * @param resamples how many samples are drawn from the values, at least 1
	 * @param random    draws them
	 * @return the interval
	 * @throws IllegalArgumentException when a number is not as it must be
	 */
	public static BootstrapInterval ofMean(double[] values, double level, int resamples, RandomGenerator random) {
		if (values.length == 0 || !(level > 0 && level < 1) || resamples < 1) {
			throw new IllegalArgumentException(
					values.length + " values, level " + level + ", " + resamples + " resamples");
		}
		double[] means = new double[resamples];
		double[] sample = new double[values.length];
		for (int r = 0; r < resamples; r++) {
			Arrays.setAll(sample, i -> values[random.nextInt(values.length)]);
			means[r] = StatUtils.mean(sample);
		}
		Percentile percentile = new Percentile();
		percentile.setData(means);
		double tail = 100 * (1 - level) / 2;
		return new BootstrapInterval(percentile.evaluate(tail), percentile.evaluate(100 - tail), level);
	}
}
