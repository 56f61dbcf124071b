/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/** Drives the real window, in its own thread. */
final class Window {
	private static final int PAINT_MILLIS = 400;
	private static final int LOOK_MILLIS = 50;
	private static final long PATIENCE_MILLIS = 300_000;

	private Window() {
	}

	static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	}

	static Shell shell() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	static void closeWelcome() {
		var manager = PlatformUI.getWorkbench().getIntroManager();
		if (manager.getIntro() != null) {
			manager.closeIntro(manager.getIntro());
		}
		settle();
	}

	/** Handles events until the condition holds; fails with the words when it does not in time. */
	static void until(String what, BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		// wakes the loop, so that a condition that changes without an event is seen
		Runnable[] tick = new Runnable[1];
		tick[0] = () -> display.timerExec(50, tick[0]);
		display.timerExec(50, tick[0]);
		try {
			while (!condition.getAsBoolean()) {
				if (System.currentTimeMillis() > end) {
					throw new AssertionError("not within five minutes: " + what);
				}
				if (!display.readAndDispatch()) {
					display.sleep();
				}
			}
		} finally {
			display.timerExec(-1, tick[0]);
		}
	}

	/** Handles all events that are there. */
	static void settle() {
		Display display = Display.getCurrent();
		for (int i = 0; i < 1000 && display.readAndDispatch(); i++) {
			continue;
		}
	}

	static Optional<Control> find(Composite root, Predicate<Control> wanted) {
		for (Control child : root.getChildren()) {
			if (wanted.test(child)) {
				return Optional.of(child);
			}
			if (child instanceof Composite composite) {
				Optional<Control> found = find(composite, wanted);
				if (found.isPresent()) {
					return found;
				}
			}
		}
		return Optional.empty();
	}

	/** The control that the product itself marks with this name. */
	static <T extends Control> T named(Class<T> type, String name) {
		return type.cast(find(shell(), c -> name.equals(c.getData("org.trainless.id")))
				.orElseThrow(() -> new AssertionError("no control " + name)));
	}

	static void click(Control control) {
		control.notifyListeners(SWT.Selection, new Event());
	}

	/** Gives the window another theme, as a person does; the choice is not kept. */
	static void theme(String id) {
		PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
		settle();
	}

	/** The colour of a place on the screen. */
	static Color pixel(Control control, int x, int y) {
		Point at = control.toDisplay(x, y);
		Image image = new Image(control.getDisplay(), 1, 1);
		GC gc = new GC(control.getDisplay());
		gc.copyArea(image, at.x, at.y);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		return new Color(data.palette.getRGB(data.getPixel(0, 0)));
	}

	/** How many colours a control has on the screen: one when something else lies over it. */
	static long colours(Control control) {
		Point size = control.getSize();
		Point at = control.toDisplay(0, 0);
		Image image = new Image(control.getDisplay(), size.x, size.y);
		GC gc = new GC(control.getDisplay());
		gc.copyArea(image, at.x, at.y);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		return IntStream.range(0, size.x * size.y).map(i -> data.getPixel(i % size.x, i / size.x)).distinct().count();
	}

	/**
	 * Presses a button of the dialog that an action opens and waits for.
	 *
	 * @param button words on the button, without mnemonic
	 * @param opens  the action
	 * @return false when there was no such dialog
	 */
	static boolean answer(String button, Runnable opens) {
		Display display = Display.getCurrent();
		boolean[] answered = { false };
		Runnable[] look = new Runnable[1];
		look[0] = () -> {
			for (Shell other : display.getShells()) {
				Optional<Control> found = other == shell() || !other.isVisible() ? Optional.empty()
						: find(other, c -> c instanceof Button b && b.getText().replace("&", "").equals(button));
				if (found.isPresent()) {
					answered[0] = true;
					click(found.get());
					return;
				}
			}
			display.timerExec(LOOK_MILLIS, look[0]);
		};
		display.timerExec(LOOK_MILLIS, look[0]);
		opens.run();
		display.timerExec(-1, look[0]);
		return answered[0];
	}

	/** A picture for people to look at. */
	static Path screenshot(String name) throws IOException {
		Path folder = Path.of(System.getProperty("trainless.screenshots"));
		Files.createDirectories(folder);
		Path file = folder.resolve(name + ".png");
		Shell shell = shell();
		// what was asked to be painted is painted by events that come a little later
		boolean[] painted = { false };
		shell.getDisplay().timerExec(PAINT_MILLIS, () -> painted[0] = true);
		until("the window is painted", () -> painted[0]);
		Rectangle area = shell.getBounds();
		Image image = new Image(shell.getDisplay(), area.width, area.height);
		GC gc = new GC(shell.getDisplay());
		gc.copyArea(image, area.x, area.y);
		gc.dispose();
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] { image.getImageData() };
		loader.save(file.toString(), SWT.IMAGE_PNG);
		image.dispose();
		return file;
	}
}
