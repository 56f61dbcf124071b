/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.api.space.Feature.Type;

class ConstraintTest {
	static final List<Feature> FEATURES = List.of(feature("connected", Type.FLAG), feature("dead", Type.COUNT),
			feature("depth", Type.COUNT), feature("mflops", Type.REAL), feature("none", Type.COUNT),
			feature("nor_conv_3x3", Type.COUNT), feature("params", Type.COUNT), feature("skip_connect", Type.COUNT));
	private static final Map<String, Double> VALUES = Map.of("connected", 1.0, "dead", 0.0, "depth", 3.0, "mflops",
			15.5, "none", 2.0, "nor_conv_3x3", 1.0, "params", 129_306.0, "skip_connect", 2.0);

	static Feature feature(String name, Type type) {
		return new Feature(name, type, "", "");
	}

	static boolean holds(String text) throws ProblemException {
		return Constraint.parse(text, FEATURES).condition().holds(VALUES::get);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			skip_connect <= 1                          | false
			skip_connect <= 2                          | true
			skip_connect < 2                           | false
			skip_connect == 2                          | true
			skip_connect != 2                          | false
			skip_connect >= 2                          | true
			skip_connect > 2                           | false
			skip_connect <= 2 and params < 1e6         | true
			skip_connect <= 2 and params < 1.2E+5      | false
			mflops > 15.4 and mflops < 15.6            | true
			mflops * 2 == 31                           | true
			params / 2 < 64654                         | true
			dead == 0                                  | true
			connected                                  | true
			not connected                              | false
			not not connected                          | true
			connected == 1                             | true
			connected + dead == 1                      | true
			(connected)                                | true
			((skip_connect + none) * 2) == 8           | true
			(skip_connect + none) * 2 == 8             | true
			skip_connect + none * 2 == 6               | true
			skip_connect - none - 1 == -1              | true
			8 / skip_connect / none == 2               | true
			- skip_connect == -2                       | true
			--skip_connect == +2                       | true
			-skip_connect * -1 == 2                    | true
			1 <= depth <= 3                            | true
			1 <= depth < 3                             | false
			3 >= depth > dead                          | true
			0 < depth < 2 < 9                          | false
			not dead == 1                              | true
			not (dead == 0 and depth == 3)             | false
			dead == 1 or depth == 3 and none == 2      | true
			(dead == 1 or depth == 3) and none == 1    | false
			dead == 0 or depth == 9 and none == 9      | true
			not connected or dead == 0                 | true
			not (connected or dead == 0)               | false
			1 < 2                                      | true
			.5 < 1. and 0.25e1 == 2.5                  | true
			nor_conv_3x3>=1 and(none==2)               | true
			1 / dead > 1e300                           | true
			dead / dead == 0                           | false
			""")
	void means(String text, boolean expected) throws ProblemException {
		assertEquals(expected, holds(text), text);
	}

	@Test
	void spansLines() throws ProblemException {
		assertTrue(holds("connected\n\tand depth == 3\r\n"));
	}

	@Test
	void knowsTheFeaturesThatItReads() throws ProblemException {
		Constraint constraint = Constraint.parse("params < 5 or connected and not (depth + params > 1)", FEATURES);
		assertEquals(List.of("params", "connected", "depth"), List.copyOf(constraint.features()));
	}

	@Test
	void computesNoMoreThanItMust() throws ProblemException {
		List<String> asked = new ArrayList<>();
		Constraint.parse("skip_connect <= 1 and params < 1e6", FEATURES).condition().holds(feature -> {
			asked.add(feature);
			return VALUES.get(feature);
		});
		assertEquals(List.of("skip_connect"), asked);
	}

	@Test
	void equalTextsMeanTheSame() throws ProblemException {
		assertEquals(Constraint.parse("depth<3", FEATURES).condition(),
				Constraint.parse("( depth < 3.0 )", FEATURES).condition());
		assertFalse(Constraint.parse("depth<3", FEATURES).equals(Constraint.parse("depth<=3", FEATURES)));
	}
}
