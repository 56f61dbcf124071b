/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.cell.AlternatingRowConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.trainless.ui.evaluations.model.Column;
import org.trainless.ui.evaluations.model.Columns;
import org.trainless.ui.evaluations.model.EvaluationTable;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/** The NatTable of the evaluations: its layers, colours, columns and selection. */
final class EvaluationGrid {
	private static final String NUMBER = "number"; //$NON-NLS-1$
	private static final String NOT_FINITE = "notFinite"; //$NON-NLS-1$
	private static final String LINKED = "linked"; //$NON-NLS-1$
	/** What is selected follows its rows through sorts and filters up to this many. */
	private static final int MOST_FOLLOWED = 100_000;
	/** Rows that are selected apart from each other cost with each cell painted. */
	private static final int MOST_APART = 200;

	private final Columns columns;
	private final EvaluationData data;
	private final DataLayer bottom;
	private final ColumnReorderLayer reorder;
	private final ColumnHideShowLayer hide;
	private final SelectionLayer selection;
	private final ViewportLayer viewport;
	private final NatTable table;
	private Set<String> linked = Set.of();
	private boolean quiet;

	/**
	 * The layers below the window. Their classes take long to load the first time, so they are made before, in a job.
	 *
	 * @param bottom  holds the cells
	 * @param reorder moves columns
	 * @param hide    hides columns
	 */
	record Layers(DataLayer bottom, ColumnReorderLayer reorder, ColumnHideShowLayer hide) {
		static Layers of(EvaluationData data) {
			DataLayer bottom = new DataLayer(data);
			ColumnReorderLayer reorder = new ColumnReorderLayer(bottom);
			return new Layers(bottom, reorder, new ColumnHideShowLayer(reorder));
		}
	}

	EvaluationGrid(Composite parent, Columns columns, EvaluationData data, Layers layers, Runnable selected) {
		this.columns = columns;
		this.data = data;
		bottom = layers.bottom();
		reorder = layers.reorder();
		hide = layers.hide();
		selection = new SelectionLayer(hide, false);
		viewport = new ViewportLayer(selection);
		selection.addConfiguration(new DefaultSelectionLayerConfiguration() {
			@Override
			protected void addSelectionUIBindings() {
				addConfiguration(new RowOnlySelectionBindings());
			}

			@Override
			protected void addSearchUIBindings() {
				// the filter is how to find something
			}
		});
		selection.addConfiguration(new RowOnlySelectionConfiguration());
		viewport.setRegionName(GridRegion.BODY);
		bottom.setConfigLabelAccumulator((labels, column, row) -> {
			Column shown = columns.all().get(column);
			if (row < data.getRowCount()) {
				var trial = data.table().row(row).trial();
				if (linked.contains(trial.architecture())) {
					labels.addLabel(LINKED);
				}
				if (shown.id().equals(Columns.SCORE) && !trial.score().isFinite()) {
					labels.addLabel(NOT_FINITE);
				}
			}
			if (shown.kind() == Column.Kind.COUNT || shown.kind() == Column.Kind.REAL) {
				labels.addLabel(NUMBER);
			}
		});
		viewport.setConfigLabelAccumulator(new AlternatingRowConfigLabelAccumulator(viewport));
		ColumnHeaderLayer header = new ColumnHeaderLayer(new DefaultColumnHeaderDataLayer(new Titles(columns, data)),
				viewport, selection);
		SortHeaderLayer<?> sort = new SortHeaderLayer<>(header, data);
		CompositeLayer grid = new CompositeLayer(1, 2);
		grid.setChildLayer(GridRegion.COLUMN_HEADER, sort, 0, 0);
		grid.setChildLayer(GridRegion.BODY, viewport, 0, 1);
		table = new NatTable(parent, grid, false);
		table.setData("org.trainless.id", "evaluations"); //$NON-NLS-1$ //$NON-NLS-2$
		table.addConfiguration(new DefaultNatTableStyleConfiguration());
		table.addConfiguration(new SingleClickSortConfiguration());
		table.configure();
		widths();
		columns.all().stream().filter(c -> !c.visible()).forEach(c -> hide.hideColumnIndexes(columns.index(c.id())));
		selection.addLayerListener(event -> {
			if (event instanceof ISelectionEvent && !quiet) {
				selected.run();
			}
		});
		Themes.follow(table, this::colour);
	}

	private void widths() {
		GC gc = new GC(table);
		double character = gc.getFontMetrics().getAverageCharacterWidth();
		gc.dispose();
		for (int i = 0; i < columns.all().size(); i++) {
			bottom.setDefaultColumnWidthByPosition(i,
					(int) Math.ceil((columns.all().get(i).characters() + 2) * character));
		}
	}

