/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In other processes of this Java, which are started with other options. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class VectorModuleTest {
	/** What a process says of itself. */
	static final class Asked {
		private Asked() {
		}

		public static void main(String[] arguments) {
			System.out.print(VectorModule.isInstalled() + " " + VectorModule.isLoaded());
		}
	}

	private static String asked(List<String> options) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Asked.class.getName()));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), answer);
		return answer;
	}

	private static List<String> together(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	@Test
	void aProcessThatEvaluatesHasIt() throws Exception {
		assertEquals("true true", asked(VectorModule.options()));
	}

	@Test
	void aProcessThatWasNotAskedToHasItNot() throws Exception {
		assertEquals("true false", asked(List.of()));
	}

	/** Vectors would be objects there; processes that it starts for evaluations would have the compiler. */
	@ParameterizedTest
	@ValueSource(strings = { "-Xint", "-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=3", "-XX:TieredStopAtLevel=0" })
	void withoutTheBestCompilerItIsOfNoUse(String option) throws Exception {
		assertEquals("true false", asked(together(VectorModule.options(), List.of(option))));
		assertEquals("true true", asked(together(List.of(option), VectorModule.options())));
	}

	/** What the options of processes for evaluations do not undo: these would not have it either. */
	@ParameterizedTest
	@ValueSource(strings = { "-XX:-UseFMA", "-XX:CompilationMode=quick-only" })
	void whereVectorsAreSlowItIsNotInstalled(String option) throws Exception {
		assertEquals("false false", asked(together(VectorModule.options(), List.of(option))));
	}
}
