/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.hideshow.command.ColumnHideCommand;
import org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderCommand;
import org.eclipse.nebula.widgets.nattable.resize.command.ColumnResizeCommand;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.nebula.widgets.nattable.sort.command.SortColumnCommand;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.IStyle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.ui.evaluations.EvaluationsView;
import org.trainless.ui.launch.RunJob;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** Tables that a person has arranged are so again when their views are closed and opened. */
@ExtendWith(FreezeGuard.class)
class TablesComeBackTest {
	private static final String RUNS = "org.trainless.ui.runs";
	private static final String EXPERIMENT = """
			format: 1
			name: NAME
			space: nats-tss
			dataset: { id: dead-leaves, batch: 16 }
			seeds: { first: 1, count: 1 }
			searches:
			  - name: b
			    strategy: { id: random, evaluations: COUNT }
			    proxy: params
			  - name: a
			    strategy: { id: random, evaluations: 5 }
			    proxy: params
			    constraint: nor_conv_3x3 == 0
			""";

	@TempDir
	private Path folder;

	private final OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);

	@BeforeEach
	void runTwo() throws IOException {
		Window.closeWelcome();
		Window.shell().setSize(1500, 950);
		open.runs().forEach(r -> open.close(r.directory()));
		Window.until("no run is shown", () -> open.runs().isEmpty());
		for (String name : List.of("one", "two")) {
			Path file = Files.writeString(folder.resolve(name + ".nas.yaml"),
					EXPERIMENT.replace("NAME", name).replace("COUNT", name.equals("one") ? "30" : "10"));
			RunJob job = PlatformUI.getWorkbench().getService(Runs.class).start(file);
			Window.until("the run has ended", () -> job.getState() == Job.NONE);
		}
		Window.until("both are finished", () -> open.runs().size() == 2
				&& open.runs().stream().allMatch(r -> r.state() == ShownRun.State.FINISHED));
	}

	@AfterEach
	void closeRuns() {
		open.runs().forEach(r -> open.close(r.directory()));
	}

	private static Tree runs() throws PartInitException {
		Window.page().showView(RUNS);
		Tree tree = Window.named(Tree.class, "runs");
		Window.until("two runs with two searches", () -> tree.getItemCount() == 2 && tree.getItem(1).getExpanded()
				&& tree.getItem(1).getItemCount() == 2 && tree.getItem(0).getItemCount() == 2);
		return tree;
	}

	private static TreeColumn column(Tree tree, String title) {
		return Arrays.stream(tree.getColumns()).filter(c -> c.getText().equals(title)).findFirst().orElseThrow();
	}

	private static List<String> titles(Tree tree) {
		return Arrays.stream(tree.getColumnOrder()).mapToObj(i -> tree.getColumn(i).getText()).toList();
	}

	private static List<String> names(Tree tree) {
		int name = tree.indexOf(column(tree, "Run, search"));
		return Arrays.stream(tree.getItems())
				.flatMap(i -> java.util.stream.Stream.concat(java.util.stream.Stream.of(i.getText(name)),
						Arrays.stream(i.getItems()).map(s -> s.getText(name))))
				.map(n -> n.replaceAll(" \\d.*", "")).toList();
	}

	private static void choose(IMenuManager menu, String submenu, String text) {
		menu.update(true);
		IMenuManager inner = submenu.isEmpty() ? menu
				: Arrays.stream(menu.getItems())
						.filter(i -> i instanceof MenuManager m && m.getMenuText().replace("&", "").equals(submenu))
						.map(i -> (IMenuManager) i).findFirst().orElseThrow();
		for (IContributionItem item : inner.getItems()) {
			if (item instanceof ActionContributionItem action
					&& action.getAction().getText().replace("&", "").equals(text)) {
				action.getAction().setChecked(!action.getAction().isChecked());
				action.getAction().run();
				return;
			}
		}
		throw new AssertionError("no action " + text);
	}

	private static IMenuManager menu(String view) throws PartInitException {
		return Window.page().showView(view).getViewSite().getActionBars().getMenuManager();
	}

	@Test
	void theListOfRunsKeepsItsColumnsAndItsSort() throws IOException, PartInitException {
		choose(menu(RUNS), "", "Reset Columns and Sort");
		Tree tree = runs();
		List<String> asOpened = names(tree);
		assertEquals(List.of("one", "b", "a", "two", "b", "a"), asOpened);
		choose(menu(RUNS), "Columns", "Non-finite");
		column(tree, "Seeds").setWidth(137);
		int[] order = tree.getColumnOrder();
		int last = order[order.length - 1];
		System.arraycopy(order, 1, order, 2, order.length - 2);
		order[1] = last;
		tree.setColumnOrder(order);
		column(tree, "Evaluations").notifyListeners(SWT.Selection, new Event());
		assertEquals(List.of("one", "a", "b", "two", "a", "b"), names(tree));
		column(tree, "Evaluations").notifyListeners(SWT.Selection, new Event());
		assertEquals(List.of("one", "b", "a", "two", "b", "a"), names(tree));
		column(tree, "Run, search").notifyListeners(SWT.Selection, new Event());
		column(tree, "Run, search").notifyListeners(SWT.Selection, new Event());
		List<String> sorted = List.of("two", "b", "a", "one", "b", "a");
		assertEquals(sorted, names(tree));
		List<String> titles = titles(tree);
		assertEquals(List.of("Run, search", "Accuracy", "State, objective", "Seeds", "Evaluations", "Best score"),
				titles);
		Window.screenshot("runs-arranged");

		Window.page().hideView(Window.page().findView(RUNS));
		Tree again = runs();
		assertNotEquals(tree, again);
		assertEquals(titles, titles(again));
		assertEquals(137, column(again, "Seeds").getWidth());
		assertEquals(sorted, names(again));
		assertEquals("Run, search", again.getSortColumn().getText());
		assertEquals(SWT.DOWN, again.getSortDirection());

		choose(menu(RUNS), "", "Reset Columns and Sort");
		assertEquals(asOpened, names(again));
		assertEquals(List.of("Run, search", "State, objective", "Seeds", "Evaluations", "Best score", "Accuracy",
				"Non-finite"), titles(again));
		assertEquals(SWT.NONE, again.getSortDirection());
	}

	@Test
	void runsWithoutAnAccuracyComeLastInBothDirections() throws PartInitException {
		choose(menu(RUNS), "", "Reset Columns and Sort");
		Tree tree = runs();
		column(tree, "Best score").notifyListeners(SWT.Selection, new Event());
		List<String> worstFirst = names(tree);
		// cells without a 3×3 convolution have fewer parameters
		assertEquals("a", worstFirst.get(1));
		column(tree, "Best score").notifyListeners(SWT.Selection, new Event());
		assertEquals("b", names(tree).get(1));
		column(tree, "Best score").notifyListeners(SWT.Selection, new Event());
		assertEquals(List.of("one", "b", "a", "two", "b", "a"), names(tree));
	}

	private static NatTable evaluations() throws PartInitException {
		EvaluationsView view = (EvaluationsView) Window.page().showView(EvaluationsView.ID);
		Window.until("the rows are there", () -> view.table().all() == 50);
		Window.settle();
		return Window.named(NatTable.class, "evaluations");
	}

	private static int position(NatTable table, String title) {
		for (int i = 0; i < table.getColumnCount(); i++) {
			if (title.equals(table.getDataValueByPosition(i, 0))) {
				return i;
			}
		}
		return -1;
	}

	@Test
	void theEvaluationsKeepTheirColumnsAndTheirSort() throws PartInitException {
		NatTable table = evaluations();
		((EvaluationsView) Window.page().findView(EvaluationsView.ID)).reset();
		table.doCommand(new ColumnResizeCommand(table, position(table, "Seed"), 143));
		table.doCommand(new ColumnHideCommand(table, position(table, "Run")));
		table.doCommand(new ColumnReorderCommand(table, position(table, "Trial"), 0));
		table.doCommand(new SortColumnCommand(table, position(table, "Score"), SortDirectionEnum.DESC));
		IViewPart closed = Window.page().findView(EvaluationsView.ID);
		Window.page().hideView(closed);

		NatTable again = evaluations();
		assertNotEquals(table, again);
		EvaluationsView view = (EvaluationsView) Window.page().findView(EvaluationsView.ID);
		Window.until("it is sorted again", () -> !view.table().query().sort().isEmpty());
		assertEquals(0, position(again, "Trial"));
		assertEquals(-1, position(again, "Run"));
		assertEquals(143, again.getColumnWidthByPosition(position(again, "Seed")));
		assertEquals("score", view.table().query().sort().get(0).column());
		view.reset();
		assertEquals(0, position(again, "Run"));
		assertNotEquals(143, again.getColumnWidthByPosition(position(again, "Seed")));
	}

	private static Color ground(NatTable table) {
		IStyle style = table.getConfigRegistry().getConfigAttribute(CellConfigAttributes.CELL_STYLE, DisplayMode.NORMAL,
				GridRegion.COLUMN_HEADER);
		return style.getAttributeValue(CellStyleAttributes.BACKGROUND_COLOR);
	}

	/** A table that is made in the dark, and not one that has seen the theme change. */
	@Test
	void theHeaderIsDarkFromTheBeginning() throws Exception {
		Window.page().hideView(Window.page().showView(EvaluationsView.ID));
		Window.theme(Themes.DARK);
		try {
			Window.settle();
			NatTable table = evaluations();
			assertEquals(Palette.header(), ground(table));
			Window.screenshot("evaluations-dark-from-the-beginning");
			Color seen = Window.pixel(table, table.getColumnWidthByPosition(0) - 8, 4);
			assertEquals(Palette.header().getRGB(), seen.getRGB());
		} finally {
			Window.theme(Themes.LIGHT);
			Window.settle();
		}
		NatTable table = Window.named(NatTable.class, "evaluations");
		Window.until("it is light", () -> Palette.header().equals(ground(table)) && Palette.header().getRed() > 0xe0);
	}
}
