/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.util.List;
import java.util.OptionalInt;

import org.eclipse.ui.IMemento;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.columns.TableState;
import org.trainless.ui.evaluations.model.Column;
import org.trainless.ui.evaluations.model.Columns;

/** How the table of evaluations stands, kept over a restart. */
final class GridState {
	private static final String FILTER = "filter"; //$NON-NLS-1$

	private GridState() {
	}

	static void save(EvaluationGrid grid, List<SortKey> keys, String filter, IMemento memento) {
		List<TableState.Place> places = grid.orderedColumns().stream()
				.map(c -> new TableState.Place(c.id(), grid.isShown(c), OptionalInt.of(grid.width(c)))).toList();
		new TableState(places, keys).save(memento);
		memento.putString(FILTER, filter);
	}

	static void restore(EvaluationGrid grid, Columns columns, IMemento memento) {
		int place = 0;
		for (TableState.Place saved : TableState.of(memento).columns()) {
			Column column = columns.find(saved.id()).orElse(null);
			if (column == null) {
				continue;
			}
			grid.move(column, place++);
			grid.setShown(column, saved.shown());
			if (saved.width().isPresent() && saved.width().getAsInt() != grid.width(column)) {
				grid.setWidth(column, saved.width().getAsInt());
			}
		}
	}

	static List<SortKey> keys(Columns columns, IMemento memento) {
		return TableState.of(memento).sort().stream().filter(k -> columns.find(k.column()).isPresent()).toList();
	}

	static String filter(IMemento memento) {
		String filter = memento.getString(FILTER);
		return filter == null ? "" : filter; //$NON-NLS-1$
	}
}
