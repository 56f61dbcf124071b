/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.List;

import org.trainless.api.space.Operation;
import org.trainless.figures.Style;
import org.trainless.figures.drawing.Mark.Form;

/**
 * How an operation looks: its colour, and as second cues the shape of its label, the dashes and the width of its line.
 *
 * @param label  its name, short
 * @param style  its colour; -1 for the colour of what steps back
 * @param form   shape of its label
 * @param width  of its line
 * @param dashes of its line
 */
record OperationLook(String label, int style, Form form, double width, List<Float> dashes) {
	static OperationLook of(Operation operation) {
		return switch (operation) {
		case NONE -> new OperationLook(Messages.OperationLook_none, -1, Form.BOX, 1.2, List.of(1f, 4f));
		case SKIP_CONNECT -> new OperationLook(Messages.OperationLook_skip, 1, Form.HEXAGON, 2, List.of(4f, 2.5f));
		case CONV_1X1 -> new OperationLook(Messages.OperationLook_conv1, 2, Form.BOX, 1.8, List.of());
		case CONV_3X3 -> new OperationLook(Messages.OperationLook_conv3, 0, Form.BOX, 3.4, List.of());
		case AVG_POOL_3X3 ->
			new OperationLook(Messages.OperationLook_pool, 3, Form.ELLIPSE, 2, List.of(6f, 2f, 1.5f, 2f));
		};
	}

	/** @return 0xRRGGBB */
	int colour(Look look) {
		return style < 0 ? look.faint() : Style.of(style).colour(look.dark());
	}

	/**
	 * What colours there are besides those of operations.
	 *
	 * @param dark   whether the ground is dark
	 * @param ground 0xRRGGBB
	 * @param text   0xRRGGBB
	 * @param faint  what steps back, and can be read all the same
	 * @param marked behind what differs
	 */
	record Look(boolean dark, int ground, int text, int faint, int marked) {
		/** For paper. */
		static final Look PAPER = new Look(false, 0xffffff, 0x202020, 0x8a8a8a, 0xffe08a);
		/** For a dark window. */
		static final Look DARK = new Look(true, 0x2f2f2f, 0xd8d8d8, 0x8c8c8c, 0x6b5412);
		/** High contrast, light. */
		static final Look BLACK_ON_WHITE = new Look(false, 0xffffff, 0x000000, 0x404040, 0xffd400);
		/** High contrast, dark. */
		static final Look WHITE_ON_BLACK = new Look(true, 0x000000, 0xffffff, 0xc0c0c0, 0x806000);
	}
}
