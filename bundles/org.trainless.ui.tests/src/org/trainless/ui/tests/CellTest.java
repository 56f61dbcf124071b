/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.registry.Contributions;
import org.trainless.core.score.StoreLocation;
import org.trainless.store.ScoreIdentity;
import org.trainless.store.ScoreStore;
import org.trainless.ui.charts.cell.CellView;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.selection.ArchitectureSelectionProvider;
import org.trainless.ui.theme.Themes;

/** The cell in the window: pasted, changed, compared and saved. */
@ExtendWith(FreezeGuard.class)
class CellTest {
	/** Its edge 0→2 is dead: node 2 leads nowhere. */
	private static final String CELL = "|nor_conv_3x3~0|+|skip_connect~0|nor_conv_1x1~1|+|avg_pool_3x3~0|nor_conv_3x3~1|none~2|";
	private static final String OTHER = "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|avg_pool_3x3~0|nor_conv_3x3~1|skip_connect~2|";

	@TempDir
	private Path folder;

	private final OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);
	private CellView view;
	private Canvas canvas;

	@BeforeEach
	void showTheView() throws PartInitException {
		Window.closeWelcome();
		Window.shell().setSize(1500, 950);
		open.runs().forEach(r -> open.close(r.directory()));
		view = (CellView) Window.page().showView(CellView.ID);
		canvas = Window.named(Canvas.class, "cell");
		paste(CELL);
		Window.until("it is shown", () -> view.architecture().equals(Optional.of(CELL)));
		Window.until("it is looked up", () -> knows("params (cifar10: 10 classes)"));
	}

	@AfterEach
	void hideTheView() {
		Window.page().hideView(view);
		open.runs().forEach(r -> open.close(r.directory()));
	}

	private void paste(String what) {
		Window.named(Text.class, "cell.text").setText(what);
	}

	private boolean knows(String what) {
		return view.known().stream().anyMatch(l -> l.contains(what));
	}

	private void press(int keyCode, char character) {
		Event event = new Event();
		event.keyCode = keyCode;
		event.character = character;
		canvas.notifyListeners(SWT.KeyDown, event);
	}

	private String fact(String name) {
		return view.known().stream().filter(l -> l.startsWith(name + '\t')).map(l -> l.split("\t")[1]).findFirst()
				.orElse("");
	}

	@Test
	void stringTupleAndIndexAreReadAndNonsenseIsRefusedInItsPlace() throws IOException {
		String index = fact("index");
		String tuple = fact("naslib");
		paste("|nor_conv_3x3~0|+|skip_conect~0|none~1|+|none~0|none~1|none~2|");
		Label error = Window.named(Label.class, "cell.error");
		Window.until("it is told", () -> error.getText().contains("did you mean skip_connect"));
		assertTrue(error.isVisible());
		assertEquals(Optional.of(CELL), view.architecture());
		Window.screenshot("cell-error");
		paste(OTHER);
		Window.until("the other is shown", () -> view.architecture().equals(Optional.of(OTHER)));
		assertEquals("", error.getText());
		paste(index);
		Window.until("the index is read", () -> view.architecture().equals(Optional.of(CELL)));
		paste(OTHER);
		Window.until("the other is shown", () -> view.architecture().equals(Optional.of(OTHER)));
		paste(tuple);
		Window.until("the tuple is read", () -> view.architecture().equals(Optional.of(CELL)));
	}

	@Test
	void keysChooseAnEdgeAndChangeIt() {
		List<ISelection> seen = new ArrayList<>();
		ISelectionListener listener = (part, selection) -> seen.add(selection);
		Window.page().addSelectionListener(CellView.ID, listener);
		canvas.forceFocus();
		String params = fact("params (cifar10: 10 classes)");
		press(SWT.HOME, '\0');
		press(SWT.ARROW_RIGHT, '\0');
		// the first of five is none
		press('1', '1');
		assertEquals(Optional.of(CELL.replace("skip_connect~0", "none~0")), view.architecture());
		press('4', '4');
		assertEquals(Optional.of(CELL.replace("skip_connect~0", "nor_conv_3x3~0")), view.architecture());
		Window.until("the figures follow", () -> !fact("params (cifar10: 10 classes)").equals(params));
		press(' ', ' ');
		assertEquals(Optional.of(CELL.replace("skip_connect~0", "avg_pool_3x3~0")), view.architecture());
		Window.until("it is published", () -> !seen.isEmpty() && seen.get(seen.size() - 1).equals(
				new ArchitectureSelection("nats-tss", List.of(CELL.replace("skip_connect~0", "avg_pool_3x3~0")))));
		Window.page().removeSelectionListener(CellView.ID, listener);
		assertEquals(view.architecture().orElseThrow(), Window.named(Text.class, "cell.text").getText());

		view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.BACK.getId()).run();
		assertEquals(Optional.of(CELL.replace("skip_connect~0", "nor_conv_3x3~0")), view.architecture());
		view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.FORWARD.getId()).run();
		assertEquals(Optional.of(CELL.replace("skip_connect~0", "avg_pool_3x3~0")), view.architecture());
	}

	@Test
	void aClickChoosesAnEdgeAndAnotherOneChangesIt() {
		canvas.forceFocus();
		press(SWT.HOME, '\0');
		// what is laid out anew moves the edges
		Window.settle();
		// somewhere on the last edge's label
		Event event = new Event();
		event.button = 1;
		Point at = view.placeOf(5);
		event.x = at.x;
		event.y = at.y;
		canvas.notifyListeners(SWT.MouseDown, event);
		assertEquals(Optional.of(CELL), view.architecture());
		canvas.notifyListeners(SWT.MouseDown, event);
		assertEquals(Optional.of(CELL.replace("none~2", "skip_connect~2")), view.architecture());

		Menu menu = canvas.getMenu();
		menu.notifyListeners(SWT.Show, new Event());
		assertEquals(5, menu.getItemCount());
		assertTrue(menu.getItem(1).getSelection());
		MenuItem pool = menu.getItem(4);
		menu.getItem(1).setSelection(false);
		pool.setSelection(true);
		pool.notifyListeners(SWT.Selection, new Event());
		assertEquals(Optional.of(CELL.replace("none~2", "avg_pool_3x3~2")), view.architecture());
	}

	@Test
	void twoCellsAreComparedSideBySide() throws Exception {
		view.pin(true);
		paste(OTHER);
		Window.until("the other is shown", () -> view.architecture().equals(Optional.of(OTHER)));
		Window.until("both are looked up", () -> view.known().stream().anyMatch(l -> l.contains("≠")));
		Window.screenshot("cell-compared-light");
		Window.theme(Themes.DARK);
		Window.screenshot("cell-compared-dark");
		Window.theme(Themes.LIGHT);
		Table facts = Window.named(Table.class, "cell.facts");
		assertTrue(facts.getColumn(2).getWidth() > 50);
		view.pin(false);
		Window.until("one is left", () -> view.known().stream().noneMatch(l -> l.contains("≠")));
	}

	@Test
	void pictureIsSaved() throws IOException {
		Path svg = folder.resolve("cell.svg");
		view.savePicture(svg);
		Label told = Window.named(Label.class, "cell.error");
		Window.until("it is told", () -> told.getText().contains("cell.svg"));
		String text = Files.readString(svg);
		assertTrue(text.contains("conv 1×1") && text.contains("✕ skip") && text.contains("</svg>"), text);
		Path png = folder.resolve("cell.png");
		view.savePicture(png);
		Window.until("it is told", () -> told.getText().contains("cell.png"));
		assertTrue(Files.size(png) > 5000);
		view.savePicture(folder.resolve("no-such-folder").resolve("cell.png"));
		Window.until("why not is told", () -> told.getText().contains("no-such-folder"));
	}

	@Test
	void itFollowsTheOtherViewsAndKnowsTheScoresOfOpenRuns() throws Exception {
		Path file = Files.writeString(folder.resolve("some.nas.yaml"), """
				format: 1
				name: some
				space: nats-tss
				dataset: { id: dead-leaves, batch: 16, classes: 7 }
				seeds: { first: 1, count: 2 }
				searches:
				  - name: few
				    strategy: { id: random, evaluations: 4 }
				    proxy: params
				""");
		RunJob job = PlatformUI.getWorkbench().getService(Runs.class).start(file);
		Window.until("the run has finished", () -> open.runs().stream()
				.anyMatch(r -> r.directory().equals(job.order().directory()) && r.state() == ShownRun.State.FINISHED));
		String first = open.runs().get(0).trials().get(0).architecture();
		assertNotEquals(CELL, first);
		IViewPart other = Window.page().showView("org.trainless.ui.runs");
		((ArchitectureSelectionProvider) other.getSite().getSelectionProvider())
				.publish(new ArchitectureSelection("nats-tss", List.of(first)));
		Window.until("it is shown", () -> view.architecture().equals(Optional.of(first)));
		Window.until("its score is told", () -> view.known().stream().anyMatch(l -> l.startsWith("params (some")));
		assertTrue(knows("params (3×32×32: 7 classes)"), view.known().toString());
		assertNotEquals(fact("params (cifar10: 10 classes)"), fact("params (3×32×32: 7 classes)"));
		Window.page().bringToTop(view);
		Window.screenshot("cell-scores");

		// to come back to where it was picked is not to pick it again
		Window.page().activate(view);
		paste(CELL);
		Window.until("another is shown", () -> view.architecture().equals(Optional.of(CELL)));
		Window.page().activate(other);
		Window.settle();
		String third = open.runs().get(0).trials().get(2).architecture();
		((ArchitectureSelectionProvider) other.getSite().getSelectionProvider())
				.publish(new ArchitectureSelection("nats-tss", List.of(third)));
		Window.until("it is shown next", () -> view.architecture().equals(Optional.of(third)));
		view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.BACK.getId()).run();
		assertEquals(Optional.of(CELL), view.architecture());
		Window.page().activate(view);

		// a view that is opened later shows what was picked last
		Window.page().hideView(view);
		String second = open.runs().get(0).trials().get(1).architecture();
		((ArchitectureSelectionProvider) other.getSite().getSelectionProvider())
				.publish(new ArchitectureSelection("nats-tss", List.of(second)));
		view = (CellView) Window.page().showView(CellView.ID);
		Window.until("it is shown again", () -> view.architecture().equals(Optional.of(second)));
	}

	private static ScoreIdentity identity(String equivalence, String proxy, String parameters, long seed) {
		return new ScoreIdentity("nats-tss", equivalence, proxy, "some.plug-in", "3", parameters,
				"3x32x32 in 10 classes", "dead-leaves:1-32-10-10000-1", 64, seed, "pytorch-1", "cpu", "single");
	}

	@Test
	void itKnowsTheScoresInTheStore() throws Exception {
		Path file = folder.resolve("scores.sqlite");
		SearchSpace space = PlatformUI.getWorkbench().getService(Contributions.class).searchSpace("nats-tss");
		String alike = space.representative(space.parse(OTHER), Equivalence.LIVE_VALUE_GRAPH).text();
		try (ScoreStore store = ScoreStore.open(file, p -> {
			throw new AssertionError(p.toLine());
		})) {
			store.scores(identity("live-value-graph", "naswot", "{hooks=\"module\"}", 1)).keep(alike, Score.of(1700),
					1);
			store.scores(identity("live-value-graph", "naswot", "{hooks=\"module\"}", 2)).keep(alike, Score.of(1800),
					1);
			store.scores(identity("identity", "gradient", "{}", 7)).keep(OTHER,
					Score.nonFinite(Double.POSITIVE_INFINITY, NonFinite.OVERFLOW, ""), 1);
			store.scores(identity("identity", "gradient", "{}", 8)).keep(CELL, Score.of(1), 1);
		}
		IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(StoreLocation.NODE);
		String before = preferences.get(StoreLocation.PREFERENCE, "");
		preferences.put(StoreLocation.PREFERENCE, file.toString());
		try {
			paste(OTHER);
			String naswot = "naswot {hooks=\"module\"}, dead-leaves, batch 64";
			Window.until("its scores are told", () -> !fact(naswot).isEmpty());
			assertEquals("1,750 (mean of 2 seeds, 1,700 … 1,800)", fact(naswot));
			assertEquals("overflow (seed 7)", fact("gradient, dead-leaves, batch 64"));
			Window.screenshot("cell-stored-scores");

			Files.writeString(folder.resolve("text"), "no store at all\n".repeat(100));
			preferences.put(StoreLocation.PREFERENCE, folder.resolve("text").toString());
			paste(CELL);
			Window.until("the broken store is told in its place",
					() -> fact("score store").contains("not a score store"));
			assertFalse(fact("params (cifar10: 10 classes)").isEmpty());
		} finally {
			preferences.put(StoreLocation.PREFERENCE, before);
		}
	}

	@Test
	void bothThemesAreForThePicture() throws Exception {
		canvas.forceFocus();
		press(SWT.HOME, '\0');
		press(SWT.ARROW_RIGHT, '\0');
		Window.screenshot("cell-light");
		Window.theme(Themes.DARK);
		Window.screenshot("cell-dark");
		Window.theme(Themes.LIGHT);
		assertTrue(Window.shell().isVisible());
	}
}
