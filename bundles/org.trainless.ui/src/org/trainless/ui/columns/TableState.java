/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import org.eclipse.ui.IMemento;

/**
 * How a table stands, kept over a restart. Columns go by their ids, so that it fits when others are there then.
 *
 * @param columns all columns in the order in which they stand
 * @param sort    what it is sorted by, the first one first; empty for the order in which rows came
 */
public record TableState(List<Place> columns, List<SortKey> sort) {
	private static final String COLUMN = "column"; //$NON-NLS-1$
	private static final String ID = "id"; //$NON-NLS-1$
	private static final String SHOWN = "shown"; //$NON-NLS-1$
	private static final String WIDTH = "width"; //$NON-NLS-1$
	private static final String SORT = "sort"; //$NON-NLS-1$
	private static final String ASCENDING = "ascending"; //$NON-NLS-1$

	/**
	 * One column.
	 *
	 * @param id    its id
	 * @param shown whether it is shown
	 * @param width in pixels; empty when nobody has chosen one
	 */
	public record Place(String id, boolean shown, OptionalInt width) {
		public Place {
			Objects.requireNonNull(id);
			Objects.requireNonNull(width);
		}
	}

	public TableState {
		columns = List.copyOf(columns);
		sort = List.copyOf(sort);
	}

	/**
	 * @param memento where it goes
	 */
	public void save(IMemento memento) {
		for (Place place : columns) {
			IMemento child = memento.createChild(COLUMN);
			child.putString(ID, place.id());
			child.putBoolean(SHOWN, place.shown());
			place.width().ifPresent(w -> child.putInteger(WIDTH, w));
		}
		for (SortKey key : sort) {
			IMemento child = memento.createChild(SORT);
			child.putString(ID, key.column());
			child.putBoolean(ASCENDING, key.ascending());
		}
	}

	/**
	 * @param memento where it was saved
	 * @return what was saved; without columns when nothing was
	 */
	public static TableState of(IMemento memento) {
		List<Place> places = new ArrayList<>();
		for (IMemento child : memento.getChildren(COLUMN)) {
			Integer width = child.getInteger(WIDTH);
			places.add(new Place(String.valueOf(child.getString(ID)), !Boolean.FALSE.equals(child.getBoolean(SHOWN)),
					width == null || width <= 0 ? OptionalInt.empty() : OptionalInt.of(width)));
		}
		List<SortKey> keys = new ArrayList<>();
		for (IMemento child : memento.getChildren(SORT)) {
			keys.add(new SortKey(String.valueOf(child.getString(ID)),
					!Boolean.FALSE.equals(child.getBoolean(ASCENDING))));
		}
		return new TableState(places, keys);
	}
}
