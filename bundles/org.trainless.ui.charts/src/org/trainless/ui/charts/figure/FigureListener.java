/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import org.trainless.figures.Figure;

/** Told what a person does with a figure. Called in the UI thread. */
public interface FigureListener {
	/**
	 * @param layer the layer
	 * @param index of one of its points, bars or steps
	 * @return what to say of it while the mouse or the cursor is on it; empty for nothing
	 */
	default String describe(Figure.Layer layer, int index) {
		return ""; //$NON-NLS-1$
	}

	/** A button of the mouse was pressed on the figure, whether or not the window system tells of the focus. */
	default void pressed() {
	}

	/**
	 * A point, a bar or a step was picked.
	 *
	 * @param layer the layer
	 * @param index of what was picked
	 */
	default void picked(Figure.Layer layer, int index) {
	}

	/**
	 * A rectangle was drawn.
	 *
	 * @param fromX left end, in the units of the axis
	 * @param toX   right end
	 * @param fromY lower end
	 * @param toY   upper end
	 */
	default void brushed(double fromX, double toX, double fromY, double toY) {
	}

	/**
	 * @param layer of the figure
	 * @param index of one of its points
	 * @return the architecture that the point is; empty when it is none, or of another figure. Called by any thread
	 */
	default String architecture(Figure.Layer layer, int index) {
		return ""; //$NON-NLS-1$
	}
}
