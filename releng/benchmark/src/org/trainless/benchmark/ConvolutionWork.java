/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import org.trainless.api.space.Cell;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;

/**
 * Floating-point operations of the convolutions that the output depends on; the least that must be computed.
 */
final class ConvolutionWork {
	private ConvolutionWork() {
	}

	/** @return 10⁹ operations, two for each multiplication with addition, for one image */
	static double giga(MacroNetwork network) {
		Cell cell = network.cell();
		long pixels = (long) network.task().input().height() * network.task().input().width();
		long channels = network.stemChannels();
		long sum = 9 * network.task().input().channels() * channels * pixels;
		for (Block block : network.blocks()) {
			long out = block.channels();
			if (block.kind() == Kind.REDUCTION) {
				pixels /= 4;
				sum += (9 * channels * out + 9 * out * out + channels * out) * pixels;
			} else {
				for (int e = 0; e < cell.operations().size(); e++) {
					if (cell.operations().get(e).isConvolution() && cell.isLive(e)) {
						sum += (cell.operations().get(e) == Operation.CONV_3X3 ? 9 : 1) * out * out * pixels;
					}
				}
			}
			channels = out;
		}
		return 2 * sum / 1e9;
	}
}
