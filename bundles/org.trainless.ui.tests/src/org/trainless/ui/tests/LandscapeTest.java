/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Task;
import org.trainless.core.score.ScoreRow;
import org.trainless.core.score.ScoreTable;
import org.trainless.figures.Figure;
import org.trainless.testdata.TestData;
import org.trainless.ui.charts.figure.FigureControl;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** Scores against accuracies: of a run, and of all cells of the space. */
class LandscapeTest extends RunsInViews {
	private static final String VIEW = "org.trainless.ui.charts.landscape";
	private IViewPart view;

	@BeforeEach
	void show() throws PartInitException {
		view = Window.page().showView(VIEW);
		// what an earlier test has picked steps forward here too
		menu("Select Nothing");
	}

	@AfterEach
	void close() {
		menu("Close Score Tables");
		menu("Select Nothing");
	}

	private void menu(String text) {
		for (IContributionItem item : view.getViewSite().getActionBars().getMenuManager().getItems()) {
			if (item instanceof ActionContributionItem action
					&& action.getAction().getText().replace("&", "").equals(text)) {
				action.getAction().run();
				return;
			}
		}
		throw new AssertionError("no action " + text);
	}

	private static FigureControl figure() {
		return Window.named(FigureControl.class, "landscape");
	}

	private static int points() {
		return figure().figure().layers().stream().mapToInt(l -> ((Figure.Points) l).x().length).sum();
	}

	private String emptyText() {
		return Window.find(figure().getParent(), c -> c instanceof Label l && c.isVisible() && !l.getText().isEmpty())
				.map(c -> ((Label) c).getText()).orElse("");
	}

	/** All cells, by their parameters; some have no finite score. */
	private Path scores() throws ProblemException {
		Path file = folder.resolve("scores.csv");
		ScoreTable.write(file, rows -> {
			for (long i = 0; i < space.size(); i++) {
				Architecture architecture = space.at(i);
				rows.accept(new ScoreRow(i, architecture.text(), "params",
						i % 1000 == 5 ? Score.ofComputed(Double.NEGATIVE_INFINITY)
								: Score.of(space.feature(architecture, "params", Task.CIFAR10)),
						0));
			}
		});
		return file;
	}

	/** The dialog waits for its end, so it is filled in from the events. */
	private void openTable(Path table, String benchmark) {
		Display display = Display.getCurrent();
		display.timerExec(200, () -> {
			Shell dialog = Arrays.stream(display.getShells()).filter(s -> s.getText().equals("Open Score Table"))
					.findFirst().orElseThrow();
			((Text) in(dialog, "scoreTable.file")).setText(table.toString());
			((Combo) in(dialog, "scoreTable.benchmark")).setText(benchmark);
			Button ok = (Button) in(dialog, "scoreTable.ok");
			assertTrue(ok.isEnabled());
			Window.click(ok);
		});
		menu("Open Score Table…");
	}

	private static Control in(Shell shell, String name) {
		return Window.find(shell, c -> name.equals(c.getData("org.trainless.id"))).orElseThrow();
	}

	private void run() throws IOException {
		accuracies();
		run(KNOWN);
		Window.page().activate(view);
	}

	@Test
	void withoutAccuraciesItSaysWhatToDo() {
		Window.until("words", () -> emptyText().contains("No scores with true accuracies yet"));
		assertTrue(emptyText().contains("benchmark"));
	}

	@Test
	void aRunIsOnePointForEachArchitectureAndAClickSelectsIt() throws IOException {
		run();
		Set<String> distinct = new HashSet<>();
		open.runs().get(0).trials().stream().map(Trial::architecture).forEach(distinct::add);
		Window.until("all architectures", () -> figure().isVisible() && points() == distinct.size());
		assertEquals("params score", figure().figure().x());
		assertTrue(figure().figure().y().contains("made up"));
		Figure.Points layer = (Figure.Points) figure().figure().layers().get(0);
		assertTrue(layer.name().startsWith("skip_connect "), layer.name());
		Point at = figure().where(layer.x()[0], layer.y()[0]);
		mouse(SWT.MouseMove, figure().plot(), at);
		assertTrue(figure().plot().getToolTipText().contains("accuracy"), figure().plot().getToolTipText());
		click(figure().plot(), at);
		Window.until("a selection", () -> !selected.isEmpty());
		assertEquals(1, selected.get(0).architectures().size());
		assertTrue(distinct.containsAll(selected.get(0).architectures()));
		Window.until("its point is framed",
				() -> figure().figure().layers().stream().anyMatch(l -> ((Figure.Points) l).marked().isPresent()));
		Window.screenshot("landscape-run");
	}

