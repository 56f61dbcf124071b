/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.proxy.Pass.Precision;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

class TorchEngineTest {
	private static final String PATH = "PYTORCH_LIBRARY_PATH";
	private static final String FLAVOR = "PYTORCH_FLAVOR";

	/** DJL reads the property too where the environment is silent. */
	@Test
	void anotherLibtorchIsRefusedHoweverItIsNamed(@TempDir Path folder) throws IOException {
		assumeTrue(!LibtorchChoice.isMade(), "these tests run with a libtorch of the user's");
		Files.writeString(folder.resolve("libtorch_cpu.so"), "\0002.6.0\000");
		System.setProperty(PATH, folder.toString());
		try {
			assertTrue(LibtorchChoice.isMade());
			assertEquals(List.of(PATH), LibtorchChoice.names());
			TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH);
			String refused = assertThrows(EngineUnavailableException.class, engine::start).getMessage();
			assertTrue(refused.contains(folder + " that is not version " + TorchEngine.LIBTORCH), refused);
		} finally {
			System.clearProperty(PATH);
		}
	}

	@Test
	void whatIsBlankIsNotSet() {
		for (String blank : List.of("", " ", "\t")) {
			assertEquals(Optional.empty(), LibtorchChoice.value(blank, null));
			assertEquals(Optional.empty(), LibtorchChoice.value(null, blank));
			assertEquals(Optional.empty(), LibtorchChoice.value(blank, "hidden, as DJL does it"));
			assertTrue(LibtorchChoice.hidesInstalled(blank));
		}
		assertEquals(Optional.of("a"), LibtorchChoice.value("a", "b"));
		assertEquals(Optional.of("b"), LibtorchChoice.value(null, "b"));
		assertFalse(LibtorchChoice.hidesInstalled(null));
		assertFalse(LibtorchChoice.hidesInstalled("a"));
	}

	@Test
	void aBlankPropertyDoesNotKeepTheDefaultOut() {
		assumeTrue(!LibtorchChoice.isMade(), "these tests run with a libtorch of the user's");
		String before = System.getProperty(FLAVOR);
		System.setProperty(FLAVOR, " ");
		try {
			assertEquals(List.of(), LibtorchChoice.names());
			LibtorchChoice.setDefault(FLAVOR, "cpu");
			assertEquals("cpu", System.getProperty(FLAVOR));
		} finally {
			if (before == null) {
				System.clearProperty(FLAVOR);
			} else {
				System.setProperty(FLAVOR, before);
			}
		}
	}

	/** Else a second engine of the process would take the first one's folder for the user's wish. */
	@Test
	void whatTrainlessTellsDjlIsNobodysChoice() {
		assumeTrue(!LibtorchChoice.isMade(), "these tests run with a libtorch of the user's");
		String before = System.getProperty(FLAVOR);
		try {
			LibtorchChoice.setDefault(FLAVOR, "cpu");
			assertEquals("cpu", System.getProperty(FLAVOR));
			assertFalse(LibtorchChoice.isMade());
		} finally {
			if (before == null) {
				System.clearProperty(FLAVOR);
			}
		}
	}

	/** A pass that was cancelled goes on for a moment; its memory must not go from under it. */
	@Test
	void aPassThatIsGoingOnKeepsItsTensorsWhenTheEngineIsClosed() {
		TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH);
		PtNDArray left;
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false)) {
			left = tensors.create(new float[] { 1, 2 }, 2);
			engine.close();
			try (PtNDArray sum = JniUtils.add(left, left)) {
				assertArrayEquals(new double[] { 2, 4 }, tensors.read(sum));
			}
			assertThrows(IllegalStateException.class, () -> new Tensors(engine, Precision.SINGLE, false));
		}
		assertThrows(IllegalStateException.class, left::getHandle);
	}
}
