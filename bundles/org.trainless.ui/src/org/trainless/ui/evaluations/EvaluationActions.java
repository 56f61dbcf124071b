/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectAllCommand;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.evaluations.model.Column;
import org.trainless.ui.evaluations.model.Columns;
import org.trainless.ui.share.ShareCommands;

/** What can be done with the table: the view's menu and tool bar, the table's menu, and the commands that it serves. */
final class EvaluationActions {
	private static final String BUNDLE = "org.trainless.ui"; //$NON-NLS-1$

	private final EvaluationsView view;
	private final EvaluationGrid grid;
	private final EvaluationData data;
	private final Columns columns;
	private final IAction copy;
	private final IAction linked;
	private int clicked = -1;

	EvaluationActions(EvaluationsView view, EvaluationGrid grid, EvaluationData data, Columns columns) {
		this.view = view;
		this.grid = grid;
		this.data = data;
		this.columns = columns;
		copy = action(Messages.EvaluationActions_copy, IAction.AS_PUSH_BUTTON, view::copy);
		linked = new Action(Messages.EvaluationActions_linked, IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				view.showOnlyLinked(isChecked());
			}
		};
		linked.setToolTipText(Messages.EvaluationActions_linkedHelp);
		linked.setImageDescriptor(ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/linked.svg").orElse(null)); //$NON-NLS-1$
	}

	private static IAction action(String text, int style, Runnable run) {
		return new Action(text, style) {
			@Override
			public void run() {
				run.run();
			}
		};
	}

	void install() {
		IActionBars bars = view.getViewSite().getActionBars();
		bars.getToolBarManager().add(linked);
		ShareCommands.EXPORT_TABLE.addTo(bars.getToolBarManager(), view.getViewSite());
		IMenuManager menu = bars.getMenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(m -> fill(m, -1));
		// a menu that is empty is not shown
		fill(menu, -1);
		// keys go to the text while somebody types there
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action(Messages.EvaluationActions_copy,
				IAction.AS_PUSH_BUTTON, () -> view.inFilter(Text::copy, view::copy)));
		bars.setGlobalActionHandler(ActionFactory.SELECT_ALL.getId(),
				action(Messages.EvaluationsView_name, IAction.AS_PUSH_BUTTON,
						() -> view.inFilter(Text::selectAll, () -> grid.control().doCommand(new SelectAllCommand()))));
		bars.setGlobalActionHandler(ActionFactory.FIND.getId(),
				action(Messages.EvaluationsView_name, IAction.AS_PUSH_BUTTON, view::focusFilter));
		bars.updateActionBars();
		NatTable table = grid.control();
		MenuManager popup = new MenuManager();
		popup.setRemoveAllWhenShown(true);
		popup.addMenuListener(m -> fill(m, clicked));
		table.addListener(SWT.MenuDetect, e -> {
			Point at = table.toControl(e.x, e.y);
			clicked = e.detail == SWT.MENU_MOUSE && table.getRowPositionByY(at.y) == 0
					? table.getColumnIndexByPosition(table.getColumnPositionByX(at.x))
					: -1;
		});
		table.setMenu(popup.createContextMenu(table));
	}

	private void fill(IMenuManager menu, int column) {
		if (column >= 0) {
			Column over = columns.all().get(column);
			menu.add(action(NLS.bind(Messages.EvaluationActions_hide, over.title()), IAction.AS_PUSH_BUTTON,
					() -> grid.setShown(over, false)));
			menu.add(new Separator());
		}
		MenuManager show = new MenuManager(Messages.EvaluationActions_columns);
		MenuManager sort = new MenuManager(Messages.EvaluationActions_sort);
		IAction unsorted = action(Messages.EvaluationActions_unsorted, IAction.AS_RADIO_BUTTON,
				() -> sortBy(List.of()));
		unsorted.setChecked(data.keys().isEmpty());
		sort.add(unsorted);
		for (Column each : columns.all()) {
			IAction shown = action(each.title(), IAction.AS_CHECK_BOX, () -> grid.setShown(each, !grid.isShown(each)));
			shown.setChecked(grid.isShown(each));
			shown.setToolTipText(each.description());
			show.add(shown);
			if (grid.isShown(each)) {
				sort.add(sort(each, true));
				sort.add(sort(each, false));
			}
		}
		menu.add(show);
		menu.add(sort);
		menu.add(action(Messages.EvaluationActions_reset, IAction.AS_PUSH_BUTTON, view::reset));
		menu.add(new Separator());
		menu.add(copy);
		ShareCommands.EXPORT_TABLE.addTo(menu, view.getViewSite());
		menu.add(linked);
	}

	private IAction sort(Column column, boolean ascending) {
		SortKey key = new SortKey(column.id(), ascending);
		IAction action = action(
				NLS.bind(ascending ? Messages.EvaluationActions_ascending : Messages.EvaluationActions_descending,
						column.title()),
				IAction.AS_RADIO_BUTTON, () -> sortBy(List.of(key)));
		action.setChecked(data.keys().contains(key));
		return action;
	}

	private void sortBy(List<SortKey> keys) {
		data.restore(keys);
		grid.control().redraw();
		view.sortBy(keys);
	}
}
