/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trainless.stats.summary.SearchSummary;
import org.trainless.stats.summary.SearchSummary.Spread;
import org.trainless.ui.columns.TableState;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.runs.view.RunRows.RunRow;
import org.trainless.ui.runs.view.RunRows.SearchRow;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.selection.ArchitectureSelectionProvider;
import org.trainless.ui.share.FileJob;
import org.trainless.ui.share.TableSource;
import org.trainless.ui.theme.Themes;

/**
 * The open runs and their searches in one table, with mean and deviation over seeds: how they stand, and how they
 * compare.
 */
public final class RunsView extends ViewPart implements TableSource {
	private static final String RUN = "run"; //$NON-NLS-1$
	private static final String DIRECTORY = "directory"; //$NON-NLS-1$

	private final RunRows rows = new RunRows();
	private final OpenRuns.Listener listener = this::changed;
	private final ArchitectureSelectionProvider published = new ArchitectureSelectionProvider();
	private OpenRuns runs;
	private IMemento memento;
	private Composite stack;
	private Label empty;
	private RunTable table;
	private AnswerPane answer;
	private TreeViewer viewer;
	private Job job;
	private volatile List<ShownRun> latest = List.of();
	private final List<RunRow> shown = new ArrayList<>();
	/** Runs whose searches were shown once; a person may fold them since. */
	private final Set<RunRow> expanded = new HashSet<>();

	@Override
	public void init(IViewSite site, IMemento state) throws PartInitException {
		super.init(site, state);
		this.memento = state;
	}

