/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * A line in which a view tells something; it takes no room while there is nothing to tell. To be used in the UI thread.
 *
 * @since 0.1
 */
public final class Message {
	private final Label label;

	/**
	 * @param parent where, with a {@code GridLayout}
	 * @param id     by which tests find it
	 */
	public Message(Composite parent, String id) {
		label = new Label(parent, SWT.WRAP);
		label.setData("org.trainless.id", id); //$NON-NLS-1$
		label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		Themes.follow(label, () -> {
			label.setBackground(Palette.ground());
			label.setForeground(Palette.text());
		});
		tell(""); //$NON-NLS-1$
	}

	/**
	 * @param what a sentence; empty for nothing
	 */
	public void tell(String what) {
		if (label.isDisposed()) {
			return;
		}
		label.setText(what);
		label.setToolTipText(what);
		((GridData) label.getLayoutData()).exclude = what.isEmpty();
		label.setVisible(!what.isEmpty());
		label.getParent().layout();
	}
}
