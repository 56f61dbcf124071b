/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

import java.util.List;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.event.EventHandler;

/**
 * The theme of the window. To be used in the UI thread.
 *
 * @since 0.1
 */
public final class Themes {
	/** The dark theme. */
	public static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark"; //$NON-NLS-1$
	/** The light theme. */
	public static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default"; //$NON-NLS-1$

	/** White on black, whatever the system asks for. */
	public static final String HIGH_CONTRAST = "org.trainless.rcp.theme.high_contrast_dark"; //$NON-NLS-1$

	private Themes() {
	}

	/**
	 * @return all themes, in the order in which they are gone through
	 */
	public static List<String> all() {
		return List.of(LIGHT, DARK, HIGH_CONTRAST);
	}

	/**
	 * @return the theme that is active, of {@link #all()}
	 */
	public static String active() {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		ITheme theme = engine == null ? null : engine.getActiveTheme();
		// the ids that the platform uses on some systems have their version at the end
		return theme == null ? LIGHT
				: all().stream().filter(id -> theme.getId().startsWith(id)).findAny().orElse(LIGHT);
	}

	/**
	 * @return the colours of the theme that is active
	 */
	public static Look look() {
		if (isHighContrast()) {
			return isDark() ? Look.HIGH_CONTRAST : Look.HIGH_CONTRAST_LIGHT;
		}
		return isDark() ? Look.DARK : Look.LIGHT;
	}

	/**
	 * @return true in a theme with light text on a dark ground, or when the system asks for high contrast and for that
	 */
	public static boolean isDark() {
		String active = active();
		return active.equals(HIGH_CONTRAST) || (systemHighContrast() ? luminance() < 128 : active.equals(DARK));
	}

	/**
	 * @return true in the theme with high contrast, or when the system asks for it
	 */
	public static boolean isHighContrast() {
		return active().equals(HIGH_CONTRAST) || systemHighContrast();
	}

	private static boolean systemHighContrast() {
		return PlatformUI.getWorkbench().getDisplay().getHighContrast();
	}

	private static int luminance() {
		var rgb = PlatformUI.getWorkbench().getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB();
		return (299 * rgb.red + 587 * rgb.green + 114 * rgb.blue) / 1000;
	}

	/**
	 * Gives words their colours, now and whenever the theme changes, as {@link #followTable} does.
	 *
	 * @param label words on the ground of plots and tables
	 */
	public static void followText(Label label) {
		follow(label, () -> {
			label.setBackground(Palette.ground());
			label.setForeground(Palette.text());
		});
	}

	/**
	 * Gives a table or a tree its colours, now and whenever the theme changes: those of the system stay as they were
	 * when the workbench was started, and light words on a light ground cannot be read.
	 *
	 * @param table a table or a tree
	 */
	public static void followTable(Control table) {
		follow(table, () -> {
			table.setBackground(Palette.ground());
			table.setForeground(Palette.text());
			switch (table) {
			case Tree tree -> {
				tree.setHeaderBackground(Palette.header());
				tree.setHeaderForeground(Palette.text());
			}
			case Table flat -> {
				flat.setHeaderBackground(Palette.header());
				flat.setHeaderForeground(Palette.text());
			}
			default -> throw new IllegalArgumentException(table.toString());
			}
		});
	}

	/**
	 * Colours a control now and whenever the theme changes, until it is disposed.
	 *
	 * @param control the control
	 * @param apply   gives it the colours of the theme that is active then; called in the UI thread
	 */
	public static void follow(Control control, Runnable apply) {
		apply.run();
		IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
		EventHandler handler = event -> control.getDisplay().asyncExec(() -> {
			if (!control.isDisposed()) {
				apply.run();
			}
		});
		broker.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
		control.addDisposeListener(event -> broker.unsubscribe(handler));
	}
}
