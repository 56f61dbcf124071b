/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.trainless.experiment.form.FormField;
import org.trainless.experiment.yaml.NodePath;

/**
 * Some fields, one under the other. As long as other fields are declared and built alike, their widgets stay; else new
 * ones are made in small steps while the old ones are still seen.
 */
final class FieldArea {
	private final FormToolkit toolkit;
	private final FieldHost host;
	private final FieldWidgets widgets;
	private final Composite body;
	private List<FormField> fields = List.of();
	private Grid shown;
	private Grid coming;

	/** Rows in a grid of their own. */
	private static final class Grid {
		private final Composite place;
		/** In the order of {@link FieldArea#all}: a row for each field that has widgets of its own. */
		private final Map<Integer, FieldRow> rows = new LinkedHashMap<>();
		private int created;

		Grid(Composite place) {
			this.place = place;
		}

		void add(int index, FieldRow row) {
			rows.put(index, row);
		}

		Optional<FieldRow> find(NodePath path) {
			return rows.values().stream().filter(row -> row.field().path().equals(path)).findFirst();
		}
	}

	/** Has only the fields that are shown in it, and not those that are being made. */
	private final class OnlyShown extends Layout {
		@Override
		protected Point computeSize(Composite composite, int width, int height, boolean flush) {
			return shown == null ? new Point(0, 0) : shown.place.computeSize(width, height, flush);
		}

		@Override
		protected void layout(Composite composite, boolean flush) {
			if (shown != null) {
				shown.place.setBounds(composite.getClientArea());
			}
		}
	}

	FieldArea(Composite parent, FormToolkit toolkit, FieldHost host) {
		this.toolkit = toolkit;
		this.host = host;
		this.widgets = new FieldWidgets(toolkit, host);
		this.body = toolkit.createComposite(parent);
		body.setLayout(new OnlyShown());
	}

	Composite body() {
		return body;
	}

	/**
	 * Shows other fields, or the same with other values; one of the steps of the host.
	 *
	 * @param now the fields
	 */
	void show(List<FormField> now) {
		if (coming != null) {
			// made for a text that is no longer there
			coming.place.dispose();
			coming = null;
		}
		boolean alike = shown != null && now.size() == fields.size();
		for (int i = 0; alike && i < now.size(); i++) {
			alike = isAlike(fields.get(i), now.get(i));
		}
		if (alike) {
			fields = now;
			List<FormField> all = all(now);
			shown.rows.forEach((index, row) -> {
				row.published();
				row.update(all.get(index));
			});
			return;
		}
		if (shown != null) {
			shown.rows.values().forEach(FieldRow::retired);
		}
		Composite place = toolkit.createComposite(body);
		GridLayoutFactory.fillDefaults().numColumns(FieldWidgets.COLUMNS).spacing(6, 4).extendedMargins(2, 2, 2, 2)
				.applyTo(place);
		coming = new Grid(place);
		List<Runnable> steps = steps(place, now, 0);
		steps.add(() -> swap(now));
		host.steps().next(steps);
	}

	/** Widgets fit another field when it is declared and built alike, for example that of another search. */
	private static boolean isAlike(FormField a, FormField b) {
		boolean alike = a.parameter().equals(b.parameter()) && a.shape() == b.shape()
				&& a.path().last().equals(b.path().last()) && a.contribution().equals(b.contribution())
				&& a.children().size() == b.children().size() && FieldWidgets.isSpinner(a) == FieldWidgets.isSpinner(b)
				&& a.text().contains("\n") == b.text().contains("\n") //$NON-NLS-1$ //$NON-NLS-2$
				&& (a.shape() != FormField.Shape.ITEMS || a.path().equals(b.path()));
		for (int i = 0; alike && i < a.children().size(); i++) {
			alike = isAlike(a.children().get(i), b.children().get(i));
		}
		return alike;
	}

	private static List<FormField> all(List<FormField> fields) {
		List<FormField> all = new ArrayList<>();
		fields.forEach(f -> {
			all.add(f);
			all.addAll(all(f.children()));
		});
		return all;
	}

