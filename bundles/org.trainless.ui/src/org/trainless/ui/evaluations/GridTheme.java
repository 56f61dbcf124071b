/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortIconPainter;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortableHeaderTextPainter;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.theme.ModernNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum;
import org.eclipse.swt.graphics.Color;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * Colours of the table. All of them are given here: NatTable's own dark theme takes those of its headers from the
 * system, as they are when its classes are loaded, and so has a light header in a workbench that starts dark.
 */
final class GridTheme extends ModernNatTableThemeConfiguration {
	private final boolean dark = Themes.isDark();

	GridTheme() {
		Color text = Palette.text();
		Color chosen = Palette.chosen();
		defaultBgColor = Palette.ground();
		defaultFgColor = text;
		evenRowBgColor = Palette.ground();
		oddRowBgColor = Palette.stripe();
		defaultSelectionBgColor = chosen;
		defaultSelectionFgColor = text;
		selectionAnchorSelectionBgColor = chosen;
		selectionAnchorSelectionFgColor = text;
		selectionAnchorBgColor = chosen;
		selectionAnchorFgColor = text;
		selectionAnchorBorderStyle = new BorderStyle(1, text, BorderStyle.LineStyleEnum.SOLID);
		cHeaderBgColor = Palette.header();
		cHeaderFgColor = text;
		cHeaderSelectionBgColor = Palette.header();
		cHeaderSelectionFgColor = text;
		cHeaderFullSelectionBgColor = Palette.header();
		cHeaderFullSelectionFgColor = text;
		// left, not centred: columns of texts are read down their beginning
		defaultHAlign = HorizontalAlignmentEnum.LEFT;
		cHeaderHAlign = HorizontalAlignmentEnum.LEFT;
		cHeaderSelectionHAlign = HorizontalAlignmentEnum.LEFT;
	}

	@Override
	public void createPainterInstances() {
		super.createPainterInstances();
		ICellPainter title = new BackgroundPainter(
				new PaddingDecorator(new TextPainter(false, false), 0, 5, 0, 5, false));
		cHeaderCellPainter = title;
		cHeaderSelectionCellPainter = title;
		ICellPainter sorted = new BackgroundPainter(
				new PaddingDecorator(new SortableHeaderTextPainter(new TextPainter(false, false), CellEdgeEnum.RIGHT,
						new SortIconPainter(false, dark), false, 0, false), 0, 2, 0, 5, false));
		sortHeaderCellPainter = sorted;
		selectedSortHeaderCellPainter = sorted;
	}
}
