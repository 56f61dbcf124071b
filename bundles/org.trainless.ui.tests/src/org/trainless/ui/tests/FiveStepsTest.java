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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.run.Trial;
import org.trainless.core.score.StoreLocation;
import org.trainless.figures.Figure;
import org.trainless.ui.charts.cell.CellView;
import org.trainless.ui.charts.figure.FigureControl;
import org.trainless.ui.examples.Examples;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;

/**
 * The whole way of someone who never read the README: runs the example from the welcome page, watches the search
 * converge, clicks the best point, sees its cell, changes the experiment in a form, compares, and takes pictures home.
 */
@ExtendWith(FreezeGuard.class)
class FiveStepsTest {
	private static final String EXAMPLE = "quickstart.nas.yaml";
	private static final String ANYTIME = "org.trainless.ui.charts.anytime";
	private static final String POPULATION = "field:searches.1.strategy.population";
	private static final IEclipsePreferences STORE = InstanceScope.INSTANCE.getNode(StoreLocation.NODE);
	private static final int EVALUATIONS = 40;
	private static final int SEARCHES = 2;
	private static final int SEEDS = 3;
	/** A cell that no search likes. */
	private static final String EMPTY_CELL = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";

	@TempDir
	private Path folder;

	private final OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);
	private FigureControl plot;

	@BeforeEach
	void begin() throws CoreException, IOException {
		forget();
		// what was scored before is over before one can watch it
		STORE.put(StoreLocation.PREFERENCE, folder.resolve("scores.sqlite").toString());
		outlast();
		Window.page().closeAllEditors(false);
		Window.shell().setSize(1500, 950);
		Window.closeWelcome();
		// other tests have shown others in front of them
		for (String view : List.of("org.trainless.ui.runs", ANYTIME, CellView.ID)) {
			Window.page().showView(view);
		}
		// what an earlier test has picked may be what is picked here
		Window.named(Text.class, "cell.text").setText(EMPTY_CELL);
		Window.until("another cell is shown", () -> cell().architecture().equals(Optional.of(EMPTY_CELL)));
	}

	@AfterEach
	void end() throws CoreException {
		Job.getJobManager().cancel(RunJob.FAMILY);
		Window.until("no run goes on", () -> Job.getJobManager().find(RunJob.FAMILY).length == 0);
		Window.page().closeAllEditors(false);
		STORE.remove(StoreLocation.PREFERENCE);
		forget();
	}

	private void forget() throws CoreException {
		open.runs().forEach(r -> open.close(r.directory()));
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("examples");
		if (project.exists()) {
			project.delete(true, true, null);
		}
	}

	/** The example with more evaluations: an idle machine makes its few before a busy window shows the first. */
	private static void outlast() throws CoreException, IOException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("examples");
		Examples.createProject(project, null);
		Examples.Example example = Examples.all().stream().filter(e -> e.file().equals(EXAMPLE)).findFirst()
				.orElseThrow();
		String longer = example.text().replace("evaluations: 24", "evaluations: " + EVALUATIONS);
		assertFalse(longer.equals(example.text()));
		Examples.write(new Examples.Example(EXAMPLE, longer), project, null);
	}

	private static Optional<Control> control(String name) {
		return Window.find(Window.shell(), c -> name.equals(c.getData("org.trainless.id")));
	}

	private static void click(Control control, Point at) {
		for (int type : new int[] { SWT.MouseMove, SWT.MouseDown, SWT.MouseUp }) {
			Event event = new Event();
			event.button = type == SWT.MouseMove ? 0 : 1;
			event.x = at.x;
			event.y = at.y;
			control.notifyListeners(type, event);
		}
	}

	private static void command(String id, Map<String, String> parameters) throws CommandException {
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
				PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.trainless.ui." + id),
				parameters), null);
	}

	private static IFile file() {
		return ResourcesPlugin.getWorkspace().getRoot().getProject("examples").getFile(EXAMPLE);
	}

	private boolean finished(int run) {
		return open.runs().size() > run && open.runs().get(run).state() == ShownRun.State.FINISHED;
	}

	private static CellView cell() {
		return (CellView) Window.page().findView(CellView.ID);
	}

	private List<Figure.Steps> curves() {
		return plot.figure().layers().stream().map(Figure.Steps.class::cast).toList();
	}

	/** A curve of some of the evaluations may end where the whole one ends. */
	private boolean complete(Figure.Steps curve) {
		List<Trial> trials = open.runs().get(0).trials().stream().filter(t -> t.search().equals(curve.name())).toList();
		OptionalDouble mean = trials.stream().collect(Collectors.groupingBy(Trial::seed)).values().stream()
				.mapToDouble(seed -> seed.stream().filter(t -> t.score().isFinite()).mapToDouble(t -> t.score().value())
						.max().orElseThrow())
				.average();
		return trials.size() == SEEDS * EVALUATIONS && last(curve.x()) == EVALUATIONS
				&& Math.abs(last(curve.y()) - mean.orElseThrow()) < 1e-9;
	}

	private static double last(double[] values) {
		return values[values.length - 1];
	}

	@Test
	void fromTheWelcomePageToTheExportedPicture() throws Exception {
		start();
		watch();
		understand();
		configure();
		compare();
		show();
	}

	private void start() throws IOException {
		PlatformUI.getWorkbench().getIntroManager().showIntro(PlatformUI.getWorkbench().getActiveWorkbenchWindow(),
				false);
		Window.until("the welcome page", () -> control("run." + EXAMPLE).isPresent());
		Window.screenshot("steps-1-welcome");
		Window.click(Window.named(Button.class, "run." + EXAMPLE));
	}

	/** The plot grows while the run goes on, and a curve never falls. */
	private void watch() throws IOException {
		Window.until("the workbench is there", () -> control("anytime").isPresent());
		plot = Window.named(FigureControl.class, "anytime");
		// a figure of runs that were closed stays in a plot that is not shown
		Figure before = plot.figure();
		Window.until("the first evaluations", () -> !open.runs().isEmpty() && plot.figure() != before);
		assertEquals(ShownRun.State.RUNNING, open.runs().get(0).state(), "one watches");
		assertTrue(plot.isVisible(), "without looking for it");
		Set<Figure> seen = new HashSet<>();
		Window.until("it grows", () -> finished(0) || seen.add(plot.figure()) && seen.size() > 2);
		assertEquals(ShownRun.State.RUNNING, open.runs().get(0).state(), "seen to grow " + seen.size() + " times");
		Window.screenshot("steps-2-running");
		Window.until("the experiment is open as a form", () -> control("field:searches.0.proxy").isPresent());
		Window.until("the run has finished", () -> finished(0) && plot.figure().layers().size() == SEARCHES);
		Window.until("the curves are complete", () -> curves().stream().allMatch(this::complete));
		for (Figure.Steps curve : curves()) {
			for (int i = 1; i < curve.y().length; i++) {
				assertTrue(curve.y()[i] >= curve.y()[i - 1], curve.name() + " converges");
			}
		}
		Window.screenshot("steps-2-finished");
	}

	/** The end of the better curve is its best point; its cell is seen beside it. */
	private void understand() throws IOException {
		Figure.Steps better = curves().stream().max(Comparator.comparingDouble(c -> last(c.y()))).orElseThrow();
		click(plot.plot(), plot.where(last(better.x()), last(better.y())));
		Window.until("the cell is shown", () -> !cell().architecture().equals(Optional.of(EMPTY_CELL)));
		String shown = cell().architecture().orElseThrow();
		List<Trial> found = open.runs().get(0).trials().stream().filter(t -> t.search().equals(better.name())).toList();
		assertTrue(
				found.stream().filter(t -> t.architecture().equals(shown))
						.anyMatch(best -> found.stream().filter(t -> t.seed() == best.seed())
								.allMatch(t -> t.score().value() <= best.score().value())),
				shown + " is the best of a seed of " + better.name());
		Window.until("its facts stand beside it", () -> Window.named(Table.class, "cell.facts").getItemCount() > 5);
		assertTrue(Window.named(Control.class, "cell").isVisible(), "one sees the cell");
		assertTrue(plot.isVisible(), "and still the point");
		Window.screenshot("steps-3-cell");
	}

	/** Typed into fields, saved, and the file is as it was but for that. */
	private void configure() throws IOException, CoreException {
		String before = file().readString();
		Window.page().activate(Window.page().getActiveEditor());
		Table searches = Window.named(Table.class, "searches");
		searches.select(1);
		searches.notifyListeners(SWT.Selection, new Event());
		Window.until("its fields are shown", () -> control(POPULATION).isPresent());
		Spinner population = Window.named(Spinner.class, POPULATION);
		assertEquals(8, population.getSelection());
		population.setSelection(12);
		Window.named(Text.class, "field:searches.1.constraint").setText("skip_connect <= 1");
		Window.until("the cells that remain are counted", () -> Window
				.named(Label.class, "feasible:searches.1.constraint").getText().startsWith("10,240 of 15,625"));
		assertTrue(Window.page().getActiveEditor().isDirty());
		Window.screenshot("steps-4-form");
		assertTrue(Window.colours(Window.named(Control.class, "form")) > 20, "one sees the form");
		assertTrue(Window.page().saveEditor(Window.page().getActiveEditor(), false));
		assertFalse(Window.page().getActiveEditor().isDirty());
		String after = file().readString();
		assertTrue(after.contains("constraint: skip_connect <= 1"), after);
		assertEquals(before.replace("population: 8", "population: 12"),
				after.replaceFirst("\n *constraint: skip_connect <= 1", ""), "nothing else has changed");
		assertEquals(0, file().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length);
	}

	/** What was changed runs, and stands below what was before, with mean and deviation. */
	private void compare() throws IOException, CommandException {
		command("run", Map.of());
		Window.until("it has finished", () -> finished(1));
		Window.until("nothing runs", () -> Job.getJobManager().find(RunJob.FAMILY).length == 0);
		Tree tree = Window.named(Tree.class, "runs");
		Window.until("both runs are compared", () -> tree.getItemCount() == 2 && tree.getItem(1).getItemCount() == 2
				&& tree.getItem(1).getItem(1).getText(3).equals(Integer.toString(SEEDS * EVALUATIONS)));
		assertTrue(tree.isVisible());
		for (TreeItem run : tree.getItems()) {
			for (TreeItem search : run.getItems()) {
				assertTrue(search.getText(4).matches("-?[0-9.]+ ± [0-9.]+"), search.getText(4));
			}
		}
		assertEquals(tree.getItem(0).getItem(0).getText(4), tree.getItem(1).getItem(0).getText(4),
				"what was not changed comes out the same");
		assertFalse(tree.getItem(0).getItem(1).getText(4).equals(tree.getItem(1).getItem(1).getText(4)),
				"what was changed does not");
		Window.until("the curves of both runs", () -> plot.figure().layers().size() == 2 * SEARCHES
				&& curves().stream().allMatch(c -> last(c.x()) == EVALUATIONS));
		Window.screenshot("steps-5-compare");
	}

	/** By the product's command, with the files named instead of chosen. */
	private void show() throws IOException, CommandException {
		Window.page().activate(Window.page().findView(ANYTIME));
		for (String name : List.of("curve.svg", "curve.png")) {
			command("savePicture", Map.of("org.trainless.ui.file", folder.resolve(name).toString()));
			Window.until("it is told of " + name,
					() -> Window.named(Label.class, "anytime.told").getText().contains(name));
		}
		String drawn = Files.readString(folder.resolve("curve.svg"));
		assertTrue(drawn.contains("<svg") && drawn.contains("</svg>"));
		curves().forEach(c -> assertTrue(drawn.contains(c.name()), c.name()));
		ImageData picture = new ImageData(folder.resolve("curve.png").toString());
		assertTrue(picture.width > 400 && picture.height > 200, picture.width + "×" + picture.height);
		Window.screenshot("steps-6-saved");
	}
}
