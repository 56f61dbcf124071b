/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.ui.runs.RunName;

class RunNameTest {
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	@Test
	void aNewRunIsOfTodayAndSaysItsTime() {
		assertEquals("my-study 09:05:01",
				RunName.label(RunName.of("my-study", LocalDateTime.of(2026, 11, 24, 9, 5, 1)), TODAY));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "study-20261124-225040 | study 22:50:40",
			"study-20261124-225040-2 | study 22:50:40-2", "study-20261123-225040 | study 23 Nov, 22:50",
			"study-20251124-225040 | study 24 Nov 2025, 22:50",
			"a-20250101-000000-20261124-225040 | " + "a-20250101-000000 22:50:40", "study | study",
			"study-20261399-225040 | study-20261399-225040", "study-20261124 | study-20261124" })
	void aNameSaysOfTheMomentWhatIsNotPlain(String name, String label) {
		assertEquals(label, RunName.label(name, TODAY));
	}
}
