/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.io.IOException;

import org.apache.commons.csv.CSVPrinter;
import org.trainless.figures.Figure;
import org.trainless.ui.share.FileJob;

/**
 * The numbers of a figure, one row for each place of a line, each point and each bar.
 *
 * @param figure   the figure
 * @param listener knows which point is which architecture
 */
record FigureRows(Figure figure, FigureListener listener) implements FileJob.Rows {
	@Override
	public void print(CSVPrinter printer) throws IOException {
		boolean bars = figure.layers().stream().anyMatch(Figure.Bars.class::isInstance);
		boolean bands = figure.layers().stream().anyMatch(Figure.Steps.class::isInstance);
		if (bars) {
			printer.printRecord("layer", figure.x() + " from", figure.x() + " to", figure.y()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		} else if (bands) {
			printer.printRecord("layer", figure.x(), figure.y(), "low", "high"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		} else {
			printer.printRecord("layer", "architecture", figure.x(), figure.y()); //$NON-NLS-1$ //$NON-NLS-2$
		}
		for (Figure.Layer layer : figure.layers()) {
			switch (layer) {
			case Figure.Steps s -> {
				for (int i = 0; i < s.x().length; i++) {
					printer.printRecord(s.name(), s.x()[i], s.y()[i], s.low()[i], s.high()[i]);
				}
			}
			case Figure.Points p -> {
				for (int i = 0; i < p.x().length; i++) {
					printer.printRecord(p.name(), listener.architecture(p, i), p.x()[i], p.y()[i]);
				}
			}
			case Figure.Bars b -> {
				for (int i = 0; i < b.count().length; i++) {
					printer.printRecord(b.name(), b.edges()[i], b.edges()[i + 1], b.count()[i]);
				}
			}
			}
		}
	}
}
