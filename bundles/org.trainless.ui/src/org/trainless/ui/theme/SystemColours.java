/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/**
 * Lets controls without a colour of their own follow the system's colours when they change.
 * <p>
 * A change of the theme takes the colours of the old one from every control, and SWT on GTK then writes the system's
 * text colour of that moment into the control's style. But GTK is told to become light or dark only after that: white
 * text stayed on what had become white until the next start, and black on black the other way round.
 *
 * @since 0.1
 */
public final class SystemColours {
	private static final int[] TEXTS = { SWT.COLOR_WIDGET_FOREGROUND, SWT.COLOR_LIST_FOREGROUND,
			SWT.COLOR_TITLE_FOREGROUND, SWT.COLOR_WIDGET_DISABLED_FOREGROUND };
	private static final int[] GROUNDS = { SWT.COLOR_WIDGET_BACKGROUND, SWT.COLOR_LIST_BACKGROUND,
			SWT.COLOR_TITLE_BACKGROUND };

	private final Display display;
	private List<RGB> texts;
	private List<RGB> grounds;

	private SystemColours(Display display) {
		this.display = display;
		texts = now(TEXTS);
		grounds = now(GROUNDS);
	}

	/**
	 * @param display whose controls shall follow, until it is disposed; called in its thread
	 */
	public static void follow(Display display) {
		SystemColours colours = new SystemColours(display);
		display.addListener(SWT.Settings, event -> colours.changed());
	}

	private List<RGB> now(int[] colours) {
		return Arrays.stream(colours).mapToObj(display::getSystemColor).map(Color::getRGB).toList();
	}

	private void changed() {
		List<RGB> newTexts = now(TEXTS);
		List<RGB> newGrounds = now(GROUNDS);
		if (newTexts.equals(texts) && newGrounds.equals(grounds)) {
			return;
		}
		for (Shell shell : display.getShells()) {
			renew(shell, newTexts, newGrounds);
		}
		texts = newTexts;
		grounds = newGrounds;
	}

	private void renew(Control control, List<RGB> newTexts, List<RGB> newGrounds) {
		RGB ground = control.getBackground().getRGB();
		if (grounds.contains(ground) || saysWhatItShouldHave(control) && newGrounds.contains(ground)) {
			control.setBackground(other(ground));
			control.setBackground(null);
		}
		RGB text = control.getForeground().getRGB();
		if (texts.contains(text) || saysWhatItShouldHave(control) && newTexts.contains(text)) {
			control.setForeground(other(text));
			control.setForeground(null);
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				renew(child, newTexts, newGrounds);
			}
		}
	}

	/** Only from a control that has a colour of its own, and that changes, can it be taken. */
	private static Color other(RGB colour) {
		return new Color(colour.red ^ 1, colour.green, colour.blue);
	}

	/** Others say the colours that are in their style; these, when they have none of their own, the system's. */
	private static boolean saysWhatItShouldHave(Control control) {
		return control instanceof Text || control instanceof Combo || control instanceof Spinner
				|| control instanceof org.eclipse.swt.widgets.List || control instanceof Table
				|| control instanceof Tree;
	}
}
