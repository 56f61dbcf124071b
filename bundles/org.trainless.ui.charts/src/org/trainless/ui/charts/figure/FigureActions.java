/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.actions.ActionFactory;
import org.trainless.figures.Figure;
import org.trainless.figures.FigureWriter;
import org.trainless.ui.share.ClipboardPicture;
import org.trainless.ui.share.FileJob;
import org.trainless.ui.share.ShareCommands;
import org.trainless.ui.theme.Themes;

/** What can be done with every figure: copy it as an image, save it, show all of it. */
public final class FigureActions {
	private static final double SCALE = 2;
	private static final int LEAST = 200;

	private static final String CHOICES = "choices"; //$NON-NLS-1$

	private final FigureControl control;

	private final FigureListener listener;
	private final Consumer<String> told;

	/**
	 * @param control  shows the figure
	 * @param listener knows what its points are
	 * @param told     tells a person how a file was saved
	 */
	public FigureActions(FigureControl control, FigureListener listener, Consumer<String> told) {
		this.listener = listener;
		this.control = control;
		this.told = told;
	}

	/**
	 * @param site of the view
	 */
	public void contribute(IViewSite site) {
		IActionBars bars = site.getActionBars();
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action(Messages.FigureActions_copy, this::copy));
		IMenuManager menu = bars.getMenuManager();
		for (ShareCommands command : ShareCommands.values()) {
			command.addTo(menu, site);
		}
		menu.add(action(Messages.FigureActions_all, control::showAll));
		menu.add(new Separator(CHOICES));
		// the view fills its tool bar after this
		control.getDisplay().asyncExec(() -> {
			if (!control.isDisposed()) {
				choices(bars.getToolBarManager(), menu);
				bars.updateActionBars();
			}
		});
	}

	/** What the tool bar lets one choose stands in the menu too, which the keyboard opens. */
	private static void choices(IToolBarManager bar, IMenuManager menu) {
		for (IContributionItem item : bar.getItems()) {
			if (item instanceof ActionContributionItem shown && shown.getAction() instanceof Choice<?> choice) {
				menu.appendToGroup(CHOICES, choice);
			}
		}
	}

	private static IAction action(String text, Runnable run) {
		return new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		};
	}

	/**
	 * Puts the figure on the clipboard, as it looks.
	 */
	public void copy() {
		Figure figure = control.figure();
		Point size = size();
		boolean dark = Themes.isDark();
		ClipboardPicture.copy(control.getDisplay(), () -> new FigureWriter(dark).png(figure, size.x, size.y, SCALE));
	}

	private Point size() {
		Point size = control.getSize();
		return new Point(Math.max(LEAST, size.x), Math.max(LEAST, size.y));
	}

	/**
	 * Saves the figure as it is now, for print: on a light ground.
	 *
	 * @param file where to; SVG, or PNG when its name ends so
	 */
	public void save(Path file) {
		Figure figure = control.figure();
		Point size = size();
		boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png"); //$NON-NLS-1$
		new FileJob(file, (out, cancelled) -> {
			FigureWriter writer = new FigureWriter(false);
			out.write(png ? writer.png(figure, size.x, size.y, SCALE)
					: writer.svg(figure, size.x, size.y).getBytes(StandardCharsets.UTF_8));
			return true;
		}, told).schedule();
	}

	/**
	 * Writes the numbers of the figure.
	 *
	 * @param file where to; CSV
	 */
	public void export(Path file) {
		Figure figure = control.figure();
		new FileJob(file, FileJob.csv(new FigureRows(figure, listener)), told).schedule();
	}
}
