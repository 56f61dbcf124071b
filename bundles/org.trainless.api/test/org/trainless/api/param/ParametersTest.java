/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

class ParametersTest {
	@Test
	void answersWithTheDeclaredTypes() {
		Parameters inner = Parameters.of(Map.of("count", 3L));
		Selection proxy = new Selection(ContributionKind.PROXY, "naswot", Parameters.EMPTY);
		Parameters p = Parameters
				.of(Map.of("n", 5L, "x", 0.5, "b", true, "s", "a", "g", inner, "p", proxy, "l", List.of("u", "v")));
		assertEquals(5, p.intValue("n"));
		assertEquals(0.5, p.number("x"));
		assertEquals("a", p.text("s"));
		assertEquals(inner, p.group("g").orElseThrow());
		assertEquals(proxy, p.selection("p").orElseThrow());
		assertEquals(List.of("u", "v"), p.list("l", String.class));
		assertEquals(OptionalLong.empty(), p.optionalInteger("missing"));
		assertFalse(p.has("missing"));
	}

	@Test
	void aMissingValueNamesItsParameter() {
		NoSuchElementException e = assertThrows(NoSuchElementException.class, () -> Parameters.EMPTY.integer("sample"));
		assertEquals("parameter sample has no value", e.getMessage());
	}

	@Test
	void refusesTypesThatParametersDoNotHave() {
		assertThrows(IllegalArgumentException.class, () -> Parameters.of(Map.of("n", 5)));
		assertThrows(IllegalArgumentException.class, () -> Parameters.of(Map.of("l", List.of(1L, 2))));
	}

	@Test
	void laterChangesOfTheGivenMapDoNotShow() {
		Map<String, Object> values = new HashMap<>(Map.of("n", 1L));
		Parameters p = Parameters.of(values);
		values.put("n", 2L);
		assertEquals(1, p.integer("n"));
		assertThrows(UnsupportedOperationException.class, () -> p.asMap().put("n", 3L));
	}
}
