/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.rcp;

import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/**
 * Says that the window is about to open. Drawn by ourselves: the native launcher that would is not on Maven Central.
 */
final class Splash {
	private final Shell shell;

	Splash(Display display) {
		shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 32;
		layout.marginHeight = 24;
		layout.horizontalSpacing = 24;
		shell.setLayout(layout);
		Label picture = new Label(shell, SWT.NONE);
		ResourceLocator.imageDescriptorFromBundle("org.trainless.rcp", "icons/trainless-large.svg").ifPresent(d -> { //$NON-NLS-1$ //$NON-NLS-2$
			Image image = d.createImage(display);
			picture.setImage(image);
			shell.addDisposeListener(e -> image.dispose());
		});
		Label text = new Label(shell, SWT.NONE);
		text.setText(Messages.Splash_text);
		text.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, true));
		shell.pack();
		Rectangle area = display.getPrimaryMonitor().getClientArea();
		shell.setLocation(area.x + (area.width - shell.getSize().x) / 2,
				area.y + (area.height - shell.getSize().y) / 2);
		shell.open();
		shell.update();
		display.readAndDispatch();
	}

	void close() {
		if (!shell.isDisposed()) {
			shell.dispose();
		}
	}
}
