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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.hideshow.command.ColumnHideCommand;
import org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderCommand;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.nebula.widgets.nattable.sort.command.SortColumnCommand;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.run.Trial;
import org.trainless.ui.evaluations.EvaluationsView;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.RunFacts;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.selection.ArchitectureSelectionProvider;
import org.trainless.ui.theme.Themes;

/** The table of evaluations in the window, small and with a million rows. */
@ExtendWith(FreezeGuard.class)
class EvaluationsTest {
	private static final int MILLION = 1_000_000;

	@TempDir
	private Path folder;

	private final OpenRuns open = PlatformUI.getWorkbench().getService(OpenRuns.class);
	private EvaluationsView view;
	private NatTable table;

	private static ShownRun run(String name, int trials) {
		RunFacts facts = new RunFacts("big", "", "nats-tss", Optional.of("ori-test, 200 epochs"), 10, List.of(),
				Optional.empty());
		return new ShownRun(Path.of("/runs").resolve(name), 0, ShownRun.State.FINISHED, facts, new ManyTrials(trials),
				true, Optional.empty());
	}

	@BeforeEach
	void showTheView() throws PartInitException {
		Window.closeWelcome();
		Window.shell().setSize(1500, 950);
		// a change of the theme lays out what is open, too
		Window.page().closeAllEditors(false);
		open.runs().forEach(r -> open.close(r.directory()));
		Window.until("no run is shown", () -> open.runs().isEmpty());
		begin();
	}

	private void begin() throws PartInitException {
		view = (EvaluationsView) Window.page().showView(EvaluationsView.ID);
		Window.until("the table is there", () -> Window
				.find(Window.shell(), c -> "evaluations".equals(c.getData("org.trainless.id"))).isPresent());
		table = Window.named(NatTable.class, "evaluations");
		// what is still told of the runs of an earlier test would take the place of these
		open.removeListener(view);
		// a view that was closed comes back as it was
		view.reset();
	}

	@AfterEach
	void hideTheView() {
		view.runsChanged(List.of());
		Window.page().hideView(view);
		open.runs().forEach(r -> open.close(r.directory()));
	}

	private void show(int trials) {
		view.runsChanged(List.of(run("run", trials)));
		Window.until("the rows are there", () -> view.table().size() == trials);
		Window.settle();
	}

	private void type(String text) {
		Window.named(Text.class, "evaluations.filter").setText(text);
	}

	private void sort(String title, SortDirectionEnum direction) {
		table.doCommand(new SortColumnCommand(table, position(title), direction));
	}

	private int position(String title) {
		for (int i = 0; i < table.getColumnCount(); i++) {
			if (title.equals(table.getDataValueByPosition(i, 0))) {
				return i;
			}
		}
		throw new AssertionError("no column " + title);
	}

	private String cell(String title, int row) {
		return table.getDataValueByPosition(position(title), row + 1).toString();
	}

	private void clickRow(int row) {
		Event event = new Event();
		event.x = table.getStartXOfColumnPosition(1) + 3;
		event.y = table.getStartYOfRowPosition(row + 1) + 3;
		event.button = 1;
		event.count = 1;
		table.notifyListeners(SWT.MouseDown, event);
		table.notifyListeners(SWT.MouseUp, event);
	}

