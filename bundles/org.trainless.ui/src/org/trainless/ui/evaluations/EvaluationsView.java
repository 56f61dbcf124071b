/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.registry.Contributions;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.evaluations.model.Column;
import org.trainless.ui.evaluations.model.Columns;
import org.trainless.ui.evaluations.model.EvaluationRow;
import org.trainless.ui.evaluations.model.EvaluationTable;
import org.trainless.ui.evaluations.model.EvaluationTables;
import org.trainless.ui.evaluations.model.Query;
import org.trainless.ui.evaluations.model.RowFilter;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.selection.ArchitecturePicks;
import org.trainless.ui.selection.ArchitectureSelection;
import org.trainless.ui.selection.ArchitectureSelectionProvider;
import org.trainless.ui.share.FileJob;
import org.trainless.ui.share.TableSource;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * All evaluations of the open runs, live. A million rows stay fluid: cells are made as they are looked at, and rows are
 * filtered and sorted in a job.
 */
public final class EvaluationsView extends ViewPart implements OpenRuns.Listener, TableSource {
	/** Id of the view, and of its help. */
	public static final String ID = "org.trainless.ui.evaluations"; //$NON-NLS-1$

	private static final int FILTER_MILLIS = 200;
	private static final int MOST_PUBLISHED = 10_000;

	private final ArchitectureSelectionProvider published = new ArchitectureSelectionProvider();
	private final ArchitecturePicks picks = new ArchitecturePicks(this, this::pickedElsewhere);
	private Optional<IMemento> memento = Optional.empty();
	private OpenRuns runs;
	/** Asked for here, as jobs may end after the view has. */
	private Display display;
	private Composite stack;
	private Label empty;
	private Composite content;
	private Text filter;
	private Label status;
	private Label error;
	private Columns columns;
	private EvaluationTables tables;
	private EvaluationData data;
	private EvaluationGrid grid;
	private EvaluationActions actions;
	private Job job;
	private volatile List<ShownRun> latest = List.of();
	private volatile Query query = Query.ALL;
	private volatile Set<String> linked = Set.of();
	private boolean onlyLinked;
	private final Runnable filterLater = this::applyFilter;

	@Override
	public void init(IViewSite site, IMemento state) throws PartInitException {
		super.init(site, state);
		memento = Optional.ofNullable(state);
	}

	@Override
	public void createPartControl(Composite parent) {
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		empty = new Label(stack, SWT.WRAP);
		empty.setText(Messages.EvaluationsView_empty);
		Themes.followText(empty);
		content = new Composite(stack, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		content.setLayout(layout);
		filter = new Text(content, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH | SWT.SINGLE);
		filter.setMessage(Messages.EvaluationsView_filter);
		filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		filter.setData("org.trainless.id", "evaluations.filter"); //$NON-NLS-1$ //$NON-NLS-2$
		filter.addListener(SWT.Modify, e -> display.timerExec(FILTER_MILLIS, filterLater));
		filter.addListener(SWT.DefaultSelection, e -> applyFilter());
		status = new Label(content, SWT.RIGHT);
		status.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
		status.setData("org.trainless.id", "evaluations.status"); //$NON-NLS-1$ //$NON-NLS-2$
		error = new Label(content, SWT.WRAP);
		error.setData("org.trainless.id", "evaluations.error"); //$NON-NLS-1$ //$NON-NLS-2$
		error.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		tell(""); //$NON-NLS-1$
		PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, ID);
		getSite().setSelectionProvider(published);
		job = Job.create(Messages.EvaluationsView_order, this::order);
		job.setSystem(true);
		job.setPriority(Job.SHORT);
		runs = getSite().getService(OpenRuns.class);
		showEmpty(true);
		display = parent.getDisplay();
		Contributions contributions = getSite().getService(Contributions.class);
		Job prepare = Job.create(Messages.EvaluationsView_prepare, monitor -> {
			Columns known = new Columns(spaces(contributions));
			EvaluationData cells = new EvaluationData(known, this::sortBy);
			EvaluationGrid.Layers layers = EvaluationGrid.Layers.of(cells);
			display.asyncExec(() -> begin(known, cells, layers));
			return Status.OK_STATUS;
		});
		prepare.setSystem(true);
		prepare.schedule();
	}

	/** A space that is broken is told of where it is used; its runs are shown without features. */
	private static Map<String, SearchSpace> spaces(Contributions contributions) {
		Map<String, SearchSpace> spaces = new LinkedHashMap<>();
		for (Contribution space : contributions.all(ContributionKind.SEARCH_SPACE)) {
			try {
				spaces.put(space.id(), contributions.searchSpace(space.id()));
			} catch (ProblemException e) {
				continue;
			}
		}
		return spaces;
	}

