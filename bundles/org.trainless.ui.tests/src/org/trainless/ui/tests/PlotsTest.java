/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trainless.figures.Figure;
import org.trainless.ui.charts.figure.FigureControl;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** What a run shows in the plots, and what a click on them does. */
class PlotsTest extends RunsInViews {
	@BeforeEach
	void runTwo() throws IOException {
		run(TWO);
	}

	private static FigureControl shown(String view, String id, int layers) throws PartInitException {
		Window.page().showView(view);
		FigureControl control = Window.named(FigureControl.class, id);
		Window.until("the figure of " + id, () -> control.figure().layers().size() == layers && control.isVisible());
		return control;
	}

	private ArchitectureSelection picked() {
		return selected.stream().filter(s -> !s.isEmpty()).findFirst().orElseThrow();
	}

	@Test
	void theAnytimeCurveShowsEachSearchAndAClickSelectsItsIncumbents() throws IOException, PartInitException {
		FigureControl control = shown("org.trainless.ui.charts.anytime", "anytime", 2);
		List<String> names = control.figure().layers().stream().map(Figure.Layer::name).toList();
		assertEquals(List.of("evolution", "random"), names.stream().sorted().toList());
		Figure.Steps steps = (Figure.Steps) control.figure().layers().get(0);
		assertEquals(40, steps.x()[steps.x().length - 1]);
		Window.screenshot("anytime");
		int last = steps.x().length - 1;
		Point at = control.where(steps.x()[last], steps.y()[last]);
		click(control.plot(), at);
		Window.until("a selection", () -> selected.stream().anyMatch(x -> !x.isEmpty()));
		assertTrue(picked().architectures().size() <= 3 && !picked().isEmpty());
		assertEquals("nats-tss", picked().space());
	}

	/** Without a window manager, as here, nothing has the focus when a dialog that had it is closed. */
	@Test
	void aClickIsHeardAlsoWhenTheWindowHasNotGotTheFocus() throws IOException, PartInitException {
		FigureControl control = shown("org.trainless.ui.charts.anytime", "anytime", 2);
		Window.page().activate(Window.page().showView("org.trainless.ui.runs"));
		Shell dialog = new Shell(Window.shell(), SWT.SHELL_TRIM);
		dialog.setSize(200, 100);
		dialog.open();
		dialog.forceActive();
		Window.until("the dialog has the focus", () -> dialog.getDisplay().getActiveShell() == dialog);
		dialog.dispose();
		Figure.Steps steps = (Figure.Steps) control.figure().layers().get(0);
		int last = steps.x().length - 1;
		selected.clear();
		click(control.plot(), control.where(steps.x()[last], steps.y()[last]));
		Window.until("a selection", () -> selected.stream().anyMatch(x -> !x.isEmpty()));
		Window.shell().forceActive();
	}

	@Test
	void theHistogramIsSplitAndABarSelectsItsCells() throws IOException, PartInitException {
		FigureControl control = shown("org.trainless.ui.charts.histogram", "histogram", 2);
		Figure.Bars none = (Figure.Bars) control.figure().layers().get(0);
		assertEquals("no skip_connect", none.name());
		long distinct = open.runs().get(0).trials().stream().map(t -> t.seed() + t.architecture()).distinct().count();
		long counted = control.figure().layers().stream()
				.mapToLong(l -> java.util.Arrays.stream(((Figure.Bars) l).count()).sum()).sum();
		assertEquals(distinct, counted);
		Window.screenshot("histogram");
		int bin = 0;
		for (int i = 0; i < none.count().length; i++) {
			bin = none.count()[i] > none.count()[bin] ? i : bin;
		}
		Point at = control.where((none.edges()[bin] + none.edges()[bin + 1]) / 2, none.count()[bin] / 2.0);
		click(control.plot(), at);
		Window.until("a selection", () -> selected.stream().anyMatch(x -> !x.isEmpty()));
		assertFalse(picked().isEmpty());
		assertTrue(picked().architectures().stream().noneMatch(a -> a.contains("skip_connect")));
	}

	@Test
	void thePlotsFollowTheTheme() throws IOException, PartInitException {
		FigureControl control = shown("org.trainless.ui.charts.anytime", "anytime", 2);
		try {
			Window.theme(Themes.DARK);
			Window.until("it is dark", () -> ((Chart) control.getChildren()[0]).getAxisSet().getXAxis(0).getTick()
					.getForeground().equals(Palette.text()) && Themes.isDark());
			assertEquals(Palette.ground(), control.plot().getBackground());
			Window.screenshot("anytime-dark");
			shown("org.trainless.ui.charts.histogram", "histogram", 2);
			Window.screenshot("histogram-dark");
		} finally {
			Window.theme(Themes.LIGHT);
		}
		Window.until("it is light", () -> control.getBackground().getRed() > 0xf0);
	}
}
