/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.trainless.figures.Figure;
import org.trainless.figures.FigureWriter;
import org.trainless.ui.theme.Themes;

/** What can be done with every figure: copy it as an image, save it, show all of it. */
public final class FigureActions {
	private static final double SCALE = 2;
	private static final int LEAST = 200;

	private final FigureControl control;

	/**
	 * @param control shows the figure
	 */
	public FigureActions(FigureControl control) {
		this.control = control;
	}

	/**
	 * @param bars of the view
	 */
	public void contribute(IActionBars bars) {
		IAction copy = action(Messages.FigureActions_copy, this::copy);
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
		IMenuManager menu = bars.getMenuManager();
		menu.add(copy);
		menu.add(action(Messages.FigureActions_save, this::save));
		menu.add(action(Messages.FigureActions_all, control::showAll));
	}

	private static IAction action(String text, Runnable run) {
		return new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		};
	}

	private void copy() {
		Figure figure = control.figure();
		Point size = size();
		boolean dark = Themes.isDark();
		Job.create(Messages.FigureActions_copying, monitor -> {
			ImageData image = new ImageData(
					new ByteArrayInputStream(new FigureWriter(dark).png(figure, size.x, size.y, SCALE)));
			control.getDisplay().asyncExec(() -> {
				Clipboard clipboard = new Clipboard(control.getDisplay());
				clipboard.setContents(new Object[] { image }, new Transfer[] { ImageTransfer.getInstance() });
				clipboard.dispose();
			});
			return Status.OK_STATUS;
		}).schedule();
	}

	private Point size() {
		Point size = control.getSize();
		return new Point(Math.max(LEAST, size.x), Math.max(LEAST, size.y));
	}

	private void save() {
		FileDialog dialog = new FileDialog(control.getShell(), SWT.SAVE);
		dialog.setFilterExtensions(new String[] { "*.svg", "*.png" }); //$NON-NLS-1$ //$NON-NLS-2$
		dialog.setFileName("figure.svg"); //$NON-NLS-1$
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen != null) {
			save(Path.of(chosen));
		}
	}

	/**
	 * Saves the figure as it is now, for print: on a light ground.
	 *
	 * @param file where to; SVG, or PNG when its name ends so
	 * @return the job that writes it
	 */
	public Job save(Path file) {
		Figure figure = control.figure();
		Point size = size();
		Job job = Job.create(NLS.bind(Messages.FigureActions_saving, file.getFileName()), monitor -> {
			return write(figure, size, file);
		});
		job.setUser(true);
		job.schedule();
		return job;
	}

	private static IStatus write(Figure figure, Point size, Path file) {
		FigureWriter writer = new FigureWriter(false);
		byte[] bytes = file.toString().toLowerCase(Locale.ROOT).endsWith(".png") //$NON-NLS-1$
				? writer.png(figure, size.x, size.y, SCALE)
				: writer.svg(figure, size.x, size.y).getBytes(StandardCharsets.UTF_8);
		try {
			Files.write(file, bytes);
			return Status.OK_STATUS;
		} catch (IOException e) {
			return Status.error(NLS.bind(Messages.FigureActions_notSaved, file, e.getMessage()), e);
		}
	}
}
