/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.trainless.ui.charts.cell.CellFacts.Fact;
import org.trainless.ui.charts.cell.CellFacts.Section;
import org.trainless.ui.share.FileJob;
import org.trainless.ui.theme.Themes;

/** What is known of a cell, and of the one beside it. */
final class FactTable {
	/** A title of a section, or what is known. */
	private record Row(Optional<Fact> fact, String name, String value, String pinned) {
	}

	private final TableViewer viewer;
	private final TableColumnLayout layout;
	/** There while there is a cell beside: a column without width makes the layout turn in circles. */
	private Optional<TableViewerColumn> second = Optional.empty();
	private List<Row> rows = List.of();

	FactTable(Composite parent) {
		Composite holder = new Composite(parent, SWT.NONE);
		layout = new TableColumnLayout();
		holder.setLayout(layout);
		viewer = new TableViewer(holder, SWT.FULL_SELECTION | SWT.BORDER);
		Table table = viewer.getTable();
		table.setHeaderVisible(true);
		table.setData("org.trainless.id", "cell.facts"); //$NON-NLS-1$ //$NON-NLS-2$
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		column(Messages.CellView_property, 34, new Labels() {
			@Override
			public String getText(Object element) {
				return ((Row) element).name();
			}
		});
		column(Messages.CellView_value, 66, new Labels() {
			@Override
			public String getText(Object element) {
				return ((Row) element).value();
			}
		});
		ColumnViewerToolTipSupport.enableFor(viewer);
		Themes.followTable(table);
	}

	private TableViewerColumn column(String title, int weight, Labels labels) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
		column.getColumn().setText(title);
		column.setLabelProvider(labels);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, true));
		return column;
	}

	void show(CellFacts facts, Optional<CellFacts> other) {
		List<Row> all = new ArrayList<>();
		Set<Fact> names = new LinkedHashSet<>(facts.values().keySet());
		other.ifPresent(o -> names.addAll(o.values().keySet()));
		for (Section section : Section.values()) {
			List<Fact> of = names.stream().filter(f -> f.section() == section).toList();
			if (!of.isEmpty()) {
				all.add(new Row(Optional.empty(), section.title(), "", "")); //$NON-NLS-1$ //$NON-NLS-2$
			}
			for (Fact fact : of) {
				String value = facts.values().getOrDefault(fact, ""); //$NON-NLS-1$
				String beside = other.map(o -> o.values().getOrDefault(fact, "")).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
				if (other.isPresent() && !beside.equals(value)) {
					beside = NLS.bind(Messages.CellView_different, beside);
				}
				all.add(new Row(Optional.of(fact), fact.name(), value, beside));
			}
		}
		if (all.equals(rows)) {
			return;
		}
		if (other.isPresent() && second.isEmpty()) {
			second = Optional.of(column(Messages.CellView_pinnedValue, 50, new Labels() {
				@Override
				public String getText(Object element) {
					return ((Row) element).pinned();
				}
			}));
		} else if (other.isEmpty()) {
			second.ifPresent(c -> c.getColumn().dispose());
			second = Optional.empty();
		}
		int top = viewer.getTable().getTopIndex();
		rows = all;
		viewer.setInput(rows);
		viewer.getTable().setTopIndex(top);
		viewer.getTable().getParent().layout(true);
	}

	void export(Path file, Consumer<String> told) {
		List<Row> all = rows;
		new FileJob(file, FileJob.csv(printer -> {
			printer.printRecord("property", "value", "pinned"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			for (Row row : all) {
				if (row.fact().isPresent()) {
					printer.printRecord(row.fact().get().section().title() + ": " + row.name(), row.value(), //$NON-NLS-1$
							row.pinned());
				}
			}
		}), told).schedule();
	}

	List<String> lines() {
		return rows.stream().map(r -> r.name() + '\t' + r.value() + '\t' + r.pinned()).toList();
	}

	/** Titles of sections stand out. */
	private abstract static class Labels extends ColumnLabelProvider {
		@Override
		public Font getFont(Object element) {
			return ((Row) element).fact().isEmpty()
					? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
					: null;
		}

		@Override
		public String getToolTipText(Object element) {
			return ((Row) element).fact().map(Fact::hover).filter(h -> !h.isEmpty()).orElse(null);
		}
	}
}
