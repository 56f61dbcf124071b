/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import org.trainless.api.space.Cell;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.Operation;

/**
 * Trainable parameters and multiply-accumulates of a whole network, counted layer by layer as NATS-Bench does:
 * operations that lead nowhere included, batch normalisation and pooling without multiply-accumulates, the classifier's
 * bias as one each.
 *
 * @param parameters trainable numbers
 * @param macs       multiply-accumulates of one image in convolutions and the classifier
 */
record NetworkCosts(long parameters, long macs) {

	static NetworkCosts of(MacroNetwork network) {
		Counter counter = new Counter(network.task().input());
		counter.convolution(3, network.task().input().channels(), network.stemChannels());
		counter.normalisation(network.stemChannels());
		int channels = network.stemChannels();
		for (MacroNetwork.Block block : network.blocks()) {
			switch (block.kind()) {
			case CELL -> counter.cell(network.cell(), block.channels());
			case REDUCTION -> counter.reduction(channels, block.channels());
			}
			channels = block.channels();
		}
		counter.normalisation(channels);
		counter.classifier(channels, network.task().classes());
		return new NetworkCosts(counter.parameters, counter.macs);
	}

	private static final class Counter {
		private long parameters;
		private long macs;
		private int height;
		private int width;

		Counter(ImageShape input) {
			height = input.height();
			width = input.width();
		}

		void convolution(int kernel, int in, int out) {
			long weights = (long) kernel * kernel * in * out;
			parameters += weights;
			macs += weights * height * width;
		}

		void normalisation(int channels) {
			parameters += 2L * channels;
		}

		void cell(Cell cell, int channels) {
			for (Operation operation : cell.operations()) {
				if (operation.isConvolution()) {
					convolution(operation == Operation.CONV_3X3 ? 3 : 1, channels, channels);
					normalisation(channels);
				}
			}
		}

		/** ReLU, 3×3 with stride 2, 3×3; the shortcut is a pooling and a 1×1 convolution without normalisation. */
		void reduction(int in, int out) {
			height = (height + 1) / 2;
			width = (width + 1) / 2;
			convolution(3, in, out);
			normalisation(out);
			convolution(3, out, out);
			normalisation(out);
			convolution(1, in, out);
		}

		void classifier(int in, int out) {
			parameters += (long) in * out + out;
			macs += (long) in * out + out;
		}
	}
}
