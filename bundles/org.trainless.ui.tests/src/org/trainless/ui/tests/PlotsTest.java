/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.figures.Figure;
import org.trainless.ui.charts.figure.FigureActions;
import org.trainless.ui.charts.figure.FigureControl;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** What a run shows in the plots, and what a click on them does. */
@ExtendWith(FreezeGuard.class)
class PlotsTest {
	private static final String EXPERIMENT = """
			format: 1
			name: two
			space: nats-tss
			dataset: { id: dead-leaves, batch: 16 }
			seeds: { first: 1, count: 3 }
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 40 }
			    proxy: params
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 8, sample: 3, evaluations: 40 }
			    proxy: params
			""";

	@TempDir
	private Path folder;

	private final OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);
	private final List<ArchitectureSelection> selected = new ArrayList<>();
	private final ISelectionListener listener = (part, selection) -> {
		if (selection instanceof ArchitectureSelection picked && !picked.isEmpty()) {
			selected.add(picked);
		}
	};

	@BeforeEach
	void run() throws IOException {
		Window.closeWelcome();
		Window.shell().setSize(1400, 900);
		open.runs().forEach(r -> open.close(r.directory()));
		Path file = Files.writeString(folder.resolve("two.nas.yaml"), EXPERIMENT);
		RunJob job = PlatformUI.getWorkbench().getService(Runs.class).start(file);
		Window.until("the run has finished",
				() -> job.getState() == Job.NONE && open.runs().get(0).state() == ShownRun.State.FINISHED);
		PlatformUI.getWorkbench().getActiveWorkbenchWindow().getSelectionService().addSelectionListener(listener);
	}

	@AfterEach
	void close() {
		PlatformUI.getWorkbench().getActiveWorkbenchWindow().getSelectionService().removeSelectionListener(listener);
		open.runs().forEach(r -> open.close(r.directory()));
	}

	private static FigureControl shown(String view, String id, int layers) throws PartInitException {
		Window.page().showView(view);
		FigureControl control = Window.named(FigureControl.class, id);
		Window.until("the figure of " + id, () -> control.figure().layers().size() == layers && control.isVisible());
		return control;
	}

	private static void click(Control control, int x, int y) {
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			Event event = new Event();
			event.button = 1;
			event.x = x;
			event.y = y;
			control.notifyListeners(type, event);
		}
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
		click(control.plot(), at.x, at.y);
		Window.until("a selection", () -> !selected.isEmpty());
		assertTrue(selected.get(0).architectures().size() <= 3 && !selected.get(0).isEmpty());
		assertEquals("nats-tss", selected.get(0).space());
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
		click(control.plot(), at.x, at.y);
		Window.until("a selection", () -> !selected.isEmpty());
		assertFalse(selected.get(0).isEmpty());
		assertTrue(selected.get(0).architectures().stream().noneMatch(a -> a.contains("skip_connect")));
	}

	@Test
	void thePictureIsSavedAsSvgAndPng() throws IOException, PartInitException {
		FigureControl control = shown("org.trainless.ui.charts.anytime", "anytime", 2);
		FigureActions actions = new FigureActions(control);
		Path svg = folder.resolve("curve.svg");
		Path png = folder.resolve("curve.png");
		List<Job> jobs = List.of(actions.save(svg), actions.save(png));
		Window.until("both are written", () -> jobs.stream().allMatch(j -> j.getState() == Job.NONE));
		try (Stream<String> lines = Files.lines(svg)) {
			assertTrue(lines.anyMatch(l -> l.contains("evolution")));
		}
		assertEquals("PNG", new String(Files.readAllBytes(png), 1, 3, java.nio.charset.StandardCharsets.ISO_8859_1));
	}

	@Test
	void thePlotsFollowTheTheme() throws IOException, PartInitException {
		FigureControl control = shown("org.trainless.ui.charts.anytime", "anytime", 2);
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		try {
			engine.setTheme(Themes.DARK, false);
			Window.until("it is dark", () -> ((Chart) control.getChildren()[0]).getAxisSet().getXAxis(0).getTick()
					.getForeground().equals(Palette.text()) && Themes.isDark());
			assertEquals(Palette.ground(), control.plot().getBackground());
			Window.screenshot("anytime-dark");
			shown("org.trainless.ui.charts.histogram", "histogram", 2);
			Window.screenshot("histogram-dark");
		} finally {
			engine.setTheme(Themes.LIGHT, false);
		}
		Window.until("it is light", () -> control.getBackground().getRed() > 0xf0);
	}
}
