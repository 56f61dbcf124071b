/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.editor;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.form.FormField;
import org.trainless.experiment.form.FormModel;
import org.trainless.experiment.yaml.NodePath;

/** The section of searches: their list, what changes it, and the fields of the one that is selected. */
final class SearchList {
	private static final String ID = "org.trainless.id"; //$NON-NLS-1$
	private static final NodePath SEARCHES = NodePath.ROOT.child(ExperimentFormat.SEARCHES);
	private static final int SHOWN = 4;

	private final FieldHost host;
	private final Table table;
	private final FieldArea fields;
	private Button duplicate;
	private Button remove;
	private Button up;
	private Button down;
	private int wanted = -1;

	/**
	 * @param parent   where
	 * @param toolkit  makes widgets
	 * @param host     the form
	 * @param selected called when another search is selected, for its fields to be shown
	 */
	SearchList(Composite parent, FormToolkit toolkit, FieldHost host, Runnable selected) {
		this.host = host;
		Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR | Section.DESCRIPTION);
		section.setText(Messages.FormView_searches);
		section.setDescription(Messages.FormView_searchesAbout);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
		Composite body = toolkit.createComposite(section);
		GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(2, 2, 2, 2).applyTo(body);
		section.setClient(body);
		table = toolkit.createTable(body, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
		table.setData(ID, "searches"); //$NON-NLS-1$
		table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				if (event.childID == ACC.CHILDID_SELF) {
					event.result = Messages.FormView_searches;
				}
			}
		});
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SHOWN * table.getItemHeight()).applyTo(table);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			host.commitPending();
			selected.run();
		}));
		createButtons(toolkit, body);
		fields = new FieldArea(body, toolkit, host);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(fields.body());
	}

	private void createButtons(FormToolkit toolkit, Composite parent) {
		Composite buttons = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
		button(toolkit, buttons, Messages.FormView_add, "search.add", //$NON-NLS-1$
				() -> change(edits -> edits.addSearch(), Integer.MAX_VALUE));
		duplicate = button(toolkit, buttons, Messages.FormView_duplicate, "search.duplicate", //$NON-NLS-1$
				() -> change(edits -> edits.duplicate(selected()), table.getSelectionIndex() + 1));
		remove = button(toolkit, buttons, Messages.FormView_remove, "search.remove", //$NON-NLS-1$
				() -> change(edits -> edits.removeItem(selected()), table.getSelectionIndex()));
		up = button(toolkit, buttons, Messages.FormView_up, "search.up", //$NON-NLS-1$
				() -> change(edits -> edits.move(selected(), false), table.getSelectionIndex() - 1));
		down = button(toolkit, buttons, Messages.FormView_down, "search.down", //$NON-NLS-1$
				() -> change(edits -> edits.move(selected(), true), table.getSelectionIndex() + 1));
	}

	private Button button(FormToolkit toolkit, Composite parent, String label, String id, Runnable action) {
		Button button = toolkit.createButton(parent, label, SWT.PUSH);
		button.setData(ID, id);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			host.commitPending();
			action.run();
		}));
		return button;
	}

	private NodePath selected() {
		return SEARCHES.child(Math.max(0, table.getSelectionIndex()));
	}

	/** @param selection which search is to be selected when the text has changed */
	private void change(FieldHost.Change change, int selection) {
		wanted = selection;
		host.change(change, host::refuse);
	}

	private static List<FormField> items(FormModel model) {
		return model.find(SEARCHES).map(FormField::children).orElse(List.of());
	}

	/** Shows the list. */
	void show(FormModel model) {
		List<FormField> items = items(model);
		int selection = wanted >= 0 ? wanted : table.getSelectionIndex();
		wanted = -1;
		table.setItemCount(items.size());
		for (int i = 0; i < items.size(); i++) {
			TableItem row = table.getItem(i);
			row.setText(items.get(i).child(ExperimentFormat.NAME).map(FormField::text).filter(t -> !t.isBlank())
					.orElse(Integer.toString(i + 1)));
			row.setImage(hasProblem(items.get(i))
					? PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK)
					: null);
		}
		if (!items.isEmpty()) {
			table.select(Math.max(0, Math.min(selection, items.size() - 1)));
		}
	}

	private static boolean hasProblem(FormField field) {
		return !field.problems().isEmpty() || field.children().stream().anyMatch(SearchList::hasProblem);
	}

	/** Shows the fields of the search that is selected. */
	void showSelected(FormModel model) {
		List<FormField> items = items(model);
		int index = table.getSelectionIndex();
		boolean any = index >= 0 && index < items.size();
		duplicate.setEnabled(any);
		remove.setEnabled(any);
		up.setEnabled(any && index > 0);
		down.setEnabled(any && index < items.size() - 1);
		fields.show(any ? items.get(index).children() : List.of());
	}
}