	/** What was made takes the place of what was shown. */
	private void swap(List<FormField> now) {
		Grid before = shown;
		shown = coming;
		coming = null;
		fields = now;
		shown.rows.values().forEach(FieldRow::published);
		if (before != null) {
			before.rows.values().forEach(old -> {
				shown.find(old.field().path()).ifPresent(row -> row.follow(old));
				old.end();
			});
			before.place.dispose();
		}
		host.reflow();
	}

	private List<Runnable> steps(Composite parent, List<FormField> made, int indent) {
		List<Runnable> steps = new ArrayList<>();
		made.forEach(field -> steps.add(() -> create(parent, field, indent)));
		return steps;
	}

	private void create(Composite parent, FormField field, int indent) {
		int index = coming.created++;
		FieldRow row = switch (field.shape()) {
		case VALUE, LIST -> widgets.value(parent, field, indent);
		case CONTRIBUTION -> {
			host.steps().next(steps(parent, field.children(), indent + FieldWidgets.INDENT));
			yield widgets.contribution(parent, field, indent);
		}
		case GROUP -> group(parent, field, indent);
		case ITEMS -> items(parent, field, indent);
		};
		coming.add(index, row);
		row.update(field);
	}

	private FieldRow group(Composite parent, FormField field, int indent) {
		FieldRow row = widgets.row(field);
		boolean open = field.present() || field.parameter().required() || host.expanded().contains(field.path());
		ExpandableComposite group = toolkit.createExpandableComposite(parent, ExpandableComposite.TWISTIE
				| ExpandableComposite.CLIENT_INDENT | (open ? ExpandableComposite.EXPANDED : 0));
		group.setText(field.path().last());
		group.setToolTipText(field.parameter().description());
		row.name(group, "group:"); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).span(FieldWidgets.COLUMNS, 1).indent(indent, 0).applyTo(group);
		Composite client = toolkit.createComposite(group);
		GridLayoutFactory.fillDefaults().numColumns(FieldWidgets.COLUMNS).spacing(6, 4).applyTo(client);
		group.setClient(client);
		row.holds(group);
		widgets.problem(client, row);
		group.addExpansionListener(IExpansionListener.expansionStateChangedAdapter(e -> {
			host.expanded().remove(row.field().path());
			if (e.getState()) {
				host.expanded().add(row.field().path());
			}
			host.reflow();
		}));
		host.steps().next(steps(client, field.children(), 0));
		return row;
	}

	private FieldRow items(Composite parent, FormField field, int indent) {
		FieldRow row = widgets.row(field);
		widgets.label(parent, field, indent);
		Composite list = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(FieldWidgets.COLUMNS).spacing(6, 4).applyTo(list);
		GridDataFactory.fillDefaults().grab(true, false).span(FieldWidgets.COLUMNS - 1, 1).applyTo(list);
		row.holds(list);
		widgets.problem(list, row);
		List<Runnable> steps = new ArrayList<>();
		for (FormField item : field.children()) {
			steps.add(() -> create(list, item, 0));
			steps.add(() -> remove(list, item.path(), row));
		}
		steps.add(() -> {
			Hyperlink add = widgets.link(list, row, Messages.FieldArea_addItem, "add:", //$NON-NLS-1$
					() -> host.change(edits -> edits.addItem(field.path()), row::refuse));
			GridDataFactory.fillDefaults().span(FieldWidgets.COLUMNS, 1).applyTo(add);
		});
		host.steps().next(steps);
		return row;
	}

	private void remove(Composite list, NodePath item, FieldRow row) {
		Hyperlink remove = widgets.link(list, coming.find(item).orElse(row), Messages.FieldArea_removeItem, "remove:", //$NON-NLS-1$
				() -> host.change(edits -> edits.removeItem(item), row::refuse));
		GridDataFactory.fillDefaults().span(FieldWidgets.COLUMNS, 1).align(SWT.END, SWT.CENTER).applyTo(remove);
	}
}
