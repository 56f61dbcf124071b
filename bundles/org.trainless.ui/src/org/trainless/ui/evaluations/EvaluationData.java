/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.evaluations.model.Columns;
import org.trainless.ui.evaluations.model.EvaluationTable;

/**
 * The table's cells, made as they are looked at. Sorting is only asked for here; what is shown changes when the sorted
 * table is there. To be used in the UI thread.
 */
final class EvaluationData implements IDataProvider, ISortModel {
	private final Columns columns;
	private final Consumer<List<SortKey>> sorter;
	private final List<SortKey> keys = new ArrayList<>();
	private EvaluationTable table = EvaluationTable.EMPTY;

	EvaluationData(Columns columns, Consumer<List<SortKey>> sorter) {
		this.columns = columns;
		this.sorter = sorter;
	}

	EvaluationTable table() {
		return table;
	}

	void show(EvaluationTable other) {
		table = other;
	}

	@Override
	public Object getDataValue(int column, int row) {
		return columns.all().get(column).text().apply(table.row(row));
	}

	@Override
	public void setDataValue(int column, int row, Object value) {
		throw new UnsupportedOperationException("evaluations are not edited"); //$NON-NLS-1$
	}

	@Override
	public int getColumnCount() {
		return columns.all().size();
	}

	@Override
	public int getRowCount() {
		return table.size();
	}

	List<SortKey> keys() {
		return List.copyOf(keys);
	}

	void restore(List<SortKey> remembered) {
		keys.clear();
		keys.addAll(remembered);
	}

	@Override
	public void sort(int column, SortDirectionEnum direction, boolean accumulate) {
		String id = columns.all().get(column).id();
		if (!accumulate) {
			keys.clear();
		}
		int at = getSortOrder(column);
		if (direction == SortDirectionEnum.NONE) {
			keys.removeIf(k -> k.column().equals(id));
		} else if (at >= 0) {
			keys.set(at, new SortKey(id, direction == SortDirectionEnum.ASC));
		} else {
			keys.add(new SortKey(id, direction == SortDirectionEnum.ASC));
		}
		sorter.accept(keys());
	}

	@Override
	public void clear() {
		keys.clear();
		sorter.accept(keys());
	}

	@Override
	public List<Integer> getSortedColumnIndexes() {
		return keys.stream().map(k -> columns.index(k.column())).toList();
	}

	@Override
	public boolean isColumnIndexSorted(int column) {
		return getSortOrder(column) >= 0;
	}

	@Override
	public SortDirectionEnum getSortDirection(int column) {
		int at = getSortOrder(column);
		if (at < 0) {
			return SortDirectionEnum.NONE;
		}
		return keys.get(at).ascending() ? SortDirectionEnum.ASC : SortDirectionEnum.DESC;
	}

	@Override
	public int getSortOrder(int column) {
		String id = columns.all().get(column).id();
		for (int i = 0; i < keys.size(); i++) {
			if (keys.get(i).column().equals(id)) {
				return i;
			}
		}
		return -1;
	}

	@SuppressWarnings("rawtypes")
	@Override
	public List<Comparator> getComparatorsForColumnIndex(int column) {
		return List.of();
	}

	@Override
	public Comparator<?> getColumnComparator(int column) {
		return null;
	}
}