	private void begin(Columns known, EvaluationData cells, EvaluationGrid.Layers layers) {
		if (stack.isDisposed()) {
			return;
		}
		columns = known;
		tables = new EvaluationTables(known);
		data = cells;
		grid = new EvaluationGrid(content, known, data, layers, this::publish);
		grid.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
		grid.control().getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = Messages.EvaluationsView_name;
			}

			@Override
			public void getDescription(AccessibleEvent e) {
				e.result = describeSelected();
			}
		});
		filter.setToolTipText(NLS.bind(Messages.EvaluationsView_filterHelp, known.all().stream()
				.filter(c -> c.kind() != Column.Kind.TEXT).map(Column::id).collect(Collectors.joining(", ")))); //$NON-NLS-1$
		actions = new EvaluationActions(this, grid, data, known);
		actions.install();
		memento.ifPresent(this::restore);
		content.layout();
		runs.addListener(this);
		getSite().getPage().addSelectionListener(picks);
	}

	/** Shows all rows as they came, with the columns of a fresh table. */
	public void reset() {
		grid.reset();
		data.restore(List.of());
		filter.setText(""); //$NON-NLS-1$
		ask(query.sortedBy(List.of()).with(RowFilter.NONE));
	}

	/**
	 * @param state columns, sort and filter as they were saved
	 */
	public void restore(IMemento state) {
		GridState.restore(grid, columns, state);
		data.restore(GridState.keys(columns, state));
		query = query.sortedBy(data.keys());
		filter.setText(GridState.filter(state));
		applyFilter();
	}

	private String describeSelected() {
		var chosen = grid.selectedRows().iterator();
		if (!chosen.hasNext()) {
			return ""; //$NON-NLS-1$
		}
		EvaluationRow row = data.table().row(chosen.next());
		return grid.shownColumns().stream().map(c -> c.title() + ' ' + c.text().apply(row))
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	private void showEmpty(boolean none) {
		var top = none ? empty : content;
		StackLayout layout = (StackLayout) stack.getLayout();
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
	}

	@Override
	public void runsChanged(List<ShownRun> all) {
		latest = all;
		showEmpty(all.isEmpty());
		job.schedule();
	}

	/** In the job. */
	private IStatus order(IProgressMonitor monitor) {
		Optional<EvaluationTable> table = tables.table(latest, query, monitor::isCanceled);
		if (table.isEmpty()) {
			return Status.CANCEL_STATUS;
		}
		Set<String> marked = linked;
		int first = marked.isEmpty() ? -1 : table.get().firstOf(marked);
		display.asyncExec(() -> show(table.get(), marked, first));
		return Status.OK_STATUS;
	}

	private void show(EvaluationTable table, Set<String> marked, int first) {
		if (stack.isDisposed()) {
			return;
		}
		boolean moved = !table.query().equals(data.table().query());
		grid.show(table);
		if (moved && !marked.isEmpty() && marked == linked && grid.selectedCount() == 0) {
			grid.link(marked, first);
		}
		status.setText(table.size() == table.all() ? NLS.bind(Messages.EvaluationsView_rows, number(table.all()))
				: NLS.bind(Messages.EvaluationsView_someRows, number(table.size()), number(table.all())));
		content.layout();
	}

	private static String number(int n) {
		return String.format("%,d", n); //$NON-NLS-1$
	}

	/** What is being ordered for a query that is no longer wanted stops. */
	private void ask(Query other) {
		if (other.equals(query)) {
			return;
		}
		query = other;
		status.setText(Messages.EvaluationsView_working);
		job.cancel();
		job.schedule();
	}

	void sortBy(List<SortKey> keys) {
		ask(query.sortedBy(keys));
	}

	private void applyFilter() {
		if (filter.isDisposed() || columns == null) {
			return;
		}
		try {
			ask(query.with(RowFilter.read(filter.getText(), columns.all())));
			tell(""); //$NON-NLS-1$
		} catch (ProblemException e) {
			Problem problem = e.problems().get(0);
			tell(problem.message() + (problem.remedy().isEmpty() ? "" : " – " + problem.remedy())); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** Tells something in its place, below the filter. */
	void tell(String what) {
		if (error.isDisposed()) {
			return;
		}
		error.setText(what);
		error.setForeground(Palette.problem());
		GridData place = (GridData) error.getLayoutData();
		place.exclude = what.isEmpty();
		error.setVisible(!what.isEmpty());
		content.layout();
	}

	void showOnlyLinked(boolean only) {
		onlyLinked = only;
		ask(query.onlyOf(only ? linked : Set.of()));
	}

	private void pickedElsewhere(IWorkbenchPart part, ArchitectureSelection architectures) {
		Set<String> wanted = new LinkedHashSet<>(architectures.architectures());
		linked = wanted;
		if (onlyLinked) {
			ask(query.onlyOf(wanted));
		}
		find(wanted);
	}

	/** Brings the first row of these into sight; sought in a job, as there may be a million. */
	private void find(Set<String> wanted) {
		EvaluationTable table = data.table();
		Job find = Job.create(Messages.EvaluationsView_selecting, monitor -> {
			int first = wanted.isEmpty() ? -1 : table.firstOf(wanted);
			display.asyncExec(() -> {
				if (stack.isDisposed() || linked != wanted) {
					return;
				}
				if (table == data.table()) {
					grid.link(wanted, first);
				} else {
					// rows have come or moved meanwhile
					find(wanted);
				}
			});
			return Status.OK_STATUS;
		});
		find.setSystem(true);
		find.schedule();
	}

	/** Tells the other views what is selected here. */
	private void publish() {
		grid.unlink();
		linked = Set.of();
		EvaluationTable table = data.table();
		if (grid.selectedCount() == 0) {
			return;
		}
		Iterable<Integer> rows = grid.selectedRows();
		String space = latest.isEmpty() ? "" : latest.get(0).facts().space(); //$NON-NLS-1$
		Job collect = Job.create(Messages.EvaluationsView_selecting, monitor -> {
			List<String> chosen = table.architectures(rows, MOST_PUBLISHED);
			display.asyncExec(() -> {
				if (!stack.isDisposed()) {
					published.publish(new ArchitectureSelection(space, chosen));
				}
			});
			return Status.OK_STATUS;
		});
		collect.setSystem(true);
		collect.schedule();
	}

	/** Copies the selected rows as a table for a spreadsheet. */
	void copy() {
		EvaluationTable table = data.table();
		int[] rows = StreamSupport.stream(grid.selectedRows().spliterator(), false).mapToInt(Integer::intValue)
				.toArray();
		RowWriter writer = RowWriter.tabs(grid.shownColumns());
		Job.create(Messages.EvaluationsView_copying, monitor -> {
			StringBuilder text = new StringBuilder();
			try {
				if (!writer.write(table, rows.length, i -> rows[i], text, monitor::isCanceled)) {
					return Status.CANCEL_STATUS;
				}
			} catch (IOException e) {
				return Status.error(e.getMessage(), e);
			}
			display.asyncExec(() -> {
				Clipboard clipboard = new Clipboard(display);
				clipboard.setContents(new Object[] { text.toString() }, new Transfer[] { TextTransfer.getInstance() });
				clipboard.dispose();
			});
			return Status.OK_STATUS;
		}).schedule();
	}

	/** Writes all rows that the filter lets through, with the columns that are shown. */
	@Override
	public void exportTable(Path file) {
		EvaluationTable table = data.table();
		RowWriter writer = RowWriter.commas(grid.shownColumns());
		new FileJob(file, (out, cancelled) -> {
			Writer to = new OutputStreamWriter(out, StandardCharsets.UTF_8);
			boolean whole = writer.write(table, table.size(), i -> i, to, cancelled);
			to.flush();
			return whole;
		}, this::tell).schedule();
	}

	@Override
	public String tableName() {
		return "evaluations"; //$NON-NLS-1$
	}

	/**
	 * @return what is shown
	 */
	public EvaluationTable table() {
		return data == null ? EvaluationTable.EMPTY : data.table();
	}

	/** Does the one while the filter has the focus, else the other. */
	void inFilter(Consumer<Text> there, Runnable elsewhere) {
		if (filter.isFocusControl()) {
			there.accept(filter);
		} else {
			elsewhere.run();
		}
	}

	/** Where to type to see less. */
	void focusFilter() {
		filter.setFocus();
		filter.selectAll();
	}

	@Override
	public void saveState(IMemento state) {
		if (grid == null) {
			memento.ifPresent(state::putMemento);
			return;
		}
		GridState.save(grid, data.keys(), filter.getText(), state);
	}

	@Override
	public void setFocus() {
		if (grid == null || latest.isEmpty()) {
			stack.setFocus();
		} else {
			grid.control().setFocus();
		}
	}

	@Override
	public void dispose() {
		if (grid != null) {
			runs.removeListener(this);
			getSite().getPage().removeSelectionListener(picks);
		}
		if (job != null) {
			job.cancel();
		}
		super.dispose();
	}
}
