/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.columns.TableState;
import org.trainless.ui.runs.RunName;
import org.trainless.ui.runs.view.RunRows.RunRow;
import org.trainless.ui.share.Message;
import org.trainless.ui.theme.Themes;

/** The tree of runs and searches: its columns, which can be moved, sized, hidden and sorted by. */
final class RunTable {
	private static final String COLUMN = "org.trainless.column"; //$NON-NLS-1$
	/** What the platform leaves free beside what a cell says. */
	private static final String MARGIN = "nn"; //$NON-NLS-1$

	private final Composite all;
	private final Message message;
	private final Composite holder;
	private final Layout layout = new Layout();
	private final TreeViewer viewer;
	/** Those that are hidden, and where they stood. */
	private final Map<RunColumn, TableState.Place> hidden = new HashMap<>();
	private Optional<SortKey> sort = Optional.empty();

	/** Tells widths that a person has chosen from those that follow from the size of the view. */
	private static final class Layout extends TreeColumnLayout {
		OptionalInt chosen(TreeColumn column) {
			return column.getData(LAYOUT_DATA) instanceof ColumnPixelData pixels ? OptionalInt.of(pixels.width)
					: OptionalInt.empty();
		}
	}

	RunTable(Composite parent) {
		all = new Composite(parent, SWT.NONE);
		GridLayout grid = new GridLayout();
		grid.marginWidth = 0;
		grid.marginHeight = 0;
		grid.verticalSpacing = 0;
		all.setLayout(grid);
		message = new Message(all, "runs.told"); //$NON-NLS-1$
		holder = new Composite(all, SWT.NONE);
		holder.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		holder.setLayout(layout);
		viewer = new TreeViewer(holder, SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER);
		Tree tree = viewer.getTree();
		tree.setHeaderVisible(true);
		tree.setLinesVisible(true);
		tree.setData("org.trainless.id", "runs"); //$NON-NLS-1$ //$NON-NLS-2$
		RunColumn.ALL.forEach(c -> create(c, OptionalInt.empty()));
		ColumnViewerToolTipSupport.enableFor(viewer);
		Themes.followTable(tree);
	}

	Composite control() {
		return all;
	}

	/** Tells something in its place, above the table. */
	void tell(String what) {
		message.tell(what);
	}

	TreeViewer viewer() {
		return viewer;
	}

	private void create(RunColumn column, OptionalInt width) {
		TreeViewerColumn made = new TreeViewerColumn(viewer, column.style());
		TreeColumn widget = made.getColumn();
		widget.setText(column.title());
		widget.setMoveable(true);
		widget.setData(COLUMN, column);
		widget.addListener(SWT.Selection, e -> cycle(column));
		made.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return element instanceof RunRow row && column.id().equals(RunColumn.NAME)
						? RunName.label(row.run().name(), LocalDate.now())
						: column.text(element);
			}

