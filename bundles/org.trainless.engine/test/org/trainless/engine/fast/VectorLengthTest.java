/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Processors differ in the length of their vectors; a score must not. */
class VectorLengthTest {
	private static List<String> results(String... options) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(VectorModule.options());
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Convolutions.class.getName()));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
				.toList();
		assertEquals(0, process.waitFor(), lines.toString());
		return lines;
	}

	@Test
	@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
	void resultsAreEqualBitForBitWhateverTheLengthOfVectors() throws Exception {
		List<String> widest = results();
		List<String> narrow = results("-XX:MaxVectorSize=16");
		assertEquals("vectors of 4", narrow.get(0));
		List<String> middle = results("-XX:MaxVectorSize=32");
		assertTrue(List.of("vectors of 4", "vectors of 8").contains(middle.get(0)), middle.get(0));
		List<String> interpreted = results("-Xint");
		assertEquals(7, widest.size());
		for (int i = 1; i < widest.size(); i++) {
			assertEquals(widest.get(i), narrow.get(i));
			assertEquals(widest.get(i), middle.get(i));
			assertEquals(widest.get(i), interpreted.get(i));
		}
	}
}