	@Test
	void aMillionRowsAreSortedFilteredAndScrolled() throws IOException {
		show(MILLION);
		sort("Score", SortDirectionEnum.DESC);
		Window.until("it is sorted", () -> !view.table().query().sort().isEmpty());
		Window.settle();
		assertTrue(Double.parseDouble(cell("Score", 0)) >= Double.parseDouble(cell("Score", 1)));
		assertTrue(Double.parseDouble(cell("Score", 0)) > 1799);

		Random random = new Random(3);
		for (int i = 0; i < 60; i++) {
			table.doCommand(new ShowRowInViewportCommand(random.nextInt(MILLION)));
			table.update();
			Window.settle();
		}
		Window.screenshot("evaluations-million");
		type("skip_connect <= 1 and score > 1600");
		Window.until("it is filtered", () -> view.table().size() < MILLION);
		Window.settle();
		assertTrue(view.table().size() > 1000);
		assertTrue(Window.named(Label.class, "evaluations.status").getText().contains("1,000,000"));
		for (int i = 0; i < view.table().size(); i += 997) {
			Trial trial = view.table().row(i).trial();
			assertTrue(trial.score().value() > 1600);
			assertTrue(trial.architecture().split("skip_connect", -1).length <= 2);
		}
		type("");
		Window.until("all are back", () -> view.table().size() == MILLION);
		sort("Architecture", SortDirectionEnum.ASC);
		Window.until("it is sorted by words", () -> view.table().query().sort().get(0).column().equals("architecture"));
		// one more trial comes while all are sorted
		view.runsChanged(List.of(run("run", MILLION + 1)));
		Window.until("it is there", () -> view.table().size() == MILLION + 1);
	}

	@Test
	void aBrokenFilterIsToldInItsPlaceAndTheRowsStay() throws IOException {
		show(500);
		type("skip_conect <= 1");
		Label error = Window.named(Label.class, "evaluations.error");
		Window.until("the error is told", () -> error.getText().contains("did you mean 'skip_connect'"));
		assertTrue(error.isVisible());
		assertEquals(500, view.table().size());
		Window.screenshot("evaluations-broken-filter");
		type("random");
		Window.until("half is left", () -> view.table().size() == 250);
		assertEquals("", error.getText());
	}

	@Test
	void theSelectionIsLinked() throws PartInitException, IOException {
		show(2000);
		List<ISelection> seen = new ArrayList<>();
		ISelectionListener listener = (part, selection) -> seen.add(selection);
		Window.page().addSelectionListener(EvaluationsView.ID, listener);
		clickRow(2);
		Window.until("it is published", () -> !seen.isEmpty());
		Window.page().removeSelectionListener(EvaluationsView.ID, listener);
		assertEquals(new ArchitectureSelection("nats-tss", List.of(view.table().row(2).trial().architecture())),
				seen.get(seen.size() - 1));

		// another view selects what stands far below
		String wanted = view.table().row(1500).trial().architecture();
		IViewPart other = Window.page().showView("org.trainless.ui.runs");
		((ArchitectureSelectionProvider) other.getSite().getSelectionProvider())
				.publish(new ArchitectureSelection("nats-tss", List.of(wanted)));
		Window.page().bringToTop(view);
		Window.until("it is brought into sight",
				() -> selectedRow() >= 0 && view.table().row(selectedRow()).trial().architecture().equals(wanted));
		Window.screenshot("evaluations-linked");
	}

	private int selectedRow() {
		for (int row = 1; row < table.getRowCount(); row++) {
			if ("SELECT".equals(table.getCellByPosition(1, row).getDisplayMode().toString())) {
				return table.getRowIndexByPosition(row);
			}
		}
		return -1;
	}

	@Test
	void rowsAreCopiedAndExportedInFullPrecision() throws Exception {
		show(300);
		sort("Trial", SortDirectionEnum.DESC);
		Window.until("it is sorted", () -> view.table().row(0).trial().number() == 14);
		Window.settle();
		clickRow(1);
		Window.settle();
		Clipboard clipboard = new Clipboard(table.getDisplay());
		clipboard.clearContents();
		Window.page().activate(view);
		view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
		Window.until("it is copied", () -> clipboard.getContents(TextTransfer.getInstance()) != null);
		String[] lines = clipboard.getContents(TextTransfer.getInstance()).toString().split("\n");
		clipboard.dispose();
		assertEquals(2, lines.length);
		assertTrue(lines[0].startsWith("run\tsearch\tseed\ttrial\tscore\taccuracy\tindex\tarchitecture\t"), lines[0]);
		Trial trial = view.table().row(1).trial();
		assertTrue(lines[1].contains("\t" + trial.number() + "\t" + trial.score().value() + "\t"), lines[1]);

		Path file = folder.resolve("some.csv");
		view.exportTable(file);
		Window.until("it is exported", () -> Files.exists(file));
		List<String> written = Files.readAllLines(file);
		assertEquals(301, written.size());
		assertEquals(List.of(written.get(2).split(",")).get(7), trial.architecture());
		Window.until("it is told", () -> Window.named(Label.class, "evaluations.error").getText().contains("some.csv"));

		view.exportTable(folder.resolve("no-such-folder").resolve("some.csv"));
		Window.until("why not is told",
				() -> Window.named(Label.class, "evaluations.error").getText().contains("no-such-folder"));
	}