			@Override
			public String getToolTipText(Object element) {
				return element instanceof RunRow row ? row.run().directory() + "\n" + row.run().facts().question() //$NON-NLS-1$
						: null;
			}
		});
		layout.setColumnData(widget, width.isPresent() ? new ColumnPixelData(width.getAsInt()) : usual(column));
	}

	/** Its share of the view, but what it usually says and the title of numbers can be read: rather one scrolls. */
	private ColumnWeightData usual(RunColumn column) {
		GC gc = new GC(viewer.getTree());
		try {
			int least = gc.textExtent(column.sample()).x;
			if (column.number().isPresent()) {
				gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
				least = Math.max(least, gc.textExtent(column.title()).x);
			}
			if (column.id().equals(RunColumn.NAME)) {
				// what unfolds a run stands before its name
				least += viewer.getTree().getItemHeight();
			}
			return new ColumnWeightData(column.weight(), least + gc.textExtent(MARGIN).x);
		} finally {
			gc.dispose();
		}
	}

	/** As they stand, those that are hidden at the end. */
	private List<TreeColumn> standing() {
		Tree tree = viewer.getTree();
		List<TreeColumn> columns = new ArrayList<>();
		for (int index : tree.getColumnOrder()) {
			columns.add(tree.getColumn(index));
		}
		return columns;
	}

	/** What is shown, in the order in which it stands. */
	List<RunColumn> shownColumns() {
		return standing().stream().map(c -> (RunColumn) c.getData(COLUMN)).toList();
	}

	boolean isShown(RunColumn column) {
		return !hidden.containsKey(column);
	}

	/** The column that holds the tree stays. */
	void setShown(RunColumn column, boolean shown) {
		if (shown == isShown(column) || column.id().equals(RunColumn.NAME)) {
			return;
		}
		viewer.getTree().setRedraw(false);
		if (shown) {
			create(column, hidden.remove(column).width());
			mark();
		} else {
			TreeColumn widget = widget(column).orElseThrow();
			hidden.put(column, new TableState.Place(column.id(), false, layout.chosen(widget)));
			widget.dispose();
		}
		viewer.refresh();
		holder.layout(true);
		viewer.getTree().setRedraw(true);
	}

	private Optional<TreeColumn> widget(RunColumn column) {
		return standing().stream().filter(c -> c.getData(COLUMN) == column).findFirst();
	}

	/** A click on a header: small values first, great ones first, as they came. */
	private void cycle(RunColumn column) {
		boolean same = sort.filter(k -> k.column().equals(column.id())).isPresent();
		sortBy(same ? sort.filter(SortKey::ascending).map(k -> new SortKey(k.column(), false))
				: Optional.of(new SortKey(column.id(), true)));
	}

	Optional<SortKey> sort() {
		return sort;
	}

	/**
	 * @param key what to sort by; empty for the order in which runs were opened
	 */
	void sortBy(Optional<SortKey> key) {
		sort = key.filter(k -> RunColumn.find(k.column()).isPresent());
		mark();
		Optional<Comparator<Object>> order = sort
				.map(k -> RunColumn.find(k.column()).orElseThrow().order(k.ascending()));
		viewer.setComparator(order.map(RunTable::comparator).orElse(null));
	}

	private static ViewerComparator comparator(Comparator<Object> order) {
		return new ViewerComparator() {
			@Override
			public int compare(Viewer of, Object a, Object b) {
				return order.compare(a, b);
			}
		};
	}

	/** Shows in the header what it is sorted by. */
	private void mark() {
		Tree tree = viewer.getTree();
		tree.setSortColumn(
				sort.flatMap(k -> RunColumn.find(k.column())).filter(this::isShown).flatMap(this::widget).orElse(null));
		tree.setSortDirection(sort.map(k -> k.ascending() ? SWT.UP : SWT.DOWN).orElse(SWT.NONE));
	}

	TableState state() {
		List<TableState.Place> places = new ArrayList<>();
		standing().forEach(
				c -> places.add(new TableState.Place(((RunColumn) c.getData(COLUMN)).id(), true, layout.chosen(c))));
		places.addAll(hidden.values());
		return new TableState(places, sort.stream().toList());
	}

	/** Columns that the state does not name, as those of a newer version, stand at the end as they are. */
	void restore(TableState state) {
		List<RunColumn> order = new ArrayList<>();
		for (TableState.Place place : state.columns()) {
			RunColumn.find(place.id()).ifPresent(column -> {
				order.add(column);
				setShown(column, place.shown());
				widget(column).ifPresentOrElse(widget -> layout.setColumnData(widget,
						place.width().isPresent() ? new ColumnPixelData(place.width().getAsInt()) : usual(column)),
						() -> hidden.put(column, place));
			});
		}
		RunColumn.ALL.stream().filter(c -> !order.contains(c)).forEach(order::add);
		List<RunColumn> created = List.of(viewer.getTree().getColumns()).stream()
				.map(c -> (RunColumn) c.getData(COLUMN)).toList();
		viewer.getTree().setColumnOrder(order.stream().filter(this::isShown).mapToInt(created::indexOf).toArray());
		sortBy(state.sort().stream().findFirst());
		holder.layout(true);
	}

	/** All columns as they are at first, and the order in which runs were opened. */
	void reset() {
		restore(new TableState(
				RunColumn.ALL.stream().map(c -> new TableState.Place(c.id(), true, OptionalInt.empty())).toList(),
				List.of()));
	}
}
