/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.List;
import java.util.Objects;

/**
 * The whole network of an architecture, without weights: a 3×3 stem, a row of blocks, and a head (batch normalisation,
 * ReLU, global average, linear classifier). The engine builds it; a search space describes it.
 *
 * @param cell         what every cell block computes
 * @param stemChannels channels after the stem
 * @param blocks       the blocks in order
 * @param task         input and classes
 * @since 0.1
 */
public record MacroNetwork(Cell cell, int stemChannels, List<Block> blocks, Task task) {

	/** What a block is. */
	public enum Kind {
		/** The cell, at constant width and resolution. */
		CELL,
		/** Residual block with stride 2 that halves the resolution and changes the width. */
		REDUCTION
	}

	/**
	 * One block.
	 *
	 * @param kind     what it is
	 * @param stage    number of its stage, from 0
	 * @param channels channels of its output
	 */
	public record Block(Kind kind, int stage, int channels) {
		public Block {
			Objects.requireNonNull(kind);
		}
	}

	public MacroNetwork {
		Objects.requireNonNull(cell);
		Objects.requireNonNull(task);
		blocks = List.copyOf(blocks);
		int channels = stemChannels;
		for (Block block : blocks) {
			if (block.kind() == Kind.CELL && block.channels() != channels) {
				throw new IllegalArgumentException("a cell keeps " + channels + " channels, not " + block.channels());
			}
			channels = block.channels();
		}
	}

	/**
	 * @return channels that enter the head
	 */
	public int headChannels() {
		return blocks.isEmpty() ? stemChannels : blocks.get(blocks.size() - 1).channels();
	}
}
