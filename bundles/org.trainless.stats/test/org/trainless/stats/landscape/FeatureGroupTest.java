/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.trainless.api.space.Feature;

class FeatureGroupTest {
	@Test
	void fewValuesHaveAGroupEach() {
		List<FeatureGroup> groups = FeatureGroup.of(new double[] { 2, 0, 2, 6, 0, 0 });
		assertEquals(3, groups.size());
		assertArrayEquals(new int[] { 1, 4, 5 }, groups.get(0).members());
		assertArrayEquals(new int[] { 0, 2 }, groups.get(1).members());
		assertEquals(6, groups.get(2).low());
		assertEquals(List.of(), FeatureGroup.of(new double[0]));
	}

	@Test
	void manyValuesAreRangesOfAboutEqualSize() {
		double[] values = new SplittableRandom(1).doubles(1000).toArray();
		List<FeatureGroup> groups = FeatureGroup.of(values);
		assertEquals(FeatureGroup.MOST_RANGES, groups.size());
		groups.forEach(g -> assertEquals(200, g.members().length));
	}

	@Test
	void eachThingIsInOneGroupAndGroupsDoNotOverlap() {
		SplittableRandom random = new SplittableRandom(2);
		for (int round = 0; round < 300; round++) {
			int kinds = 1 + random.nextInt(30);
			double[] values = random.doubles(1 + random.nextInt(100)).map(v -> Math.floor(kinds * v * v) - kinds / 2)
					.toArray();
			List<FeatureGroup> groups = FeatureGroup.of(values);
			assertArrayEquals(IntStream.range(0, values.length).toArray(),
					groups.stream().flatMapToInt(g -> Arrays.stream(g.members())).sorted().toArray());
			for (int i = 0; i < groups.size(); i++) {
				FeatureGroup group = groups.get(i);
				assertTrue(group.low() <= group.high());
				assertTrue(i == 0 || groups.get(i - 1).high() < group.low());
				assertTrue(Arrays.stream(group.members())
						.allMatch(m -> values[m] >= group.low() && values[m] <= group.high()));
			}
		}
	}

	@Test
	void twoGroupsAreNoneAndSomeOrBelowTheMedianAndNot() {
		List<FeatureGroup> counts = FeatureGroup.inTwo(new double[] { 0, 3, 0, 1 }, Feature.Type.COUNT);
		assertArrayEquals(new int[] { 0, 2 }, counts.get(0).members());
		assertArrayEquals(new int[] { 1, 3 }, counts.get(1).members());
		assertEquals(3, counts.get(1).high());
		List<FeatureGroup> reals = FeatureGroup.inTwo(new double[] { 0.5, 9, 2, 2, 0.25 }, Feature.Type.REAL);
		assertArrayEquals(new int[] { 0, 4 }, reals.get(0).members());
		assertEquals(2, reals.get(1).low());
		assertEquals(0.5, reals.get(0).high());
		List<FeatureGroup> flags = FeatureGroup.inTwo(new double[] { 1, 1 }, Feature.Type.FLAG);
		assertEquals(0, flags.get(0).members().length);
		assertEquals(2, flags.get(1).members().length);
		assertEquals(2, FeatureGroup.inTwo(new double[0], Feature.Type.REAL).size());
	}
}