	@Test
	void whatIsSelectedElsewhereIsShown() throws IOException, PartInitException {
		run();
		Window.until("points", () -> figure().isVisible() && points() > 10);
		int all = points();
		List<String> two = open.runs().get(0).trials().stream().map(Trial::architecture).distinct().limit(2).toList();
		ISelectionProvider runs = Window.page().showView("org.trainless.ui.runs").getSite().getSelectionProvider();
		ISelection picked = new ArchitectureSelection("nats-tss", two);
		runs.setSelection(picked);
		Window.until("the others step back", () -> figure().figure().layers().get(0).name().equals("not selected"));
		assertEquals(all - 2, ((Figure.Points) figure().figure().layers().get(0)).x().length);
	}

	@Test
	void allCellsOfTheSpaceAreBrushed() throws IOException, ProblemException {
		openTable(scores(), "table:path=" + accuracies() + ",key=arch,accuracy=acc,meaning=made up");
		Window.until("all cells", () -> figure().isVisible() && points() == 15_625 - 16);
		assertTrue(figure().figure().subtitle().contains("16 scores not finite"), figure().figure().subtitle());
		assertTrue(figure().figure().subtitle().contains("15,625"), figure().figure().subtitle());
		assertEquals(7, figure().figure().layers().size());
		double[] x = figure().figure().layers().stream().flatMapToDouble(l -> Arrays.stream(((Figure.Points) l).x()))
				.sorted().toArray();
		double middle = x[x.length / 2];
		mouse(SWT.MouseDown, figure().plot(), figure().where(middle, 100));
		Point best = figure().where(x[x.length - 1], 60);
		Point end = new Point(best.x + 5, best.y);
		mouse(SWT.MouseMove, figure().plot(), end);
		mouse(SWT.MouseUp, figure().plot(), end);
		Window.until("a selection", () -> !selected.isEmpty());
		ArchitectureSelection picked = selected.get(0);
		assertTrue(picked.architectures().size() > x.length / 2 && picked.architectures().size() < x.length,
				picked.architectures().size() + " of " + x.length);
		assertEquals(x[x.length - 1],
				space.feature(space.parse(picked.architectures().get(0)), "params", Task.CIFAR10));
		Window.until("the others step back", () -> figure().figure().layers().get(0).name().equals("not selected"));
		Window.screenshot("landscape-brushed");
	}

	@Test
	void aTableThatCannotBeReadIsSaidInPlace() throws IOException {
		Path broken = Files.writeString(folder.resolve("broken.csv"), "index,architecture\n1,x\n");
		openTable(broken, "table:path=nowhere.csv,accuracy=acc");
		try {
			Window.until("the reason", () -> emptyText().contains("broken.csv cannot be shown"));
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + ": " + emptyText(), e);
		}
		assertTrue(emptyText().contains(":1:"), emptyText());
		menu("Close Score Tables");
		Window.until("words", () -> emptyText().contains("No scores with true accuracies yet"));
	}

	/** Published scores and accuracies; for people to look at as well. */
	@Test
	void thePublishedLandscapeIsSeen() throws IOException, ProblemException {
		Path published = TestData.path("nats-tss/nats-tss.csv");
		List<String> lines = Files.readAllLines(published);
		List<String> header = List.of(lines.get(0).split(","));
		Path file = folder.resolve("naswot.csv");
		ScoreTable.write(file, rows -> {
			for (String line : lines.subList(1, lines.size())) {
				String[] cells = line.split(",");
				String score = cells[header.indexOf("naswot_seed_c10")];
				rows.accept(new ScoreRow(Long.parseLong(cells[0]), cells[1], "naswot",
						Score.ofComputed(score.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(score)),
						0));
			}
		});
		openTable(file, "table:path=" + published + ",key=arch,accuracy=c10_test200,meaning=ori-test 200 epochs");
		Window.until("all cells", () -> figure().isVisible() && points() == 15_424);
		String text = figure().figure().subtitle();
		assertTrue(text.contains("ρ 0.80, τ 0.61"), text);
		assertTrue(text.contains("44 %"), text);
		assertTrue(text.contains("rank 533"), text);
		Window.screenshot("landscape");
		try {
			Window.theme(Themes.DARK);
			Chart chart = (Chart) figure().getChildren()[0];
			Window.until("it is dark", () -> figure().getBackground().getRed() < 0x40
					&& chart.getAxisSet().getXAxis(0).getTick().getForeground().equals(Palette.text()));
			Window.screenshot("landscape-dark");
		} finally {
			Window.theme(Themes.LIGHT);
		}
		Window.until("it is light", () -> figure().getBackground().getRed() > 0xf0);
	}
}
