/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.trainless.api.run.Seed;

class BootstrapIntervalTest {
	private final RandomGenerator random = new Seed(3).generator();

	/** Means of two values are one, the middle or the other with probabilities 1/4, 1/2, 1/4. */
	@Test
	void twoValuesGiveTheValues() {
		BootstrapInterval interval = BootstrapInterval.ofMean(new double[] { 1, 5 }, 0.95, 2000, random);
		assertEquals(1, interval.low());
		assertEquals(5, interval.high());
	}

	@Test
	void manyValuesGiveWhatTheNormalDistributionGives() {
		double[] values = DoubleStream.generate(random::nextGaussian).limit(400).toArray();
		StreamingStatistics spread = new StreamingStatistics();
		DoubleStream.of(values).forEach(spread::addValue);
		double error = 1.959964 * spread.getStandardDeviation() / Math.sqrt(values.length);
		BootstrapInterval interval = BootstrapInterval.ofMean(values, 0.95, 20_000, random);
		assertEquals(spread.getMean() - error, interval.low(), 0.005);
		assertEquals(spread.getMean() + error, interval.high(), 0.005);
	}

	@Test
	void isRightAboutAsOftenAsItSays() {
		int right = 0;
		for (int i = 0; i < 400; i++) {
			double[] values = DoubleStream.generate(random::nextGaussian).limit(40).toArray();
			BootstrapInterval interval = BootstrapInterval.ofMean(values, 0.9, 400, random);
			right += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
		}
		// 360 expected, standard deviation 6
		assertTrue(right > 330 && right < 385, right + " of 400");
	}

	@Test
	void equalValuesGiveAPoint() {
		BootstrapInterval interval = BootstrapInterval.ofMean(new double[] { 2, 2, 2 }, 0.95, 100, random);
		assertEquals(2, interval.low());
		assertEquals(2, interval.high());
	}

	@Test
	void refusesWhatIsNoSample() {
		assertThrows(IllegalArgumentException.class, () -> BootstrapInterval.ofMean(new double[0], 0.95, 10, random));
		assertThrows(IllegalArgumentException.class, () -> BootstrapInterval.ofMean(new double[1], 1, 10, random));
	}
}