	private void colour() {
		table.setTheme(new GridTheme());
		table.setBackground(Palette.ground());
		IConfigRegistry registry = table.getConfigRegistry();
		registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, Palette.faint());
		Style right = new Style();
		right.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, right, DisplayMode.NORMAL, NUMBER);
		Style warned = new Style();
		warned.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, Palette.problem());
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, warned, DisplayMode.NORMAL, NOT_FINITE);
		Style marked = new Style();
		marked.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Palette.linked());
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, marked, DisplayMode.NORMAL, LINKED);
		table.redraw();
	}

	/** Titles say what the numbers below them are for. */
	private record Titles(Columns columns, EvaluationData data) implements IDataProvider {
		@Override
		public Object getDataValue(int column, int row) {
			return columns.all().get(column).title(data.table().tasks());
		}

		@Override
		public void setDataValue(int column, int row, Object value) {
			throw new UnsupportedOperationException("titles are not edited"); //$NON-NLS-1$
		}

		@Override
		public int getColumnCount() {
			return columns.all().size();
		}

		@Override
		public int getRowCount() {
			return 1;
		}
	}

	NatTable control() {
		return table;
	}

	/** What is selected stays with its rows, wherever they are then. */
	void show(EvaluationTable other) {
		EvaluationTable before = data.table();
		BitSet numbers = new BitSet();
		int selected = selection.getSelectedRowCount();
		if (before.generation() == other.generation() && selected > 0 && selected <= MOST_FOLLOWED) {
			selectedRows().forEach(p -> numbers.set(before.number(p)));
		}
		boolean all = selected > 0 && selected == before.size() && before.query().equals(other.query());
		quiet = true;
		try {
			data.show(other);
			bottom.fireLayerEvent(new RowStructuralRefreshEvent(bottom));
			if (!all && selected > 0) {
				select(other.positions(numbers));
			}
		} finally {
			quiet = false;
		}
	}

	private void select(int[] positions) {
		selection.clear(false);
		int count = Math.min(positions.length, MOST_APART);
		int i = 0;
		while (i < count) {
			int end = i + 1;
			while (end < positions.length && positions[end] == positions[end - 1] + 1) {
				end++;
			}
			selection.addSelection(
					new org.eclipse.swt.graphics.Rectangle(0, positions[i], selection.getColumnCount(), end - i));
			i = end;
		}
		table.redraw();
	}

	/** Marks rows of these architectures, and brings the first one into sight. */
	void link(Set<String> architectures, int first) {
		linked = architectures;
		quiet = true;
		try {
			if (first >= 0 && first < data.getRowCount()) {
				selection.selectRow(0, first, false, false);
				viewport.moveRowPositionIntoViewport(first);
			} else {
				selection.clear(false);
			}
		} finally {
			quiet = false;
		}
		table.redraw();
	}

	void unlink() {
		linked = Set.of();
		table.redraw();
	}

	int selectedCount() {
		return selection.getSelectedRowCount();
	}

	/** Positions of the selected rows, ascending, without listing them. */
	Iterable<Integer> selectedRows() {
		Set<Range> ranges = new TreeSet<>((a, b) -> Integer.compare(a.start, b.start));
		ranges.addAll(selection.getSelectedRowPositions());
		List<Range> sorted = new ArrayList<>(ranges);
		return () -> new Iterator<>() {
			private int range;
			private int next = sorted.isEmpty() ? 0 : sorted.get(0).start;

			@Override
			public boolean hasNext() {
				return range < sorted.size();
			}

			@Override
			public Integer next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				int position = next++;
				if (next >= sorted.get(range).end) {
					range++;
					next = range < sorted.size() ? Math.max(next, sorted.get(range).start) : 0;
				}
				return position;
			}
		};
	}

	/** Those that are shown, in the order in which they stand. */
	List<Column> shownColumns() {
		List<Column> shown = new ArrayList<>();
		for (int index : reorder.getColumnIndexOrderArray()) {
			if (!hide.isColumnIndexHidden(index)) {
				shown.add(columns.all().get(index));
			}
		}
		return shown;
	}

	/** All, in the order in which they stand. */
	List<Column> orderedColumns() {
		return Arrays.stream(reorder.getColumnIndexOrderArray()).mapToObj(columns.all()::get).toList();
	}

	boolean isShown(Column column) {
		return !hide.isColumnIndexHidden(columns.index(column.id()));
	}

	/** Shows or hides a column; the last one that is shown stays. */
	void setShown(Column column, boolean shown) {
		int index = columns.index(column.id());
		if (shown) {
			hide.showColumnIndexes(index);
		} else if (hide.getColumnCount() > 1) {
			hide.hideColumnIndexes(index);
		}
	}

	int width(Column column) {
		return bottom.getColumnWidthByPosition(columns.index(column.id()));
	}

	void setWidth(Column column, int width) {
		bottom.setColumnWidthByPosition(columns.index(column.id()), width);
	}

	/** Moves a column to a place among all. */
	void move(Column column, int place) {
		int from = reorder.getColumnPositionByIndex(columns.index(column.id()));
		if (from != place) {
			reorder.reorderColumnPosition(from, place, place < reorder.getColumnCount() && from > place);
		}
	}

	/** All columns as they are at first. */
	void reset() {
		for (Column column : columns.all()) {
			move(column, columns.index(column.id()));
			setShown(column, column.visible());
		}
		bottom.resetColumnWidthConfiguration(true);
		widths();
	}
}