	@Override
	public void createPartControl(Composite parent) {
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, "org.trainless.ui.runs"); //$NON-NLS-1$
		empty = new Label(stack, SWT.WRAP);
		empty.setText(Messages.RunsView_empty);
		Themes.followText(empty);
		table = new RunTable(stack);
		viewer = table.viewer();
		Tree tree = viewer.getTree();
		viewer.setContentProvider(new Content());
		viewer.setInput(shown);
		viewer.addSelectionChangedListener(e -> publish(e.getStructuredSelection().getFirstElement()));
		viewer.addSelectionChangedListener(e -> ask());
		answer = new AnswerPane(table.control());
		MenuManager menu = new MenuManager();
		RunActions actions = new RunActions(this);
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(actions::fill);
		tree.setMenu(menu.createContextMenu(tree));
		actions.fillToolBar(getViewSite().getActionBars());
		getSite().setSelectionProvider(published);
		job = Job.create(Messages.RunsView_summarize, monitor -> {
			List<RunRow> all = rows.of(latest);
			tree.getDisplay().asyncExec(() -> show(all));
			return Status.OK_STATUS;
		});
		job.setSystem(true);
		runs = getSite().getService(OpenRuns.class);
		restore();
		runs.addListener(listener);
	}

	/** A search that is selected selects what it has found. */
	private void publish(Object element) {
		if (element instanceof SearchRow row && !row.summary().incumbents().isEmpty()) {
			ArchitectureSelection found = new ArchitectureSelection(row.run().facts().space(),
					row.summary().incumbents().stream().map(t -> t.architecture()).toList());
			published.publish(found);
		}
	}

	private void changed(List<ShownRun> all) {
		latest = all;
		job.schedule();
	}

	private void show(List<RunRow> all) {
		if (viewer.getControl().isDisposed()) {
			return;
		}
		((StackLayout) stack.getLayout()).topControl = all.isEmpty() ? empty : table.control();
		stack.layout();
		viewer.getTree().setRedraw(false);
		// the input stays the same object, so that what is unfolded and selected stays so
		shown.clear();
		shown.addAll(all);
		viewer.refresh();
		expanded.retainAll(all);
		for (RunRow row : all) {
			if (!row.searches().isEmpty() && expanded.add(row)) {
				viewer.setExpandedState(row, true);
			}
		}
		viewer.getTree().setRedraw(true);
		ask();
	}

	/** The run that was opened last answers while nothing is selected. */
	private void ask() {
		List<?> selected = viewer.getStructuredSelection().toList();
		List<SearchRow> searches = selected.stream().filter(SearchRow.class::isInstance).map(SearchRow.class::cast)
				.map(this::current).toList();
		Optional<Path> directory = selected.isEmpty() ? shown.stream().reduce((a, b) -> b).map(r -> r.run().directory())
				: Optional.of(selectedRuns().get(0).directory());
		answer.ask(shown.stream().filter(r -> directory.filter(r.run().directory()::equals).isPresent()).findFirst(),
				searches);
	}

	/** What is selected may be how a search stood before the last trials. */
	private SearchRow current(SearchRow row) {
		return shown.stream().flatMap(r -> r.searches().stream()).filter(row::equals).findFirst().orElse(row);
	}

	/** @return all rows as a person would paste them into a spreadsheet, with the columns that are shown */
	String copyText(List<?> selected) {
		List<RunColumn> columns = table.shownColumns();
		StringBuilder text = new StringBuilder(Messages.RunsView_runOnly).append('\t')
				.append(String.join("\t", columns.stream().map(RunColumn::title).toList())).append('\n'); //$NON-NLS-1$
		for (Object element : selected) {
			List<SearchRow> searches = element instanceof RunRow row ? row.searches() : List.of((SearchRow) element);
			for (SearchRow search : searches) {
				text.append(search.run().name()).append('\t')
						.append(String.join("\t", columns.stream().map(c -> c.text(search)).toList())).append('\n'); //$NON-NLS-1$
			}
		}
		return text.toString();
	}

	/** Copies the words that are selected in the answer; else the selected rows, or all. */
	void copy() {
		if (answer.copy()) {
			return;
		}
		List<?> selected = viewer.getStructuredSelection().toList();
		Clipboard clipboard = new Clipboard(viewer.getTree().getDisplay());
		clipboard.setContents(new Object[] { copyText(selected.isEmpty() ? shown : selected) },
				new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	@Override
	public void exportTable(Path file) {
		List<SearchRow> searches = shown.stream().flatMap(r -> r.searches().stream()).toList();
		new FileJob(file, FileJob.csv(printer -> {
			printer.printRecord("run", "search", "objective", "seeds", "evaluations", "non_finite", "score_mean", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
					"score_deviation", "accuracy_mean", "accuracy_deviation", "accuracy"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			for (SearchRow row : searches) {
				SearchSummary s = row.summary();
				printer.printRecord(row.run().name(), s.search(), row.objective(), s.seeds(), s.evaluations(),
						s.nonFinite(), mean(s.score()), deviation(s.score()), mean(s.accuracy()),
						deviation(s.accuracy()), row.run().facts().accuracy().orElse("")); //$NON-NLS-1$
			}
		}), this::tell).schedule();
	}

	private static Object mean(Optional<Spread> spread) {
		return spread.<Object>map(Spread::mean).orElse(""); //$NON-NLS-1$
	}

	/** One value has no deviation. */
	private static Object deviation(Optional<Spread> spread) {
		return spread.filter(s -> s.count() > 1).<Object>map(Spread::deviation).orElse(""); //$NON-NLS-1$
	}

	@Override
	public String tableName() {
		return "runs"; //$NON-NLS-1$
	}

	private void tell(String what) {
		if (!stack.isDisposed()) {
			table.tell(what);
		}
	}

	private void restore() {
		if (memento == null) {
			return;
		}
		table.restore(TableState.of(memento));
		for (IMemento run : memento.getChildren(RUN)) {
			runs.open(Path.of(run.getString(DIRECTORY)));
		}
	}

	@Override
	public void saveState(IMemento state) {
		for (ShownRun run : runs.runs()) {
			state.createChild(RUN).putString(DIRECTORY, run.directory().toString());
		}
		table.state().save(state);
	}

	@Override
	public void setFocus() {
		if (!viewer.getControl().setFocus()) {
			// nothing in an empty view takes the focus; help needs it
			stack.forceFocus();
		}
	}

	@Override
	public void dispose() {
		runs.removeListener(listener);
		super.dispose();
	}

	/** Runs, below each its searches. */
	private static final class Content implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return parent instanceof RunRow row ? row.searches().toArray() : new Object[0];
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return element instanceof RunRow row && !row.searches().isEmpty();
		}
	}

	RunTable table() {
		return table;
	}

	/** @return the runs that are selected, themselves or by one of their searches */
	List<ShownRun> selectedRuns() {
		return ((List<?>) viewer.getStructuredSelection().toList()).stream()
				.map(e -> e instanceof RunRow row ? row.run() : ((SearchRow) e).run()).distinct().toList();
	}
}
