/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
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
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.runs.view.RunRows.RunRow;
import org.trainless.ui.runs.view.RunRows.SearchRow;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.selection.ArchitectureSelectionProvider;

/**
 * The open runs and their searches in one table, with mean and deviation over seeds: how they stand, and how they
 * compare.
 */
public final class RunsView extends ViewPart {
	/** From here on, decimals say nothing. */
	private static final double LARGE = 1e5;
	private static final String RUN = "run"; //$NON-NLS-1$
	private static final String DIRECTORY = "directory"; //$NON-NLS-1$

	private final RunRows rows = new RunRows();
	private final OpenRuns.Listener listener = this::changed;
	private final ArchitectureSelectionProvider published = new ArchitectureSelectionProvider();
	private OpenRuns runs;
	private IMemento memento;
	private Composite stack;
	private Label empty;
	private Composite table;
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
		table = new Composite(stack, SWT.NONE);
		TreeColumnLayout layout = new TreeColumnLayout();
		table.setLayout(layout);
		viewer = new TreeViewer(table, SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER);
		Tree tree = viewer.getTree();
		tree.setHeaderVisible(true);
		tree.setLinesVisible(true);
		tree.setData("org.trainless.id", "runs"); //$NON-NLS-1$ //$NON-NLS-2$
		viewer.setContentProvider(new Content());
		column(layout, Messages.RunsView_run, 26, SWT.LEFT, r -> r.run().name(), s -> s.summary().search());
		column(layout, Messages.RunsView_state, 18, SWT.LEFT, r -> state(r.run()),
				s -> s.run().facts().searches().stream().filter(f -> f.name().equals(s.summary().search())).findFirst()
						.map(f -> f.objective()).orElse("")); //$NON-NLS-1$
		column(layout, Messages.RunsView_seeds, 6, SWT.RIGHT,
				r -> r.run().facts().seeds() > 0 ? Integer.toString(r.run().facts().seeds()) : "", //$NON-NLS-1$
				s -> Integer.toString(s.summary().seeds()));
		column(layout, Messages.RunsView_evaluations, 14, SWT.RIGHT, RunsView::evaluations,
				s -> Long.toString(s.summary().evaluations()));
		column(layout, Messages.RunsView_nonFinite, 9, SWT.RIGHT,
				r -> Long.toString(r.searches().stream().mapToLong(s -> s.summary().nonFinite()).sum()),
				s -> Long.toString(s.summary().nonFinite()));
		column(layout, Messages.RunsView_score, 16, SWT.RIGHT, r -> "", s -> text(s.summary().score())); //$NON-NLS-1$
		column(layout, Messages.RunsView_accuracy, 16, SWT.RIGHT, r -> r.run().facts().accuracy().orElse(""), //$NON-NLS-1$
				s -> text(s.summary().accuracy()));
		viewer.setInput(shown);
		viewer.addSelectionChangedListener(e -> publish(e.getStructuredSelection().getFirstElement()));
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

	private void column(TreeColumnLayout layout, String title, int weight, int style, Function<RunRow, String> run,
			Function<SearchRow, String> search) {
		TreeViewerColumn column = new TreeViewerColumn(viewer, style);
		column.getColumn().setText(title);
		column.getColumn().setMoveable(true);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return element instanceof RunRow row ? run.apply(row) : search.apply((SearchRow) element);
			}

			@Override
			public String getToolTipText(Object element) {
				return element instanceof RunRow row ? row.run().directory() + "\n" + row.run().facts().question() //$NON-NLS-1$
						: null;
			}
		});
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, true));
	}

	static String state(ShownRun run) {
		if (run.problem().isPresent()) {
			return NLS.bind(Messages.RunsView_unreadable, run.problem().get().message());
		}
		return switch (run.state()) {
		case RUNNING -> Messages.RunsView_running;
		case FINISHED -> Messages.RunsView_finished;
		case INTERRUPTED -> Messages.RunsView_interrupted;
		case MISSING -> Messages.RunsView_missing;
		};
	}

	private static String evaluations(RunRow row) {
		int done = row.run().trials().size();
		return row.run().facts().evaluations().isPresent()
				? NLS.bind(Messages.RunsView_doneOf, done, row.run().facts().evaluations().getAsLong())
				: Integer.toString(done);
	}

	static String text(Optional<Spread> spread) {
		return spread.map(s -> s.count() == 1 ? number(s.mean()) : number(s.mean()) + " ± " + number(s.deviation())) //$NON-NLS-1$
				.orElse(""); //$NON-NLS-1$
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, Math.abs(value) < LARGE ? "%.2f" : "%.0f", value); //$NON-NLS-1$ //$NON-NLS-2$
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
		((StackLayout) stack.getLayout()).topControl = all.isEmpty() ? empty : table;
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
	}

	/** @return all rows as a person would paste them into a spreadsheet */
	String copyText(List<?> selected) {
		StringBuilder text = new StringBuilder(String.join("\t", Messages.RunsView_run, Messages.RunsView_search, //$NON-NLS-1$
				Messages.RunsView_seeds, Messages.RunsView_evaluations, Messages.RunsView_nonFinite,
				Messages.RunsView_score, Messages.RunsView_accuracy)).append('\n');
		for (Object element : selected) {
			if (element instanceof RunRow row) {
				row.searches().forEach(s -> text.append(line(s)));
			} else {
				text.append(line((SearchRow) element));
			}
		}
		return text.toString();
	}

	private static String line(SearchRow row) {
		SearchSummary s = row.summary();
		return String.join("\t", row.run().name(), s.search(), Integer.toString(s.seeds()), //$NON-NLS-1$
				Long.toString(s.evaluations()), Long.toString(s.nonFinite()), text(s.score()), text(s.accuracy()))
				+ '\n';
	}

	/** Copies the selected rows, or all. */
	void copy() {
		List<?> selected = viewer.getStructuredSelection().toList();
		Clipboard clipboard = new Clipboard(viewer.getTree().getDisplay());
		clipboard.setContents(new Object[] { copyText(selected.isEmpty() ? shown : selected) },
				new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	private void restore() {
		if (memento == null) {
			return;
		}
		for (IMemento run : memento.getChildren(RUN)) {
			runs.open(Path.of(run.getString(DIRECTORY)));
		}
	}

	@Override
	public void saveState(IMemento state) {
		for (ShownRun run : runs.runs()) {
			state.createChild(RUN).putString(DIRECTORY, run.directory().toString());
		}
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

	/** @return the runs that are selected, themselves or by one of their searches */
	List<ShownRun> selectedRuns() {
		return ((List<?>) viewer.getStructuredSelection().toList()).stream()
				.map(e -> e instanceof RunRow row ? row.run() : ((SearchRow) e).run()).distinct().toList();
	}
}
