/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.trainless.api.proxy.Pass.Precision;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

class TorchEngineTest {
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
