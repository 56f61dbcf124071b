/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.ui.IMemento;
import org.trainless.ui.evaluations.model.Column;
import org.trainless.ui.evaluations.model.Columns;
import org.trainless.ui.evaluations.model.Query.SortKey;

/** How the table looks, kept over a restart. Columns go by their ids, so that it fits when others are there then. */
final class GridState {
	private static final String COLUMN = "column"; //$NON-NLS-1$
	private static final String ID = "id"; //$NON-NLS-1$
	private static final String SHOWN = "shown"; //$NON-NLS-1$
	private static final String WIDTH = "width"; //$NON-NLS-1$
	private static final String SORT = "sort"; //$NON-NLS-1$
	private static final String ASCENDING = "ascending"; //$NON-NLS-1$
	private static final String FILTER = "filter"; //$NON-NLS-1$

	private GridState() {
	}

	static void save(EvaluationGrid grid, List<SortKey> keys, String filter, IMemento memento) {
		for (Column column : grid.orderedColumns()) {
			IMemento child = memento.createChild(COLUMN);
			child.putString(ID, column.id());
			child.putBoolean(SHOWN, grid.isShown(column));
			child.putInteger(WIDTH, grid.width(column));
		}
		for (SortKey key : keys) {
			IMemento child = memento.createChild(SORT);
			child.putString(ID, key.column());
			child.putBoolean(ASCENDING, key.ascending());
		}
		memento.putString(FILTER, filter);
	}

	static void restore(EvaluationGrid grid, Columns columns, IMemento memento) {
		int place = 0;
		for (IMemento child : memento.getChildren(COLUMN)) {
			Column column = columns.find(String.valueOf(child.getString(ID))).orElse(null);
			if (column == null) {
				continue;
			}
			grid.move(column, place++);
			grid.setShown(column, !Boolean.FALSE.equals(child.getBoolean(SHOWN)));
			Integer width = child.getInteger(WIDTH);
			if (width != null && width > 0 && width != grid.width(column)) {
				grid.setWidth(column, width);
			}
		}
	}

	static List<SortKey> keys(Columns columns, IMemento memento) {
		List<SortKey> keys = new ArrayList<>();
		for (IMemento child : memento.getChildren(SORT)) {
			String id = String.valueOf(child.getString(ID));
			if (columns.find(id).isPresent()) {
				keys.add(new SortKey(id, !Boolean.FALSE.equals(child.getBoolean(ASCENDING))));
			}
		}
		return keys;
	}

	static String filter(IMemento memento) {
		String filter = memento.getString(FILTER);
		return filter == null ? "" : filter; //$NON-NLS-1$
	}
}
