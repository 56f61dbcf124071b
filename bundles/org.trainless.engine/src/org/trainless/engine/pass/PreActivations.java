/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.pass;

import java.nio.ByteBuffer;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Sees what each ReLU of the reference network reads.
 */
@FunctionalInterface
public interface PreActivations {
	/**
	 * @param site which ReLU
	 * @param x    what it reads: images first; not to be closed, changed or kept
	 */
	void read(ReluSite site, PtNDArray x);

	/**
	 * @param request what is run
	 * @return reports signs to the request's observer, if it wants them
	 */
	static PreActivations signs(PassRequest request) {
		if (!request.wants(Observable.SIGNS)) {
			return (site, x) -> {
			};
		}
		boolean wide = request.pass().precision() == Precision.DOUBLE;
		return (site, x) -> {
			int images = Math.toIntExact(x.getShape().get(0));
			ByteBuffer memory = Tensors.memory(x);
			SignCodes codes = wide ? SignPacker.pack(memory.asDoubleBuffer(), images)
					: SignPacker.pack(memory.asFloatBuffer(), images);
			request.observer().signs(site, codes);
		};
	}
}
