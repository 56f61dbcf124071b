/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.trainless.ui.columns.SortKey;
import org.trainless.ui.launch.Runs;
import org.trainless.ui.runs.OpenRuns;
import org.trainless.ui.runs.ShownRun;
import org.trainless.ui.share.ShareCommands;

/** What can be done with the runs in the list. */
final class RunActions {
	private static final String BUNDLE = "org.trainless.ui"; //$NON-NLS-1$

	private final RunsView view;
	private final IAction open;
	private final IAction copy;

	RunActions(RunsView view) {
		this.view = view;
		open = action(Messages.RunActions_open, "open-run", () -> { //$NON-NLS-1$
			DirectoryDialog dialog = new DirectoryDialog(view.getSite().getShell());
			dialog.setMessage(Messages.RunActions_openMessage);
			String chosen = dialog.open();
			if (chosen != null) {
				view.getSite().getService(OpenRuns.class).open(Path.of(chosen));
			}
		});
		copy = action(Messages.RunActions_copy, null, view::copy);
	}

	private static IAction action(String text, String icon, Runnable run) {
		Action action = new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		};
		if (icon != null) {
			action.setImageDescriptor(
					ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon + ".svg").orElse(null)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return action;
	}

	void fill(IMenuManager menu) {
		List<ShownRun> selected = view.selectedRuns();
		Runs runs = view.getSite().getService(Runs.class);
		OpenRuns shown = view.getSite().getService(OpenRuns.class);
		List<ShownRun> interrupted = selected.stream()
				.filter(r -> r.state() == ShownRun.State.INTERRUPTED && !runs.isOrdered(r.directory())).toList();
		List<ShownRun> going = selected.stream().filter(r -> runs.isOrdered(r.directory())).toList();
		IAction resume = action(Messages.RunActions_resume, "resume", //$NON-NLS-1$
				() -> interrupted.forEach(r -> runs.resume(r.directory())));
		resume.setEnabled(!interrupted.isEmpty());
		IAction stop = action(Messages.RunActions_stop, "stop", () -> going.forEach(r -> runs.stop(r.directory()))); //$NON-NLS-1$
		stop.setEnabled(!going.isEmpty());
		IAction close = action(Messages.RunActions_close, "remove", //$NON-NLS-1$
				() -> selected.forEach(r -> shown.close(r.directory())));
		close.setEnabled(!selected.isEmpty());
		menu.add(resume);
		menu.add(stop);
		menu.add(new Separator());
		menu.add(copy);
		ShareCommands.EXPORT_TABLE.addTo(menu, view.getViewSite());
		menu.add(close);
		menu.add(new Separator());
		menu.add(open);
		menu.add(new Separator());
		fillColumns(menu);
	}

	private void fillColumns(IMenuManager menu) {
		RunTable table = view.table();
		MenuManager show = new MenuManager(Messages.RunActions_columns);
		MenuManager sort = new MenuManager(Messages.RunActions_sort);
		IAction unsorted = checked(Messages.RunActions_unsorted, IAction.AS_RADIO_BUTTON, table.sort().isEmpty(),
				() -> table.sortBy(Optional.empty()));
		sort.add(unsorted);
		for (RunColumn column : RunColumn.ALL) {
			IAction shown = checked(column.title(), IAction.AS_CHECK_BOX, table.isShown(column),
					() -> table.setShown(column, !table.isShown(column)));
			shown.setEnabled(!column.id().equals(RunColumn.NAME));
			show.add(shown);
			if (table.isShown(column)) {
				sort.add(sort(column, true));
				sort.add(sort(column, false));
			}
		}
		menu.add(show);
		menu.add(sort);
		menu.add(action(Messages.RunActions_reset, null, table::reset));
	}

	private IAction sort(RunColumn column, boolean ascending) {
		Optional<SortKey> key = Optional.of(new SortKey(column.id(), ascending));
		String text = NLS.bind(ascending ? Messages.RunActions_ascending : Messages.RunActions_descending,
				column.title());
		return checked(text, IAction.AS_RADIO_BUTTON, view.table().sort().equals(key), () -> view.table().sortBy(key));
	}

	private static IAction checked(String text, int style, boolean checked, Runnable run) {
		Action action = new Action(text, style) {
			@Override
			public void run() {
				if (getStyle() == IAction.AS_CHECK_BOX || isChecked()) {
					run.run();
				}
			}
		};
		action.setChecked(checked);
		return action;
	}

	void fillToolBar(IActionBars bars) {
		bars.getToolBarManager().add(open);
		IMenuManager menu = bars.getMenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(this::fill);
		// a menu that is empty is not shown
		fill(menu);
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
	}
}