	@Test
	void columnsSortAndFilterComeBack() throws PartInitException {
		show(200);
		type("depth >= 2");
		Window.until("it is filtered", () -> view.table().size() < 200);
		int size = view.table().size();
		sort("Index", SortDirectionEnum.DESC);
		Window.until("it is sorted", () -> !view.table().query().sort().isEmpty());
		table.doCommand(new ColumnHideCommand(table, position("Seed")));
		table.doCommand(new ColumnReorderCommand(table, position("Score"), 0));
		assertEquals("Score", table.getDataValueByPosition(0, 0));
		XMLMemento memento = XMLMemento.createWriteRoot("view");
		view.saveState(memento);

		view.runsChanged(List.of());
		Window.page().hideView(view);
		begin();
		view.restore(memento);
		view.runsChanged(List.of(run("run", 200)));
		Window.until("it is filtered again", () -> view.table().size() == size);
		assertEquals("Score", table.getDataValueByPosition(0, 0));
		assertEquals("index", view.table().query().sort().get(0).column());
		for (int i = 0; i < table.getColumnCount(); i++) {
			assertTrue(!"Seed".equals(table.getDataValueByPosition(i, 0)));
		}
	}

	@Test
	void bothThemesAreForThePicture() throws Exception {
		show(5000);
		sort("Score", SortDirectionEnum.DESC);
		Window.until("it is sorted", () -> !view.table().query().sort().isEmpty());
		Window.settle();
		Window.screenshot("evaluations-light");
		Window.theme(Themes.DARK);
		Window.settle();
		Window.screenshot("evaluations-dark");
		Window.theme(Themes.LIGHT);
		Window.settle();
		assertEquals(5000, view.table().size());
	}

	/** All cells of the space are selected in a plot, while a million rows are shown. */
	@Test
	void aSelectionOfAllCellsIsLinkedToAMillionRows() throws PartInitException {
		show(MILLION);
		List<String> all = view.table().architectures(() -> java.util.stream.IntStream.range(0, MILLION).iterator(),
				MILLION);
		assertEquals(15_625, all.size());
		for (List<String> some : List.of(all, all.subList(15_000, 15_625), all)) {
			((ArchitectureSelectionProvider) Window.page().showView("org.trainless.ui.runs").getSite()
					.getSelectionProvider()).publish(new ArchitectureSelection("nats-tss", some));
			Window.page().bringToTop(view);
			Window.until("the first is brought into sight",
					() -> selectedRow() >= 0 && some.get(0).equals(architecture(selectedRow())));
			table.update();
		}
		sort("Score", SortDirectionEnum.DESC);
		Window.until("it is sorted", () -> !view.table().query().sort().isEmpty());
		Window.settle();
	}

	private String architecture(int row) {
		return view.table().row(row).trial().architecture();
	}

	@Test
	void withoutRunsItSaysWhatToDo() throws PartInitException {
		view.runsChanged(List.of());
		Window.settle();
		assertTrue(Window
				.find(Window.shell(),
						c -> c instanceof Label l && l.getText().startsWith("No run is open") && l.isVisible())
				.isPresent());
	}
}
